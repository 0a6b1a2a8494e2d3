package himalia.link.question;

import himalia.link.LinkMessage;
import java.util.Map;

/** To know one more magic, of a line or of a cell. */
public record MagicQuestion(String magic, boolean cell) implements Question {
    /** How it is called. */
    public static final String NAME = "magic";

    /** Reads it from a message. */
    public static MagicQuestion from(LinkMessage asked) {
        return new MagicQuestion(asked.text("name"), asked.flag("cell"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Object> arguments() {
        return Map.of("name", magic, "cell", cell);
    }
}
