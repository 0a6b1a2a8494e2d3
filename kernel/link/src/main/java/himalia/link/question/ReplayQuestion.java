package himalia.link.question;

import himalia.link.LinkMessage;
import java.util.Map;

/**
 * To run every cell again that finished in this session; answered with how many there are, how many more before the
 * last reset, and the numbers of those since then that did not finish.
 *
 * @param all whether those before the last reset are wanted too
 * @param from the number of the first that is wanted
 */
public record ReplayQuestion(boolean all, long from) implements Question {
    /** How it is called. */
    public static final String NAME = "replay";

    /** Reads it from a message. */
    public static ReplayQuestion from(LinkMessage asked) {
        return new ReplayQuestion(asked.flag("all"), asked.number("from"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Object> arguments() {
        return Map.of("all", all, "from", from);
    }
}
