package himalia.magics.featurestore;

import himalia.magics.spi.JavaText;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Words of a line, and how they are written in Java. */
final class Words {
    private Words() {}

    /** Writes texts as arguments. */
    static String texts(JavaText java, List<String> words) {
        return String.join(", ", words.stream().map(java::of).toList());
    }

    /** Reads a moment; without a zone it is UTC's. */
    static Instant moment(String option, String word) {
        try {
            if (word.equals("now")) {
                return Clock.systemUTC().instant();
            }
            if (word.matches("[\\d-]+")) {
                return LocalDate.parse(word).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            return word.endsWith("Z")
                    ? Instant.parse(word)
                    : LocalDateTime.parse(word).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "%s takes a time such as 2026-01-31 or 2026-01-31T08:30:00Z, or now; got '%s'"
                            .formatted(option, word),
                    e);
        }
    }

    /** Writes a moment. */
    static String java(String option, String word) {
        return word.equals("now")
                ? "java.time.Instant.now()"
                : "java.time.Instant.parse(\"%s\")".formatted(moment(option, word));
    }
}
