package himalia.storage;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;

/**
 * What a text of a CSV file can be read as, by its bytes: the plain ones of the readings that {@link CsvTypes} asks DuckDB
 * about. Where a text is none of them and might still be written as another reading says, it is {@link #UNSURE}.
 */
final class QuickForm {
    static final int TRUTH = 1;
    static final int INT = 1 << 1;
    static final int LONG = 1 << 2;
    static final int REAL = 1 << 3;
    static final int DAY = 1 << 4;
    static final int MOMENT = 1 << 5;
    static final int INSTANT = 1 << 6;

    /** Added to {@link #REAL} where a double may not keep the digits. */
    static final int UNSURE_REAL = 1 << 7;

    /** Only DuckDB knows. */
    static final int UNSURE = 1 << 8;

    /** It is a text and nothing else. */
    static final int TEXT = 0;

    /** A double keeps so many digits of every number. */
    static final int KEPT_DIGITS = NumberReadings.KEPT_DIGITS;

    private static final int SEVENTEEN = 17;

    /** As C's printf rounds, and so DuckDB. */
    private static final MathContext DUCK = new MathContext(SEVENTEEN, RoundingMode.HALF_EVEN);

    private static final long EXACT = 1L << 53;

    private static final double LEAST = Double.MIN_NORMAL;

    /** What may stand in a number, a date or a time, in whatever way it is written. */
    private static final boolean[] KNOWN = new boolean[256];

    static {
        for (byte each : "0123456789+-./: \t\n\f\rTZ()BCeE".getBytes(StandardCharsets.US_ASCII)) {
            KNOWN[each] = true;
        }
    }

    private QuickForm() {}

    /** Returns what the bytes can be read as; they are no empty text. */
    static int of(byte[] bytes, int from, int to) {
        int begin = from;
        int end = to;
        while (begin < end && isSpace(bytes[begin])) {
            begin++;
        }
        while (end > begin && isSpace(bytes[end - 1])) {
            end--;
        }
        if (begin == end) {
            return TEXT;
        }
        int form = trimmed(bytes, begin, end, to - from);
        // Of what stands between spaces, only numbers are sure to be cast as they are without.
        boolean isNumber = (form & REAL) != 0 && to - from <= KEPT_DIGITS;
        return end - begin == to - from || form == TEXT || isNumber ? form : UNSURE;
    }

    private static int trimmed(byte[] bytes, int from, int to, int length) {
        byte first = bytes[from];
        if (isDigit(first) || first == '.' || first == '-') {
            int number = number(bytes, from, to, length);
            if (number != UNSURE) {
                return number;
            }
            int time = QuickTimes.form(bytes, from, to);
            return time == UNSURE ? other(bytes, from, to) : time;
        }
        if (first == '+') {
            return other(bytes, from, to);
        }
        if (isWord(bytes, from, to, "true") || isWord(bytes, from, to, "false")) {
            return TRUTH;
        }
        return isInfinite(bytes, from, to) ? UNSURE : TEXT;
    }

    /** Returns whether it may be what we do not know here. */
    private static int other(byte[] bytes, int from, int to) {
        if (to - from > 1 && isInfinite(bytes, from + 1, to)) {
            return UNSURE;
        }
        for (int i = from; i < to; i++) {
            if (!KNOWN[bytes[i] & 0xff]) {
                return TEXT;
            }
        }
        return UNSURE;
    }

    private static boolean isInfinite(byte[] bytes, int from, int to) {
        return isWord(bytes, from, to, "inf") || isWord(bytes, from, to, "infinity");
    }

    static boolean isWord(byte[] bytes, int from, int to, String word) {
        if (to - from != word.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if ((bytes[i] | 0x20) != word.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\f' || b == '\r';
    }

    static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static int digits(byte[] bytes, int from, int to) {
        int end = from;
        while (end < to && isDigit(bytes[end])) {
            end++;
        }
        return end;
    }

    /** Returns what a number is, {@link #UNSURE} if it is none. */
    private static int number(byte[] bytes, int from, int to, int length) {
        int first = bytes[from] == '-' ? from + 1 : from;
        int point = digits(bytes, first, to);
        int end = point;
        if (end < to && bytes[end] == '.') {
            end = digits(bytes, point + 1, to);
            if (end == point + 1 && point == first) {
                return UNSURE;
            }
        } else if (point == first) {
            return UNSURE;
        }
        int power = end;
        if (end < to && (bytes[end] | 0x20) == 'e') {
            int sign = end + 1;
            if (sign < to && (bytes[sign] == '-' || bytes[sign] == '+')) {
                sign++;
            }
            end = digits(bytes, sign, to);
            if (end == sign) {
                return UNSURE;
            }
        }
        if (end != to) {
            return UNSURE;
        }
        if (point - first > 1 && bytes[first] == '0') {
            return TEXT;
        }
        if (point == to) {
            return whole(bytes, from, to, length);
        }
        return isShort(power, to, length) || isKept(bytes, from, power, to)
                ? REAL
                : REAL | UNSURE_REAL;
    }

    private static boolean isShort(int power, int to, int length) {
        // A letter, a sign and two digits.
        return length <= KEPT_DIGITS && to - power <= 3;
    }

    private static int whole(byte[] bytes, int from, int to, int length) {
        boolean isNegative = bytes[from] == '-';
        if (isNegative && to - from == 2 && bytes[from + 1] == '0') {
            return REAL;
        }
        long value;
        try {
            value = Long.parseLong(text(bytes, from, to));
        } catch (NumberFormatException e) {
            return UNSURE;
        }
        // What is least stands for a missing value.
        if (value == Integer.MIN_VALUE || value == Long.MIN_VALUE) {
            return UNSURE;
        }
        int real = length <= KEPT_DIGITS || Math.abs(value) < EXACT ? REAL : REAL | UNSURE_REAL;
        return value == (int) value ? INT | LONG | real : LONG | real;
    }

    /** Returns whether a double surely has all its digits when it is written again; see {@link NumberReadings}. */
    private static boolean isKept(byte[] bytes, int from, int power, int to) {
        double number = Double.parseDouble(text(bytes, from, to));
        var written = significant(text(bytes, from, power));
        if (Double.isInfinite(number) || Math.abs(number) < LEAST && !written.isEmpty()) {
            return false;
        }
        if (to - from <= KEPT_DIGITS) {
            return true;
        }
        var brief = Double.toString(Math.abs(number));
        int letter = brief.indexOf('E');
        if (written.equals(significant(letter < 0 ? brief : brief.substring(0, letter)))) {
            return true;
        }
        return written.length() <= SEVENTEEN
                && number != 0
                && new BigDecimal(number)
                        .round(DUCK)
                        .unscaledValue()
                        .abs()
                        .toString()
                        .startsWith(written);
    }

    /** Returns the digits between the zeros around them. */
    private static String significant(String number) {
        var digits = new StringBuilder();
        for (int i = 0; i < number.length(); i++) {
            if (Character.isDigit(number.charAt(i))) {
                digits.append(number.charAt(i));
            }
        }
        int end = digits.length();
        while (end > 0 && digits.charAt(end - 1) == '0') {
            end--;
        }
        int begin = 0;
        while (begin < end && digits.charAt(begin) == '0') {
            begin++;
        }
        return digits.substring(begin, end);
    }

    static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Returns whether there is such a day. */
    static boolean isDay(int year, int month, int day) {
        return year > 0
                && month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
    }
}
