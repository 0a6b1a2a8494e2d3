package himalia.kernel.debugger;

/** Why a request of the debugger could not be done, in words for the person who asked. */
public final class DebugException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DebugException(String message) {
        super(message);
    }
}
