package himalia.link.question;

import himalia.link.LinkMessage;
import java.util.Map;

/** To evaluate code within the code that runs; answered with where its value is kept. */
public record EvalQuestion(String source) implements Question {
    /** How it is called. */
    public static final String NAME = "eval";

    /** Reads it from a message. */
    public static EvalQuestion from(LinkMessage asked) {
        return new EvalQuestion(asked.text("source"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Object> arguments() {
        return Map.of("source", source);
    }
}
