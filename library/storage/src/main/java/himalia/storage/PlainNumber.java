package himalia.storage;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as programs in C and Python write them into texts; Java's own forms, such as {@code 1d}, are none. */
final class PlainNumber {
    private static final Pattern FORM =
            Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern NAN = Pattern.compile("[+-]?(?i:nan)");
    private static final Pattern INFINITE = Pattern.compile("[+-]?(?i:inf|infinity)");

    private static final Pattern DIGITS = Pattern.compile("[+-]?\\d+");

    private PlainNumber() {}

    /** Returns the number that a text is, if it is one. */
    static OptionalDouble of(String text) {
        if (FORM.matcher(text).matches()) {
            return OptionalDouble.of(Double.parseDouble(text));
        }
        if (NAN.matcher(text).matches()) {
            return OptionalDouble.of(Double.NaN);
        }
        return INFINITE.matcher(text).matches()
                ? OptionalDouble.of(
                        text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY)
                : OptionalDouble.empty();
    }

    /** Returns whether a text of digits alone is a whole number that no double is. */
    static boolean isRounded(String text, double number) {
        return Math.abs(number) >= 0x1p53
                && DIGITS.matcher(text).matches()
                && new BigDecimal(number).compareTo(new BigDecimal(text)) != 0;
    }

    /** Returns a number in as few digits as tell it from others, whole ones without a point. */
    static String text(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        if (Double.isInfinite(number)) {
            return number < 0 ? "-inf" : "inf";
        }
        var text = Double.toString(number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
