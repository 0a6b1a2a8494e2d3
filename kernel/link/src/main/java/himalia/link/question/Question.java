package himalia.link.question;

import himalia.link.LinkMessage;
import himalia.link.Messages;
import java.util.Map;

/** What the worker asks the kernel. Magics ask by the same names, with maps. */
public interface Question {
    /** Returns how it is called. */
    String name();

    /** Returns what is to be known for an answer, as a message has it. */
    Map<String, Object> arguments();

    /** Returns the message in which a cell asks it. */
    default LinkMessage message(long cell) {
        return message(cell, name(), arguments());
    }

    /** Returns the message in which a cell asks something by its name. */
    static LinkMessage message(long cell, String name, Map<String, ?> arguments) {
        return new LinkMessage(
                Messages.ASK,
                Map.of("cell", cell, "request", name, "arguments", (Object) arguments));
    }
}
