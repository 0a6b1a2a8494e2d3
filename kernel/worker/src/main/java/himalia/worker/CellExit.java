package himalia.worker;

/** Ends a cell that called {@code System.exit}; the worker and its state stay. */
public final class CellExit extends Error {
    private static final long serialVersionUID = 1L;

    CellExit(String message) {
        super(message, null, false, true);
    }

    /** Its class is nothing that a user knows. */
    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
