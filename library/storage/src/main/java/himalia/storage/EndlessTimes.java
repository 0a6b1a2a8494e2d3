package himalia.storage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.arrow.vector.types.TimeUnit;

/**
 * Days and times without end, {@code infinity} in DuckDB and Postgres. Files have the last number of a type for them, and
 * drivers the last time of Java. Nanoseconds are left out: their last one is a time that pandas knows as its latest.
 */
final class EndlessTimes {
    private static final Map<Temporal, String> TEXTS = new HashMap<>();

    static {
        add(LocalDate.MIN, LocalDate.MAX);
        add(LocalDate.ofEpochDay(-Integer.MAX_VALUE), LocalDate.ofEpochDay(Integer.MAX_VALUE));
        add(LocalDateTime.MIN, LocalDateTime.MAX);
        add(OffsetDateTime.MIN.toInstant(), OffsetDateTime.MAX.toInstant());
        for (var unit : new TimeUnit[] {TimeUnit.MILLISECOND, TimeUnit.MICROSECOND}) {
            var least = CellTexts.instant(-Long.MAX_VALUE, unit);
            var most = CellTexts.instant(Long.MAX_VALUE, unit);
            add(least, most);
            add(local(least), local(most));
        }
    }

    private EndlessTimes() {}

    private static void add(Temporal least, Temporal most) {
        TEXTS.put(least, "-infinity");
        TEXTS.put(most, "infinity");
    }

    private static LocalDateTime local(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    static String text(LocalDate day) {
        return text(day, LocalDate::toString);
    }

    /** Returns the word for one without end; of all others, what the function writes. */
    static <T extends Temporal> String text(T time, Function<T, String> written) {
        var endless = TEXTS.get(time);
        return endless == null ? written.apply(time) : endless;
    }
}
