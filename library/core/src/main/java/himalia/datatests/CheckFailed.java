package himalia.datatests;

import java.util.Arrays;

/**
 * Something that was to hold does not.
 *
 * <pre>{@code
 * check(0.4).isGreaterThan(0.6);   // CheckFailed: expected 0.4 to be greater than 0.6
 * }</pre>
 */
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
