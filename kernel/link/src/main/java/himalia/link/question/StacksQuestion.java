package himalia.link.question;

import himalia.link.LinkMessage;
import himalia.link.StackFrames;
import java.util.List;
import java.util.Map;

/** How stacks read that a cell prints; answered with the lines of each. */
public record StacksQuestion(List<List<StackTraceElement>> stacks) implements Question {
    /** How it is called. */
    public static final String NAME = "stacks";

    public StacksQuestion {
        stacks = List.copyOf(stacks);
    }

    /** Reads it from a message; a stack that is none is left empty. */
    public static StacksQuestion from(LinkMessage asked) {
        return new StacksQuestion(asked.list("stacks").stream().map(StackFrames::read).toList());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Object> arguments() {
        return Map.of("stacks", stacks.stream().map(StackFrames::write).toList());
    }
}
