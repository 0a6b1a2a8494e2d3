package himalia.link.question;

import himalia.link.LinkMessage;
import java.util.Map;

/** To have the front end offer a text as the next cell, or put it in place of this one. */
public record NextInputQuestion(String text, boolean replace) implements Question {
    /** How it is called. */
    public static final String NAME = "next input";

    /** Reads it from a message. */
    public static NextInputQuestion from(LinkMessage asked) {
        return new NextInputQuestion(asked.text("text"), asked.flag("replace"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Object> arguments() {
        return Map.of("text", text, "replace", replace);
    }
}
