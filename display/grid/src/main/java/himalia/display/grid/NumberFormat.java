package himalia.display.grid;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the numbers of one column are written: all fractional ones with the same decimals, so that they can be compared
 * by eye.
 *
 * @param decimals of fractional numbers
 */
record NumberFormat(int decimals) {
    /** Digits that are told apart at a glance. */
    private static final int DIGITS = 6;

    /** Below this, fixed decimals would show zeros only. */
    private static final double TINY = 1e-6;

    private static final double HUGE = 1e9;
    private static final double HUGE_WHOLE = 1e15;

    static NumberFormat of(List<? extends @Nullable Object> values, int precision) {
        if (precision != GridOptions.AUTOMATIC) {
            return new NumberFormat(precision);
        }
        var largest = 0.0;
        for (var value : values) {
            if (value instanceof Number number && isFixed(number)) {
                largest = Math.max(largest, Math.abs(exact(number)));
            }
        }
        var before = largest < 1 ? 0 : (int) Math.floor(Math.log10(largest)) + 1;
        var most = Math.max(largest < 1 ? DIGITS : 2, DIGITS - before);
        var needed = 0;
        for (var value : values) {
            if (value instanceof Number number && isFixed(number)) {
                needed = Math.max(needed, decimals(exact(number), most));
            }
        }
        return new NumberFormat(needed == 0 && anyFraction(values) ? 1 : needed);
    }

    Cell cell(Number number, int width) {
        var text = text(number);
        return text.length() <= width
                ? Cell.number(text)
                : new Cell(text.substring(0, width - 1) + "…", text, Cell.Kind.NUMBER);
    }

    private String text(Number number) {
        if (!isFractional(number)) {
            return number.toString();
        }
        var value = exact(number);
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return number instanceof BigDecimal ? number.toString() : value > 0 ? "∞" : "-∞";
        }
        return isFixed(number) ? fixed(value) : scientific(value);
    }

    private String fixed(double value) {
        var text = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
        var lostItsSign = (value < 0 || 1 / value < 0) && !text.startsWith("-");
        return lostItsSign ? "-" + text : text;
    }

    private static String scientific(double value) {
        var rounded = new BigDecimal(value).round(new MathContext(DIGITS)).stripTrailingZeros();
        var exponent = rounded.precision() - rounded.scale() - 1;
        var digits = rounded.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString();
        return digits + (digits.contains(".") ? "" : ".0") + "e" + exponent;
    }

    /** How many decimals tell the value, up to {@code most}. */
    private static int decimals(double value, int most) {
        var rounded =
                BigDecimal.valueOf(value)
                        .setScale(most, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros();
        return Math.max(0, rounded.scale());
    }

    private static boolean isFractional(Number number) {
        return number instanceof Double || number instanceof Float || number instanceof BigDecimal;
    }

    private static boolean anyFraction(List<? extends @Nullable Object> values) {
        return values.stream().anyMatch(v -> v instanceof Double || v instanceof Float);
    }

    /** True for numbers that read well without an exponent. */
    private static boolean isFixed(Number number) {
        if (!isFractional(number)) {
            return false;
        }
        var value = exact(number);
        var size = Math.abs(value);
        return Double.isFinite(value)
                && (size == 0 || size >= TINY)
                && (size < HUGE || (size < HUGE_WHOLE && value == Math.rint(value)));
    }

    /** A float as people wrote it: 0.1f is 0.1, not 0.10000000149. */
    private static double exact(Number number) {
        return number instanceof Float
                ? Double.parseDouble(number.toString())
                : number.doubleValue();
    }
}
