package cells;

import himalia.model.Model;
import himalia.model.Trainer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import tech.tablesaw.api.Table;

/** Trains on a thread where no test stands below, which would make the training a part of something larger. */
public final class Cell {
    private Cell() {}

    public static Model fit(Trainer trainer, Table table, String label) {
        try {
            return CompletableFuture.supplyAsync(() -> trainer.fit(table, label)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
