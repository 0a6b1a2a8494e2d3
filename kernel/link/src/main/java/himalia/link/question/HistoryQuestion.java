package himalia.link.question;

import himalia.link.LinkMessage;
import java.util.Map;

/** The last inputs, of this session or of all. */
public record HistoryQuestion(int n, boolean all) implements Question {
    /** How it is called. */
    public static final String NAME = "history";

    /** How many, where nobody says it. */
    private static final int MOST = 20;

    /** Reads it from a message. */
    public static HistoryQuestion from(LinkMessage asked) {
        return new HistoryQuestion(
                asked.has("n") ? (int) asked.number("n") : MOST, asked.flag("all"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Object> arguments() {
        return Map.of("n", n, "all", all);
    }
}
