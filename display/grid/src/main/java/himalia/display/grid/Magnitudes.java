package himalia.display.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How large the values of a column are among those shown, from 0 to 1.
 *
 * @param how the way in which that is seen
 * @param shares one for each value; not a number where there is nothing to compare
 */
record Magnitudes(Emphasis how, List<Double> shares) {
    /** Laid over the page's own ground: at its strongest, text is read on it in light (7:1) and in dark (5:1). */
    private static final String BLUE = ";background:rgba(59,130,208,%.2f)";

    private static final double PALE = 0.03;
    private static final double STRONG = 0.6;

    static Magnitudes of(Emphasis how, List<? extends @Nullable Object> values) {
        var numbers = new ArrayList<Double>();
        for (var value : values) {
            numbers.add(value instanceof Number number ? number.doubleValue() : Double.NaN);
        }
        var finite =
                numbers.stream().filter(Double::isFinite).mapToDouble(n -> n).summaryStatistics();
        var shares = new ArrayList<Double>();
        for (var number : numbers) {
            shares.add(share(how, number, finite.getMin(), finite.getMax()));
        }
        return new Magnitudes(how, shares);
    }

    private static double share(Emphasis how, double number, double least, double most) {
        if (!Double.isFinite(number)) {
            return Double.NaN;
        }
        if (how == Emphasis.BARS) {
            double farthest = Math.max(Math.abs(least), Math.abs(most));
            return farthest == 0 ? 0 : Math.abs(number) / farthest;
        }
        // Halves first: the distance of the largest doubles is infinite.
        return most == least ? 0 : (number / 2 - least / 2) / (most / 2 - least / 2);
    }

    /** Returns the style of a cell's ground, empty where it has none of its own. */
    String ground(int row) {
        double share = shares.get(row);
        if (how != Emphasis.HEAT || Double.isNaN(share)) {
            return "";
        }
        return String.format(Locale.ROOT, BLUE, PALE + share * (STRONG - PALE));
    }

    /** Returns what stands below a cell's number, empty where nothing does. */
    String bar(int row) {
        double share = shares.get(row);
        return how != Emphasis.BARS || Double.isNaN(share)
                ? ""
                : "<div style=\"height:3px;margin-left:auto;background:#5b8fc9;width:"
                        + Math.round(100 * share)
                        + "%\"></div>";
    }
}
