package himalia.worker;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;

/** Which code of a method may throw an error that it answers, and which answers it, as it is read from its beginning to its end: there the heap may be full. */
final class ErrorHandlers {
    /** What {@code try} with resources catches, and throws on. */
    private static final String ANY = "java/lang/Throwable";

    private static final Set<String> ERRORS =
            Set.of(
                    "java/lang/OutOfMemoryError",
                    "java/lang/VirtualMachineError",
                    "java/lang/Error",
                    ANY);

    private final Set<Label> begins = new HashSet<>();

    /** What is tried by who means such an error, from the first label to the second. */
    private final Map<Label, Set<Label>> tries = new HashMap<>();

    /** Where those end that are read. */
    private final Set<Label> tried = new HashSet<>();

    /** Whether one has begun of which no instruction was read. */
    private boolean isNew;

    /** The same of what answers an error. */
    private boolean isCaught;

    private final Set<Label> passed = new HashSet<>();
    private @Nullable Label ahead;

    /** Where those end that are read, one in the other; where nobody knows, it is the end of the method. */
    private final Set<Label> ends = new HashSet<>();

    /** Hears of one before the method is read; {@code type} is what it catches, null where that is all. */
    void add(Label start, Label end, Label handler, @Nullable String type) {
        if (type != null && ERRORS.contains(type)) {
            begins.add(handler);
            if (type.equals(ANY)) {
                return;
            }
            tries.computeIfAbsent(start, each -> new HashSet<>()).add(end);
        }
    }

    /** What is tried jumps over what is done where it fails. */
    void jumpsAhead(Label label) {
        ahead = label;
    }

    void passes(Label label) {
        passed.add(label);
        ends.remove(label);
        tried.remove(label);
        var opened = tries.get(label);
        if (opened != null) {
            tried.addAll(opened);
            isNew = true;
        }
        if (begins.contains(label)) {
            isCaught = true;
            ends.add(ahead == null || passed.contains(ahead) ? new Label() : ahead);
        }
    }

    /** Returns whether what is read now is tried. */
    boolean isTried() {
        return !tried.isEmpty();
    }

    /** Returns the same, once for each that is: at its first instruction. */
    boolean begins() {
        boolean first = isNew && isTried();
        isNew = false;
        return first;
    }

    /** Returns whether the first instruction follows of what answers one; once for each. */
    boolean catches() {
        boolean first = isCaught;
        isCaught = false;
        return first;
    }

    /** Returns whether what is read now answers one. */
    boolean isInOne() {
        return !ends.isEmpty();
    }
}
