package cells;

import himalia.magics.spi.MagicCatalog;
import himalia.magics.spi.Notebook;
import java.util.List;
import java.util.concurrent.FutureTask;

/** Runs a line on a thread where no test stands below, which would make a training a part of something larger. */
public final class Cell {
    private Cell() {}

    public static Object line(
            MagicCatalog catalog, Notebook notebook, String name, List<Object> words)
            throws Exception {
        var task = new FutureTask<>(() -> catalog.line(notebook, name, words));
        var thread = new Thread(task);
        thread.start();
        return task.get();
    }
}
