package himalia.display.bundle;

/** A live display that must say how it ended when the cell ends before it does. */
public interface Unfinished {
    /** Shows the end state, unless the display has finished by itself. */
    void end(CellEnd how);
}
