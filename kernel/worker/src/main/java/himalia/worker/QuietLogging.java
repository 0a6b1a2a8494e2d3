package himalia.worker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/**
 * Sets {@code java.util.logging} to warnings, when a library first uses it: what a library has to tell of its progress
 * does not belong in a cell. Named by {@code java.util.logging.config.class}, so it costs nothing before.
 */
public final class QuietLogging {
    private static final String SETTINGS =
            "handlers=java.util.logging.ConsoleHandler\n.level=WARNING\n"
                    + "java.util.logging.SimpleFormatter.format=%4$s %3$s: %5$s%6$s%n\n";

    /** Called by the log manager. */
    public QuietLogging() throws IOException {
        LogManager.getLogManager()
                .readConfiguration(
                        new ByteArrayInputStream(SETTINGS.getBytes(StandardCharsets.UTF_8)));
    }
}
