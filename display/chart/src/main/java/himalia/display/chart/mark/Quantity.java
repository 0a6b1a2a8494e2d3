package himalia.display.chart.mark;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Writes numbers as people read them: four digits, or all before the decimal point of thousands, no needless zeros,
 * tens of millions by the units that axes have, an exponent only beyond. A digit that is written is right.
 */
public final class Quantity {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);

    private Quantity() {}

    public static String of(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        if (value == 0) {
            return "0";
        }
        var whole = new BigDecimal(value).setScale(0, RoundingMode.HALF_UP);
        boolean isLarge = whole.abs().compareTo(THOUSAND) >= 0;
        if (Math.abs(value) < 1e7 && (isLarge || value == whole.doubleValue())) {
            return minus(String.format(Locale.ROOT, "%,d", whole.longValue()));
        }
        var rounded = new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros();
        var size = Math.abs(value);
        if (size >= 1e7 && size < 1e12) {
            // Of the rounded: what is nearly a G is one.
            var millions = rounded.abs().compareTo(BILLION) < 0;
            return minus(shifted(rounded, millions ? 6 : 9) + (millions ? " M" : " G"));
        }
        return minus(size >= 1e12 || size < 1e-4 ? scientific(rounded) : rounded.toPlainString());
    }

    /** Writes a place on an axis: a whole number of four digits is a year, and has no thousands mark. */
    public static String place(double value) {
        return isYear(value) ? Long.toString((long) value) : of(value);
    }

    /** Returns whether a number may be a year that somebody has data of. */
    public static boolean isYear(double value) {
        return value >= 1000 && value < 3000 && value == Math.rint(value);
    }

    private static String scientific(BigDecimal value) {
        var exponent = value.precision() - value.scale() - 1;
        return shifted(value, exponent) + "e" + exponent;
    }

    private static String shifted(BigDecimal value, int places) {
        return value.movePointLeft(places).stripTrailingZeros().toPlainString();
    }

    private static String minus(String text) {
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }
}
