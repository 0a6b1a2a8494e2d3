package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.Hdbscan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %train hdbscan}. */
@Command(
        name = "hdbscan",
        description =
                "Groups where rows lie densely, as many as there are: Hdbscan, which needs no label and no seed. Scale the columns first.",
        footer = "Example: %%train hdbscan --least-rows 10 customers")
public final class HdbscanAlgorithm implements Algorithm {
    @Option(
            names = "--least-rows",
            defaultValue = "5",
            description = "Rows that a group has at least. Default: ${DEFAULT-VALUE}.")
    private int leastRows;

    @Option(
            names = "--neighbours",
            description = "Rows that tell how dense it is around each. Default: as --least-rows.")
    private @Nullable Integer neighbours;

    @Override
    public Trainer trainer(long seed) {
        return neighbours == null ? new Hdbscan(leastRows) : new Hdbscan(leastRows, neighbours);
    }

    @Override
    public boolean needsLabel() {
        return false;
    }
}
