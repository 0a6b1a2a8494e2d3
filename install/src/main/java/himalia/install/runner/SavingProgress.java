package himalia.install.runner;

import himalia.display.bundle.WholeFile;
import himalia.install.notebook.NotebookCell;
import himalia.install.notebook.NotebookFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/** Writes a notebook after each of its cells, and tells another how far the run is. */
record SavingProgress(RunProgress shown, NotebookFile notebook, Path file) implements RunProgress {
    @Override
    public void begins(int index, int all, NotebookCell cell) {
        shown.begins(index, all, cell);
    }

    @Override
    public void ends(int index, int all, NotebookCell cell, boolean ok, Duration took) {
        shown.ends(index, all, cell, ok, took);
        try {
            WholeFile.write(file, notebook.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
