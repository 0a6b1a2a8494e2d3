package himalia.table;

import static himalia.display.bundle.Given.given;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;

/**
 * Makes columns of numbers, on all cores where there is much to do. A column copies the array that it is made of, so each
 * core fills one array again and again, and what is made takes up its own memory and no more.
 *
 * <pre>{@code
 * List<DoubleColumn> made =
 *         DoubleColumns.of(List.of("ones", "twos"), 3, (column, numbers) -> Arrays.fill(numbers, column + 1));
 * }</pre>
 */
public final class DoubleColumns {
    private static final long MUCH = 50_000;

    private DoubleColumns() {}

    /** Writes the numbers of a column. */
    @FunctionalInterface
    public interface Filling {
        /**
         * Writes all numbers of a column.
         *
         * @param numbers an array as long as the column, in which those of another column may stand
         */
        void fill(int column, double[] numbers);
    }

    /** Returns columns of some names, in their order, filled one by one. */
    public static List<DoubleColumn> of(List<String> names, int rows, Filling filling) {
        given(names, "names");
        given(filling, "filling");
        var made = new AtomicReferenceArray<DoubleColumn>(names.size());
        boolean isMuch = (long) rows * names.size() > MUCH;
        var most = isMuch ? Runtime.getRuntime().availableProcessors() : 1;
        var threads = Math.min(most, names.size());
        IntStream.range(0, threads)
                .parallel()
                .forEach(
                        thread -> {
                            var numbers = new double[rows];
                            for (int i = thread; i < names.size(); i += threads) {
                                filling.fill(i, numbers);
                                made.set(i, DoubleColumn.create(names.get(i), numbers));
                            }
                        });
        return IntStream.range(0, names.size()).mapToObj(made::get).toList();
    }
}
