package himalia.display.chart.mark;

import java.util.Optional;

/**
 * Reads numbers of a kind that has its own way to say that one is missing, such as a column of whole numbers, which keeps
 * the smallest of them for that. Found through {@link java.util.ServiceLoader}.
 */
public interface NumberSource {
    /** Returns the numbers, NaN where one is missing; nothing where the values are of another kind. */
    Optional<double[]> numbers(Iterable<?> values);
}
