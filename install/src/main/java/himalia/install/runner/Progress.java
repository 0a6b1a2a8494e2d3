package himalia.install.runner;

import himalia.install.notebook.Cell;
import java.time.Duration;

/** Hears how far a run is. */
public interface Progress {
    /** A cell begins: the {@code index}th of {@code all}, counted from 1. */
    void begins(int index, int all, Cell cell);

    /** It has ended. */
    void ends(int index, int all, Cell cell, boolean ok, Duration took);

    /** Tells nobody. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void begins(int index, int all, Cell cell) {}

            @Override
            public void ends(int index, int all, Cell cell, boolean ok, Duration took) {}
        };
    }
}
