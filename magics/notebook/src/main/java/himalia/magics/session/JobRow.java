package himalia.magics.session;

import himalia.display.bundle.Display;
import himalia.magics.spi.Job;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One line of {@code %jobs}.
 *
 * @param name what it is called
 * @param state running, done, failed or ended
 * @param since when it began
 * @param progress what it said last of how far it is
 * @param outcome what it gave, or failed of
 */
public record JobRow(String name, String state, String since, String progress, String outcome) {
    private static final int MOST = 200;

    static JobRow of(Job job) {
        var outcome =
                job.failure()
                        .map(String::valueOf)
                        .or(() -> job.result().map(Display::text))
                        .orElse("");
        return new JobRow(
                job.name(),
                job.state().name().toLowerCase(Locale.ROOT),
                DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT)
                        .withZone(ZoneId.systemDefault())
                        .format(job.since()),
                job.progress(),
                outcome.length() <= MOST ? outcome : outcome.substring(0, MOST) + "…");
    }
}
