package himalia.link.question;

import himalia.link.LinkMessage;
import java.util.List;
import java.util.Map;

/** To run cells again, by their numbers or ranges of them; answered with their texts. */
public record RerunQuestion(List<String> cells) implements Question {
    /** How it is called. */
    public static final String NAME = "rerun";

    public RerunQuestion {
        cells = List.copyOf(cells);
    }

    /** Reads it from a message. */
    public static RerunQuestion from(LinkMessage asked) {
        return new RerunQuestion(Texts.of(asked.list("cells")));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Object> arguments() {
        return Map.of("cells", cells);
    }
}
