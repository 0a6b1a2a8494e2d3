package himalia.link.question;

import himalia.link.LinkMessage;
import java.util.Map;

/** To end the session in the front end, and the kernel too unless it is to be kept. */
public record ExitQuestion(boolean keepKernel) implements Question {
    /** How it is called. */
    public static final String NAME = "exit";

    /** Reads it from a message. */
    public static ExitQuestion from(LinkMessage asked) {
        return new ExitQuestion(asked.flag("keepKernel"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Object> arguments() {
        return Map.of("keepKernel", keepKernel);
    }
}
