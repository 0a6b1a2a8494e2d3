package himalia.streaming;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a job runs, since when, and for how long it ran. */
final class JobTimes {
    private final String cluster;
    private final Clock clock;
    private final Instant begun;
    private volatile @Nullable Instant ended;

    JobTimes(String cluster, Clock clock) {
        this.cluster = cluster;
        this.clock = clock;
        begun = clock.instant();
    }

    void end() {
        ended = clock.instant();
    }

    String cluster() {
        return cluster;
    }

    /** Returns when it began, by the clock on the wall, to the second: {@code 2026-11-28T04:05:00}. */
    String begun() {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                LocalDateTime.ofInstant(begun, ZoneId.systemDefault())
                        .truncatedTo(ChronoUnit.SECONDS));
    }

    /** Returns how long it ran, or has run until now. */
    String took() {
        var end = ended;
        var time = Duration.between(begun, end == null ? clock.instant() : end);
        return time.compareTo(Duration.ofMinutes(1)) < 0
                ? String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0)
                : time.compareTo(Duration.ofHours(1)) < 0
                        ? "%d min %d s".formatted(time.toMinutes(), time.toSecondsPart())
                        : "%d h %d min".formatted(time.toHours(), time.toMinutesPart());
    }
}
