package himalia.link.question;

import himalia.link.LinkMessage;
import java.util.Map;

/** Which jars and folders were added. */
public record ClassPathQuestion() implements Question {
    /** How it is called. */
    public static final String NAME = "class path";

    /** Reads it from a message. */
    public static ClassPathQuestion from(LinkMessage asked) {
        return new ClassPathQuestion();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Object> arguments() {
        return Map.of();
    }
}
