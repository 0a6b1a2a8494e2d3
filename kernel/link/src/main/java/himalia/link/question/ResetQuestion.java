package himalia.link.question;

import himalia.link.LinkMessage;
import java.util.Map;

/** To forget every name, and with {@code classPath} the added jars. */
public record ResetQuestion(boolean classPath) implements Question {
    /** How it is called. */
    public static final String NAME = "reset";

    /** Reads it from a message. */
    public static ResetQuestion from(LinkMessage asked) {
        return new ResetQuestion(asked.flag("classPath"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Object> arguments() {
        return Map.of("classPath", classPath);
    }
}
