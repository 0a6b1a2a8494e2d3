package himalia.link.question;

import himalia.link.LinkMessage;
import java.util.Map;

/** Which variables there are, with their types and values. */
public record VariablesQuestion() implements Question {
    /** How it is called. */
    public static final String NAME = "variables";

    /** Reads it from a message. */
    public static VariablesQuestion from(LinkMessage asked) {
        return new VariablesQuestion();
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
