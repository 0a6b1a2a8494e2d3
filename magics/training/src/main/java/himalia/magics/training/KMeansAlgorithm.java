package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.KMeans;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %train kmeans}. */
@Command(
        name = "kmeans",
        description = "Groups around means: KMeans, which needs no label. Scale the columns first.",
        footer = "Example: %%train kmeans --groups 4 customers")
public final class KMeansAlgorithm implements Algorithm {
    @Option(
            names = "--groups",
            defaultValue = "3",
            description = "How many. Default: ${DEFAULT-VALUE}.")
    private int groups;

    @Option(
            names = "--starts",
            defaultValue = "1",
            description = "How often it begins anew; the best is kept. Default: ${DEFAULT-VALUE}.")
    private int starts;

    @Override
    public Trainer trainer(long seed) {
        return new KMeans(groups, starts, seed);
    }

    @Override
    public boolean needsLabel() {
        return false;
    }
}
