package himalia.display.grid;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the numbers of one column are written: all fractional ones with the same decimals, and all that have an exponent
 * with the same digits before it, so that they can be compared by eye. The digits of a {@code BigDecimal} are part of its
 * value: unless somebody asks for others, it keeps them.
 *
 * @param asked whether somebody asked for the decimals
 * @param decimals of fractional numbers
 * @param digits after the point of numbers with an exponent
 * @param longs whether large numbers are written out
 */
record NumberFormat(boolean asked, int decimals, int digits, boolean longs) {
    /** Digits that are told apart at a glance. */
    private static final int DIGITS = 6;

    /** Below this, fixed decimals would show zeros only. */
    private static final double TINY = 1e-6;

    private static final double HUGE = 1e9;

    /** Beyond it not every whole number is a double. */
    private static final double HUGE_LONG = 0x1p53;

    /** Digits that the smallest number of a column has at least: none but 0 looks like 0. */
    private static final int SMALLEST_DIGITS = 2;

    /** Digits before the point of the largest decimal number that is written out. */
    private static final int LONG_DECIMAL = 30;

    static NumberFormat of(List<? extends @Nullable Object> values, int precision) {
        boolean asked = precision != GridOptions.AUTOMATIC;
        var numbers = new ArrayList<Number>();
        for (var value : values) {
            if (value instanceof Number number && isShared(number, asked)) {
                numbers.add(number);
            }
        }
        var longs = numbers.stream().anyMatch(NumberFormat::isLong);
        var largest = 0.0;
        var smallest = HUGE_LONG;
        int digits = 1;
        for (var number : numbers) {
            if (isFixed(number, longs)) {
                var size = Math.abs(exact(number));
                largest = Math.max(largest, size);
                smallest = size == 0 ? smallest : Math.min(smallest, size);
            } else if (Double.isFinite(exact(number))) {
                digits = Math.max(digits, significant(exact(number)).precision() - 1);
            }
        }
        if (asked) {
            return new NumberFormat(true, precision, digits, longs);
        }
        var before = largest < 1 ? 0 : (int) Math.floor(Math.log10(largest)) + 1;
        var least = SMALLEST_DIGITS - 1 - (int) Math.floor(Math.log10(smallest));
        var most = Math.max(Math.max(largest < 1 ? DIGITS : 2, DIGITS - before), least);
        var needed = 0;
        for (var number : numbers) {
            if (isFixed(number, longs)) {
                needed = Math.max(needed, decimals(BigDecimal.valueOf(exact(number)), most));
            }
        }
        return new NumberFormat(
                false, needed == 0 && !numbers.isEmpty() ? 1 : needed, digits, longs);
    }

    GridCell cell(Number number, int width) {
        var text = text(number);
        return text.length() <= width
                ? GridCell.number(text)
                : new GridCell(text.substring(0, width - 1) + "…", text, GridCell.Kind.NUMBER);
    }

    private String text(Number number) {
        if (!isShared(number, asked)) {
            return number instanceof BigDecimal decimal
                            && decimal.scale() < 0
                            && isWrittenOut(decimal)
                    ? decimal.toPlainString()
                    : number.toString();
        }
        var value = exact(number);
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return number instanceof BigDecimal ? number.toString() : value > 0 ? "∞" : "-∞";
        }
        return isFixed(number, longs) ? fixed(number) : scientific(value);
    }

    private String fixed(Number number) {
        var value = exact(number);
        var whole = number instanceof BigDecimal decimal ? decimal : new BigDecimal(value);
        var text = whole.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
        var lostItsSign = (value < 0 || 1 / value < 0) && !text.startsWith("-");
        return lostItsSign ? "-" + text : text;
    }

    private String scientific(double value) {
        var rounded = significant(value);
        var exponent = rounded.precision() - rounded.scale() - 1;
        return rounded.scaleByPowerOfTen(-exponent)
                        .setScale(digits, RoundingMode.HALF_EVEN)
                        .toPlainString()
                + "e"
                + exponent;
    }

    private static BigDecimal significant(double value) {
        return new BigDecimal(value).round(new MathContext(DIGITS)).stripTrailingZeros();
    }

    /** How many decimals tell the value, up to {@code most}. */
    private static int decimals(BigDecimal value, int most) {
        var rounded = value.setScale(most, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return Math.max(0, rounded.scale());
    }

    /** Returns whether a number is written with the decimals of its column. */
    private static boolean isShared(Number number, boolean asked) {
        return number instanceof Double
                || number instanceof Float
                || asked && number instanceof BigDecimal;
    }

    private static boolean isWrittenOut(BigDecimal number) {
        return number.precision() - number.scale() <= LONG_DECIMAL;
    }

    /** True for numbers that read well without an exponent, and for those whose digits somebody asked for. */
    private static boolean isFixed(Number number, boolean longs) {
        var value = exact(number);
        var size = Math.abs(value);
        if (size != 0 && size < TINY) {
            return false;
        }
        return number instanceof BigDecimal decimal
                ? isWrittenOut(decimal)
                : size < HUGE || (longs && size < HUGE_LONG);
    }

    /** A key, a point in time, a sum: a large number that an exponent would round. */
    private static boolean isLong(Number number) {
        double size = Math.abs(exact(number));
        return size >= HUGE
                && size < HUGE_LONG
                && BigDecimal.valueOf(size).stripTrailingZeros().precision() > DIGITS;
    }

    /** A float as people wrote it: 0.1f is 0.1, not 0.10000000149. */
    private static double exact(Number number) {
        return number instanceof Float
                ? Double.parseDouble(number.toString())
                : number.doubleValue();
    }
}
