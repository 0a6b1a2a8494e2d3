package himalia.install.runner;

import himalia.install.notebook.NotebookCell;
import java.time.Duration;

/** Hears how far a run is. */
public interface RunProgress {
    /** A cell begins: the {@code index}th of {@code all}, counted from 1. */
    void begins(int index, int all, NotebookCell cell);

    /** It has ended. */
    void ends(int index, int all, NotebookCell cell, boolean ok, Duration took);

    /** Tells nobody. */
    static RunProgress silent() {
        return new RunProgress() {
            @Override
            public void begins(int index, int all, NotebookCell cell) {}

            @Override
            public void ends(int index, int all, NotebookCell cell, boolean ok, Duration took) {}
        };
    }
}
