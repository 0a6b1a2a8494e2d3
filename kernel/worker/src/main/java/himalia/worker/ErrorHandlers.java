package himalia.worker;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;

/** Which code of a method answers an error, as it is read from its beginning to its end: there the heap may be full. */
final class ErrorHandlers {
    private static final Set<String> ERRORS =
            Set.of(
                    "java/lang/OutOfMemoryError",
                    "java/lang/VirtualMachineError",
                    "java/lang/Error",
                    "java/lang/Throwable");

    private final Set<Label> begins = new HashSet<>();
    private final Set<Label> passed = new HashSet<>();
    private @Nullable Label ahead;

    /** Where those end that are read, one in the other; where nobody knows, it is the end of the method. */
    private final Set<Label> ends = new HashSet<>();

    /** Hears of one before the method is read; {@code type} is what it catches, null where that is all. */
    void add(Label handler, @Nullable String type) {
        if (type != null && ERRORS.contains(type)) {
            begins.add(handler);
        }
    }

    /** What is tried jumps over what is done where it fails. */
    void jumpsAhead(Label label) {
        ahead = label;
    }

    void passes(Label label) {
        passed.add(label);
        ends.remove(label);
        if (begins.contains(label)) {
            ends.add(ahead == null || passed.contains(ahead) ? new Label() : ahead);
        }
    }

    /** Returns whether what is read now is in one. */
    boolean isInOne() {
        return !ends.isEmpty();
    }
}
