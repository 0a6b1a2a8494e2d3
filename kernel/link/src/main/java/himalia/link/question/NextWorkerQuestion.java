package himalia.link.question;

import himalia.link.LinkMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * To start later workers elsewhere, or with more.
 *
 * @param directory their folder; empty where it stays
 * @param environment variables beside those there are
 * @param options of the JVM, behind those there are
 */
public record NextWorkerQuestion(
        String directory, Map<String, String> environment, List<String> options)
        implements Question {
    /** How it is called. */
    public static final String NAME = "next worker";

    public NextWorkerQuestion {
        environment = Map.copyOf(environment);
        options = List.copyOf(options);
    }

    /** Reads it from a message. */
    public static NextWorkerQuestion from(LinkMessage asked) {
        var environment = new HashMap<String, String>();
        asked.map("environment")
                .forEach((name, value) -> environment.put(name, String.valueOf(value)));
        return new NextWorkerQuestion(
                asked.text("directory"), environment, Texts.of(asked.list("options")));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Object> arguments() {
        return Map.of("directory", directory, "environment", environment, "options", options);
    }
}
