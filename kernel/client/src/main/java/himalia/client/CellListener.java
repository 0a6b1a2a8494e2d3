package himalia.client;

import java.io.IOException;

/** Hears what comes for a cell while somebody waits for its end. */
public interface CellListener {
    /** Something came. */
    void heard(Event event) throws IOException, InterruptedException;

    /** Nothing has come for a tenth of a second, and the cell goes on. */
    default void silent() throws InterruptedException {}
}
