package himalia.worker;

/** Ends a cell that the user interrupted. An {@code Error}, so that {@code catch (Exception e)} does not eat it. */
public final class CellInterrupted extends Error {
    private static final long serialVersionUID = 1L;

    CellInterrupted() {
        super("interrupted", null, false, true);
    }
}
