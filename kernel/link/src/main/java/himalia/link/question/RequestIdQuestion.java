package himalia.link.question;

import himalia.link.LinkMessage;
import java.util.Map;

/** The id of the request whose cell runs. */
public record RequestIdQuestion() implements Question {
    /** How it is called. */
    public static final String NAME = "request id";

    /** Reads it from a message. */
    public static RequestIdQuestion from(LinkMessage asked) {
        return new RequestIdQuestion();
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
