package himalia.sampling.drawing;

import himalia.table.Matrices;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** Weights of rows, checked. */
final class Weights {
    private Weights() {}

    /** Returns a column of weights or densities, none missing. */
    static double[] column(Table table, String name, String design) {
        var column = Tables.column(table, name);
        if (!(column instanceof NumericColumn<?>)) {
            throw new IllegalArgumentException(
                    "column '%s' holds %s, and %s weighs by numbers; name a column of numbers"
                            .formatted(name, Tables.kind(column), design));
        }
        return Arrays.stream(Matrices.rows(table, List.of(name), design))
                .mapToDouble(row -> row[0])
                .toArray();
    }

    /** Refuses weights that are negative, not finite, all zero or too large to be added up, naming the first. */
    static double[] checked(double[] weights, String name) {
        for (int row = 0; row < weights.length; row++) {
            if (!(weights[row] >= 0) || Double.isInfinite(weights[row])) {
                throw new IllegalArgumentException(
                        "%s of row %d is %s; weights must be finite and 0 or more, so mend it or drop the row"
                                .formatted(name, row, weights[row]));
            }
        }
        if (Arrays.stream(weights).noneMatch(weight -> weight > 0)) {
            throw new IllegalArgumentException(
                    "%s is 0 in all %d rows; one at least must be above 0"
                            .formatted(name, weights.length));
        }
        if (Double.isInfinite(Arrays.stream(weights).sum())) {
            throw new IllegalArgumentException(
                    "%s adds up to more than a double holds in all %d rows; divide it by the largest, %s"
                            .formatted(
                                    name,
                                    weights.length,
                                    Arrays.stream(weights).max().orElseThrow()));
        }
        return weights;
    }

    static double effectiveSize(double[] weights) {
        double largest = Arrays.stream(weights).max().orElse(0);
        double sum = 0;
        double squares = 0;
        for (double weight : weights) {
            // In the largest one's unit no square is too small.
            sum += weight / largest;
            squares += weight / largest * (weight / largest);
        }
        return sum * sum / squares;
    }
}
