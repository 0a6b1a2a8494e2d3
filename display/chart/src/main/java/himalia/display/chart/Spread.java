package himalia.display.chart;

import himalia.display.chart.mark.Numbers;
import himalia.display.chart.mark.Quantity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the values of one group are spread.
 *
 * @param size how many values there are
 * @param low the lowest within one and a half box lengths of the box
 * @param first the first quartile
 * @param third the third quartile
 * @param high the highest within one and a half box lengths of the box
 * @param least the lowest of all
 * @param most the highest of all
 */
record Spread(
        int size,
        double low,
        double first,
        double median,
        double third,
        double high,
        double least,
        double most) {
    static Optional<Spread> of(Numbers values) {
        var sorted = values.stream().filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            return Optional.empty();
        }
        var first = quantile(sorted, 0.25);
        var third = quantile(sorted, 0.75);
        var reach = 1.5 * (third - first);
        var within =
                Arrays.stream(sorted)
                        .filter(v -> v >= first - reach && v <= third + reach)
                        .summaryStatistics();
        return Optional.of(
                new Spread(
                        sorted.length,
                        within.getMin(),
                        first,
                        quantile(sorted, 0.5),
                        third,
                        within.getMax(),
                        sorted[0],
                        sorted[sorted.length - 1]));
    }

    /** Returns a line of words for each group. */
    static List<String> tell(Map<String, Numbers> groups) {
        return groups.entrySet().stream()
                .map(group -> tell(group.getKey(), group.getValue()))
                .toList();
    }

    /** Returns the line of words for one group. */
    static String tell(String name, Numbers values) {
        return name + ": " + of(values).map(Spread::words).orElse("no values") + leftOut(values);
    }

    private String words() {
        return (size == 1 ? "1 value" : String.format("%,d values", size))
                + ", median "
                + Quantity.of(median)
                + ", half of them from "
                + Quantity.of(first)
                + " to "
                + Quantity.of(third)
                + ", all from "
                + Quantity.of(least)
                + " to "
                + Quantity.of(most);
    }

    private static String leftOut(Numbers values) {
        var count = values.size() - Numbers.finite(values);
        return count == 0 ? "" : String.format(", %,d not finite", count);
    }

    private static double quantile(double[] sorted, double share) {
        var place = share * (sorted.length - 1);
        var below = (int) place;
        var above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
