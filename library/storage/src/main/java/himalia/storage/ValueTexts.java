package himalia.storage;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Values as texts in one form, whatever file they are from: numbers without needless zeros, times as ISO writes them. So a
 * number of many digits is the same as its text in a file that has no such numbers. 007 is no form of 7.
 */
final class ValueTexts {
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d{1,3})?");

    private static final Pattern TIME =
            Pattern.compile(
                    "(-?\\d{4}-\\d\\d-\\d\\d)[ T](\\d\\d:\\d\\d)(:\\d\\d)?(\\.\\d+)?(Z|\\+00(?::00)?)?");

    private ValueTexts() {}

    static String of(String text) {
        if (NUMBER.matcher(text).matches()) {
            return new BigDecimal(text).stripTrailingZeros().toPlainString();
        }
        var time = TIME.matcher(text);
        if (!time.matches()) {
            return text;
        }
        var seconds = time.group(3) == null ? ":00" : time.group(3);
        var part = time.group(4) == null ? "" : time.group(4).replaceFirst("\\.?0+$", "");
        return time.group(1)
                + "T"
                + time.group(2)
                + seconds
                + part
                + (time.group(5) == null ? "" : "Z");
    }
}
