package himalia.cluster;

import himalia.parallel.PlacedRows;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.util.function.Consumer;

/** A worker that reads its rows itself; named by {@link FarStage}, in a text, and apart from others because libraries of storage are large. */
final class FarReading {
    private FarReading() {}

    /** What it is told of its rows. */
    record Recipe(FarRows rows, byte[] recipe) implements Serializable {
        private static final long serialVersionUID = 1;
    }

    /** Reads, and does the work of one. */
    static void work(
            byte[] heard,
            int number,
            int workers,
            int rounds,
            String host,
            File told,
            Consumer<byte[]> out)
            throws IOException, ClassNotFoundException {
        var recipe =
                (Recipe)
                        FarRun.read(
                                Files.readAllBytes(told.toPath()),
                                FarReading.class.getClassLoader());
        FarTraining.work(heard, number, workers, rounds, host, rows(recipe, number, workers), out);
    }

    private static byte[] rows(Recipe recipe, int number, int workers) throws IOException {
        var read = recipe.rows().read(number, workers);
        try {
            return PlacedRows.made(recipe.recipe(), read.rows(), read.labels());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "%s on the cluster is not what the table here has: %s; read it anew, or let the rows go with the job"
                            .formatted(recipe.rows().from(), e.getMessage()));
        }
    }
}
