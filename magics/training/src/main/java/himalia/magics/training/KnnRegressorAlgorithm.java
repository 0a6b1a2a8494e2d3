package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.KNeighborsRegressor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %train knn-regressor}. */
@Command(
        name = "knn-regressor",
        description =
                "Predicts a number by the nearest rows: KNeighborsRegressor, which needs no seed. Scale the columns first.",
        footer = "Example: %%train knn-regressor --label price --test test train")
public final class KnnRegressorAlgorithm implements Algorithm {
    @Option(
            names = "--neighbours",
            defaultValue = "5",
            description = "Rows that are asked. Default: ${DEFAULT-VALUE}.")
    private int neighbours;

    @Option(names = "--by-distance", description = "Nearer rows count more.")
    private boolean byDistance;

    @Override
    public Trainer trainer(long seed) {
        return new KNeighborsRegressor(neighbours, byDistance);
    }

    @Override
    public String space() {
        return "neighbours=logint(1, 50), byDistance=choice(true, false)";
    }
}
