package himalia.install.cli;

import himalia.install.notebook.NotebookCell;
import himalia.install.runner.RunProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Shows how far a run is: in a terminal a line for each cell, elsewhere nothing until the end. */
final class Terminal implements RunProgress {
    private static final int WIDTH = 56;

    private final PrintWriter err;
    private final boolean shown;

    /**
     * Shows on {@code err}.
     *
     * @param shown false where nobody watches
     */
    Terminal(PrintWriter err, boolean shown) {
        this.err = err;
        this.shown = shown;
    }

    /** True where the launcher saw a terminal behind the error stream. */
    static boolean isThere() {
        return Boolean.getBoolean("himalia.terminal");
    }

    @Override
    public void begins(int index, int all, NotebookCell cell) {
        if (shown) {
            err.print("\r\u001B[K" + line(index, all, cell));
            err.flush();
        }
    }

    @Override
    public void ends(int index, int all, NotebookCell cell, boolean ok, Duration took) {
        if (shown) {
            var mark = ok ? "\u001B[32m✓\u001B[0m" : "\u001B[31m✗\u001B[0m";
            var seconds = String.format(Locale.ROOT, "%6.1f s", took.toMillis() / 1000.0);
            err.println("\r\u001B[K" + line(index, all, cell) + " " + seconds + " " + mark);
            err.flush();
        }
    }

    private static String line(int index, int all, NotebookCell cell) {
        var first =
                cell.source()
                        .lines()
                        .filter(text -> !text.isBlank() && !text.startsWith("import "))
                        .findFirst()
                        .orElseGet(() -> cell.source().lines().findFirst().orElse(""))
                        .strip();
        var cut = first.length() > WIDTH ? first.substring(0, WIDTH - 1) + "…" : first;
        return String.format("%3d/%d  %-" + WIDTH + "s", index, all, cut);
    }
}
