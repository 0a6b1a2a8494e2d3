package himalia.display.grid;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How large the values of a column are among those shown, from 0 to 1.
 *
 * @param how the way in which that is seen
 * @param shares one for each value; not a number where there is nothing to compare
 */
record Magnitudes(Emphasis how, List<Double> shares) {
    /** From the ground of a white page to a blue on which dark text is still read (8:1). */
    private static final int[] PALE = {0xf4, 0xf8, 0xfd};

    private static final int[] STRONG = {0x8f, 0xbb, 0xea};

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
        var colour = new StringBuilder(";background:#");
        for (int i = 0; i < PALE.length; i++) {
            int part = (int) Math.round(PALE[i] + share * (STRONG[i] - PALE[i]));
            colour.append(Character.forDigit(part >> 4, 16))
                    .append(Character.forDigit(part & 15, 16));
        }
        return colour + ";color:#111";
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
