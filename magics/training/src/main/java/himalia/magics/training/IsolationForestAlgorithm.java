package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.IsolationForest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %train isolation-forest}. */
@Command(
        name = "isolation-forest",
        description =
                "Tells rows that are unlike the others: IsolationForest, which needs no label.",
        footer = "Example: %%train isolation-forest --contamination 0.01 payments")
public final class IsolationForestAlgorithm implements Algorithm {
    @Option(
            names = "--trees",
            defaultValue = "100",
            description = "How many. Default: ${DEFAULT-VALUE}.")
    private int trees;

    @Option(
            names = "--samples",
            defaultValue = "256",
            description = "Rows that each tree is grown of. Default: ${DEFAULT-VALUE}.")
    private int samples;

    @Option(
            names = "--contamination",
            defaultValue = "0",
            description =
                    "Share of the rows that are called anomalies; 0 for those that score above 0.5. Default: ${DEFAULT-VALUE}.")
    private double contamination;

    @Override
    public Trainer trainer(long seed) {
        return new IsolationForest(trees, samples, contamination, seed);
    }

    @Override
    public boolean needsLabel() {
        return false;
    }
}
