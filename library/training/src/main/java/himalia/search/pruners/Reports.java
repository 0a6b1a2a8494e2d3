package himalia.search.pruners;

import himalia.search.Direction;
import java.util.Collection;
import java.util.Comparator;

/** What a trial has said on its way. */
final class Reports {
    private Reports() {}

    /** Returns the best of them; NaN where there is no number. */
    static double best(Collection<Double> values, Direction direction) {
        return values.stream()
                .filter(value -> !value.isNaN())
                .min(Comparator.comparingDouble(direction::loss))
                .orElse(Double.NaN);
    }
}
