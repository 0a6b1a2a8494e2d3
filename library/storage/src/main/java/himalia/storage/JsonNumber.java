package himalia.storage;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/** What a number of a JSON file would lose in a column of longs or of doubles. */
final class JsonNumber {
    /** A double keeps so many digits of every number, a long three more. */
    private static final int KEPT_DIGITS = 15;

    private static final int LONG_DIGITS = 18;

    private JsonNumber() {}

    /** Returns whether it is written as a whole number; -0 is none, a long has no such zero. */
    static boolean isWhole(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '.' || bytes[i] == 'e' || bytes[i] == 'E') {
                return false;
            }
        }
        return !(to - from == 2 && bytes[from] == '-' && bytes[from + 1] == '0');
    }

    /** Returns whether a whole number is a long. */
    static boolean isLong(byte[] bytes, int from, int to) {
        if (to - from <= LONG_DIGITS) {
            return true;
        }
        try {
            Long.parseLong(text(bytes, from, to));
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    static long asLong(byte[] bytes, int from, int to) {
        boolean isNegative = bytes[from] == '-';
        long value = 0;
        for (int i = isNegative ? from + 1 : from; i < to; i++) {
            value = 10 * value - (bytes[i] - '0');
        }
        return isNegative ? value : -value;
    }

    static double asDouble(byte[] bytes, int from, int to) {
        return Double.parseDouble(text(bytes, from, to));
    }

    /**
     * Returns whether a double keeps what is written: rounded to as many digits, it has the same ones. Those that a program writes
     * of a double are kept, however many.
     */
    static boolean isKept(byte[] bytes, int from, int to) {
        if (to - from <= KEPT_DIGITS && !hasPower(bytes, from, to)) {
            return true;
        }
        var text = text(bytes, from, to);
        double near = Double.parseDouble(text);
        if (Double.isInfinite(near)) {
            return false;
        }
        if (Double.toString(near).equals(text)) {
            return true;
        }
        var number = new BigDecimal(text);
        if (number.signum() == 0 || near == 0) {
            return number.signum() == 0;
        }
        var digits = number.stripTrailingZeros().precision();
        return new BigDecimal(near)
                        .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                        .compareTo(number)
                == 0;
    }

    private static boolean hasPower(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == 'e' || bytes[i] == 'E') {
                return true;
            }
        }
        return false;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
