package himalia.link.question;

import himalia.link.LinkMessage;
import java.util.Map;

/** To run every cell again that finished in this session; answered with how many there are. */
public record ReplayQuestion() implements Question {
    /** How it is called. */
    public static final String NAME = "replay";

    /** Reads it from a message. */
    public static ReplayQuestion from(LinkMessage asked) {
        return new ReplayQuestion();
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
