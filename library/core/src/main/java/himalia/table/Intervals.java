package himalia.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleFunction;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;

/** Intervals that hold their upper edge, and the first of them its lower one where that is asked for. */
final class Intervals {
    /** A double has no more. */
    private static final int MOST_DIGITS = 17;

    /** Outside of these, zeros would be all that one sees. */
    private static final double MOST_PLAIN = 1e16;

    private static final double LEAST_PLAIN = 1e-16;

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
                        "edges rise, and after %s comes %s for column '%s'"
                                .formatted(
                                        text(edges[edge - 1]), text(edges[edge]), column.name()));
            }
        }
        var texts = lowest ? shortTexts(edges) : texts(edges, Intervals::text);
        var names = new String[edges.length - 1];
        Arrays.setAll(
                names,
                each ->
                        "%s%s, %s]"
                                .formatted(
                                        lowest && each == 0 ? "[" : "(",
                                        texts.get(each),
                                        texts.get(each + 1)));
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

    private static List<String> texts(double[] edges, DoubleFunction<String> text) {
        return Arrays.stream(edges).mapToObj(text).toList();
    }

    /** Returns computed edges with three decimals, or as many more as tell them apart; of those below 1, with three digits. */
    private static List<String> shortTexts(double[] edges) {
        for (int digits = 3; digits < MOST_DIGITS; digits++) {
            int most = digits;
            var texts = texts(edges, edge -> text(rounded(edge, most)));
            if (Set.copyOf(texts).size() == texts.size()) {
                return texts;
            }
        }
        return texts(edges, Intervals::text);
    }

    private static double rounded(double edge, int digits) {
        if (!Double.isFinite(edge) || edge == 0) {
            return edge;
        }
        var number = new BigDecimal(Double.toString(edge));
        return (Math.abs(edge) < 1
                        ? number.round(new MathContext(digits))
                        : number.setScale(digits, RoundingMode.HALF_EVEN))
                .doubleValue();
    }

    /** Returns an edge without zeros that say nothing. */
    static String text(double edge) {
        if (!Double.isFinite(edge)) {
            return edge < 0 ? "-∞" : edge > 0 ? "∞" : "NaN";
        }
        double size = Math.abs(edge);
        return size >= MOST_PLAIN || size > 0 && size < LEAST_PLAIN
                ? Double.toString(edge)
                : new BigDecimal(Double.toString(edge)).stripTrailingZeros().toPlainString();
    }
}
