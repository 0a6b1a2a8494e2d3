package himalia.datatests;

import java.util.Arrays;

/** Something that was to hold does not. */
public final class CheckFailed extends AssertionError {
    private static final long serialVersionUID = 1L;

    /** The trace begins where the check stands: how it was found is nobody's concern. */
    private static final String OURS = "himalia.datatests.";

    CheckFailed(String message) {
        super(message);
        setStackTrace(
                Arrays.stream(getStackTrace())
                        .dropWhile(frame -> frame.getClassName().startsWith(OURS))
                        .toArray(StackTraceElement[]::new));
    }
}
