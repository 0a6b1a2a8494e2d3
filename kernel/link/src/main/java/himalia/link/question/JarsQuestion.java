package himalia.link.question;

import himalia.link.LinkMessage;
import java.util.List;
import java.util.Map;

/** To put jars on the class path. */
public record JarsQuestion(List<String> files) implements Question {
    /** How it is called. */
    public static final String NAME = "jars";

    public JarsQuestion {
        files = List.copyOf(files);
    }

    /** Reads it from a message. */
    public static JarsQuestion from(LinkMessage asked) {
        return new JarsQuestion(Texts.of(asked.list("files")));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Object> arguments() {
        return Map.of("files", files);
    }
}
