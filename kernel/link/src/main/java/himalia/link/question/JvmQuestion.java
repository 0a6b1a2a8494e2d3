package himalia.link.question;

import himalia.link.LinkMessage;
import java.util.List;
import java.util.Map;

/**
 * How the worker's JVM is started; where that is to change, a new one is started.
 *
 * @param restart whether there shall be a new one
 * @param java its program; empty where it stays
 * @param remove prefixes of options that it has no more
 * @param options what it has more
 */
public record JvmQuestion(boolean restart, String java, List<String> remove, List<String> options)
        implements Question {
    /** How it is called. */
    public static final String NAME = "jvm";

    public JvmQuestion {
        remove = List.copyOf(remove);
        options = List.copyOf(options);
    }

    /** Reads it from a message; one that says anything wants a new JVM. */
    public static JvmQuestion from(LinkMessage asked) {
        return new JvmQuestion(
                !asked.fields().isEmpty(),
                asked.text("java"),
                Texts.of(asked.list("remove")),
                Texts.of(asked.list("options")));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Object> arguments() {
        return restart
                ? Map.of("restart", true, "java", java, "remove", remove, "options", options)
                : Map.of();
    }
}
