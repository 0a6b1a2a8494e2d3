package himalia.magics.notebook;

import himalia.magics.spi.LineMagic;
import himalia.magics.spi.Notebook;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says how much libraries tell of their work. */
@Command(
        name = "loglevel",
        description = "Shows or sets how much libraries log into cells; without a word, shows it.",
        footer = "Example: %%loglevel info org.apache.flink")
public final class LoglevelMagic implements LineMagic<String> {
    /** From silence to everything. */
    public enum Level {
        OFF,
        ERROR,
        WARN,
        INFO,
        DEBUG,
        TRACE
    }

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "LEVEL",
            description = "One of ${COMPLETION-CANDIDATES}.")
    private @Nullable Level level;

    @Parameters(
            index = "1",
            arity = "0..1",
            defaultValue = "",
            paramLabel = "LOGGER",
            description = "Beginning of the loggers' names. Default: all of them.")
    private String logger = "";

    @Override
    public String run(Notebook notebook) {
        if (level == null) {
            return LogLevels.current();
        }
        LogLevels.set(level, logger);
        var property =
                "-Dorg.slf4j.simpleLogger."
                        + (logger.isEmpty() ? "defaultLogLevel" : "log." + logger);
        var option = property + "=" + level.name().toLowerCase(Locale.ROOT);
        notebook.ask("next worker", Map.of("options", List.of(option)));
        return LogLevels.current();
    }
}
