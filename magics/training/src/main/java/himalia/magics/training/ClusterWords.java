package himalia.magics.training;

import himalia.cluster.ClusterParallel;
import himalia.model.Trainer;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** On which cluster an algorithm is trained. */
final class ClusterWords {
    @Option(
            names = "--on",
            paramLabel = "HOST:PORT",
            description = "A Flink cluster that trains it, by the host and port of its page.")
    private @Nullable String on;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description =
                    "With --on: the file that TABLE was read from and the cluster sees too; each worker reads its rows"
                            + " there. Default: they go with the job.")
    private @Nullable Path file;

    boolean isNamed() {
        if (on == null && file != null) {
            throw new IllegalArgumentException(
                    "--file is where the workers of a cluster read their rows; name the cluster by --on HOST:PORT, or leave --file out");
        }
        return on != null;
    }

    /**
     * Returns a trainer there.
     *
     * @param workers how many; 0 for as many as slots are free
     */
    Trainer over(Trainer trainer, int workers, Path folder) {
        var there = new ClusterParallel(trainer, Objects.requireNonNull(on), workers);
        return file == null ? there : there.reading(folder.resolve(file));
    }
}
