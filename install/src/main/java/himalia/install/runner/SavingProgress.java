package himalia.install.runner;

import himalia.display.bundle.WholeFile;
import himalia.install.notebook.NotebookCell;
import himalia.install.notebook.NotebookFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Writes a notebook after its cells, and tells another how far the run is. */
final class SavingProgress implements RunProgress {
    /** Of the time of a run, writing takes a tenth at most: a notebook of many large outputs is not written each time. */
    private static final int SHARE = 10;

    private final RunProgress shown;
    private final NotebookFile notebook;
    private final Path file;
    private String written = "";
    private long next = System.nanoTime();

    SavingProgress(RunProgress shown, NotebookFile notebook, Path file) {
        this.shown = shown;
        this.notebook = notebook;
        this.file = file;
    }

    @Override
    public void begins(int index, int all, NotebookCell cell) {
        shown.begins(index, all, cell);
    }

    @Override
    public void ends(int index, int all, NotebookCell cell, boolean ok, Duration took) {
        shown.ends(index, all, cell, ok, took);
        long begin = System.nanoTime();
        if (begin - next < 0) {
            return;
        }
        try {
            write();
        } catch (IOException e) {
            // The run goes on; where it still cannot be written at its end, that is told.
        }
        long end = System.nanoTime();
        next = end + SHARE * (end - begin);
    }

    /** Writes it as it is now, unless it was written so. */
    void write() throws IOException {
        var text = notebook.text();
        if (!text.equals(written)) {
            WholeFile.write(file, text);
            written = text;
        }
    }
}
