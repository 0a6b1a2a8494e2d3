package himalia.magics.streaming;

import himalia.magics.spi.MagicException;
import java.time.Duration;
import java.util.regex.Pattern;

/** How long something runs, as one writes it: {@code 30s}. */
final class RunTime {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    private RunTime() {}

    static Duration of(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new MagicException(
                    "--for is a number with ms, s, m or h behind it, such as 30s, got " + text);
        }
        long number = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }
}
