package himalia.table;

import java.math.BigDecimal;
import java.util.Arrays;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;

/** Intervals that hold their upper edge, and the first of them its lower one where that is asked for. */
final class Intervals {
    private Intervals() {}

    static StringColumn of(NumericColumn<?> column, double[] edges, boolean lowest) {
        if (edges.length < 2) {
            throw new IllegalArgumentException(
                    "%d edges part nothing: give two or more, such as 0, 18, 65"
                            .formatted(edges.length));
        }
        for (int edge = 1; edge < edges.length; edge++) {
            if (!(edges[edge - 1] < edges[edge])) {
                throw new IllegalArgumentException(
                        "edges rise, and after %s comes %s in column '%s'; of many equal values fewer intervals can be made"
                                .formatted(
                                        text(edges[edge - 1]), text(edges[edge]), column.name()));
            }
        }
        var names = new String[edges.length - 1];
        Arrays.setAll(
                names,
                each ->
                        "%s%s, %s]"
                                .formatted(
                                        lowest && each == 0 ? "[" : "(",
                                        text(edges[each]),
                                        text(edges[each + 1])));
        var result = StringColumn.create(column.name());
        double[] values = Tables.doubles(column);
        for (double value : values) {
            int place = Arrays.binarySearch(edges, value);
            int above = place >= 0 ? place : -place - 1;
            boolean isLowest = lowest && place == 0;
            if (Double.isNaN(value) || above == edges.length || above == 0 && !isLowest) {
                result.appendMissing();
            } else {
                result.append(names[isLowest ? 0 : above - 1]);
            }
        }
        return result;
    }

    /** Returns an edge without zeros that say nothing. */
    private static String text(double edge) {
        return Double.isFinite(edge)
                ? new BigDecimal(Double.toString(edge)).stripTrailingZeros().toPlainString()
                : edge < 0 ? "-∞" : edge > 0 ? "∞" : "NaN";
    }
}
