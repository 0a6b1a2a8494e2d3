package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.KNeighborsClassifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %train knn}. */
@Command(
        name = "knn",
        description =
                "Asks the nearest rows: KNeighborsClassifier, which needs no seed. Scale the columns first.",
        footer = "Example: %%train knn --neighbours 15 --label y --test test train")
public final class KnnAlgorithm implements Algorithm {
    @Option(
            names = "--neighbours",
            defaultValue = "5",
            description = "Rows that are asked. Default: ${DEFAULT-VALUE}.")
    private int neighbours;

    @Option(names = "--by-distance", description = "Nearer rows count more.")
    private boolean byDistance;

    @Override
    public Trainer trainer(long seed) {
        return new KNeighborsClassifier(neighbours, byDistance);
    }

    @Override
    public String space() {
        return "neighbours=logint(1, 50), byDistance=choice(true, false)";
    }
}
