package himalia.storage;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

    private static final Pattern CLOCK = Pattern.compile("(\\d\\d:\\d\\d)(:\\d\\d)?(\\.\\d+)?");

    private ValueTexts() {}

    static String of(String text) {
        if (NUMBER.matcher(text).matches()) {
            return new BigDecimal(text).stripTrailingZeros().toPlainString();
        }
        var clock = CLOCK.matcher(text);
        if (clock.matches()) {
            return clock.group(1) + seconds(clock.group(2), clock.group(3));
        }
        var time = TIME.matcher(text);
        return time.matches()
                ? time.group(1)
                        + "T"
                        + time.group(2)
                        + seconds(time.group(3), time.group(4))
                        + (time.group(5) == null ? "" : "Z")
                : text;
    }

    private static String seconds(@Nullable String whole, @Nullable String part) {
        return (whole == null ? ":00" : whole)
                + (part == null ? "" : part.replaceFirst("\\.?0+$", ""));
    }
}
