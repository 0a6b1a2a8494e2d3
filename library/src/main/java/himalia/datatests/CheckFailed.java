package himalia.datatests;

/** Something that was to hold does not. */
public final class CheckFailed extends AssertionError {
    private static final long serialVersionUID = 1L;

    CheckFailed(String message) {
        super(message);
    }
}
