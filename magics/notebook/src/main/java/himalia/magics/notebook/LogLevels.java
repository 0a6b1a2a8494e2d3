package himalia.magics.notebook;

import himalia.magics.spi.MagicException;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/**
 * The levels of SLF4J's simple binding and of {@code java.util.logging}. The binding reads its own when a logger is made
 * and offers no way to change them later, so they are set where it keeps them.
 */
final class LogLevels {
    private static final Map<String, String> SET = new TreeMap<>();

    /** What the log manager would otherwise forget, with the level. */
    private static final List<Logger> HELD = new java.util.ArrayList<>();

    private LogLevels() {}

    /** Returns what was set, logger by logger. */
    static synchronized String current() {
        var text = new StringBuilder("all: ").append(SET.getOrDefault("", "warn"));
        SET.forEach((name, level) -> text.append(name.isEmpty() ? "" : "\n" + name + ": " + level));
        return text.toString();
    }

    static synchronized void set(LoglevelMagic.Level level, String prefix) {
        SET.put(prefix, level.name().toLowerCase(Locale.ROOT));
        java(level, prefix);
        slf4j(level, prefix);
    }

    private static void java(LoglevelMagic.Level level, String prefix) {
        var wanted =
                switch (level) {
                    case OFF -> Level.OFF;
                    case ERROR -> Level.SEVERE;
                    case WARN -> Level.WARNING;
                    case INFO -> Level.INFO;
                    case DEBUG -> Level.FINE;
                    case TRACE -> Level.ALL;
                };
        var logger = Logger.getLogger(prefix);
        HELD.add(logger);
        logger.setLevel(wanted);
        Arrays.stream(LogManager.getLogManager().getLogger("").getHandlers())
                .forEach(handler -> handler.setLevel(Level.ALL));
    }

    private static void slf4j(LoglevelMagic.Level level, String prefix) {
        // 0 is trace, 10 debug, and so on to 50, off.
        int number = 10 * (LoglevelMagic.Level.values().length - 1 - level.ordinal());
        var factory = LoggerFactory.getILoggerFactory();
        try {
            if (prefix.isEmpty()) {
                var settings = field(factory.getLogger("").getClass(), "CONFIG_PARAMS").get(null);
                field(settings.getClass(), "defaultLogLevel").setInt(settings, number);
            } else {
                System.setProperty(
                        "org.slf4j.simpleLogger.log." + prefix,
                        level.name().toLowerCase(Locale.ROOT));
            }
            var loggers = (Map<?, ?>) field(factory.getClass(), "loggerMap").get(factory);
            for (var logger : loggers.entrySet()) {
                if (String.valueOf(logger.getKey()).startsWith(prefix)) {
                    field(logger.getValue().getClass(), "currentLogLevel")
                            .setInt(logger.getValue(), number);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new MagicException(
                    "%loglevel: the logging of "
                            + factory.getClass().getName()
                            + " cannot be changed while it runs; set its own configuration",
                    e);
        }
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        var field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
