package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.RandomForestRegressor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %train forest-regressor}. */
@Command(
        name = "forest-regressor",
        description = "Predicts a number by trees of drawn rows: RandomForestRegressor.",
        footer = "Example: %%train forest-regressor --trees 200 --label price --test test train")
public final class ForestRegressorAlgorithm implements Algorithm {
    @Option(
            names = "--trees",
            defaultValue = "100",
            description = "How many. Default: ${DEFAULT-VALUE}.")
    private int trees;

    @Option(
            names = "--depth",
            defaultValue = "0",
            description =
                    "Questions that a row is asked at most by each tree; 0 for as many as it takes. Default: ${DEFAULT-VALUE}.")
    private int depth;

    @Override
    public Trainer trainer(long seed) {
        return new RandomForestRegressor(trees, depth, seed);
    }

    @Override
    public String space() {
        return "trees=logint(50, 500), depth=int(2, 20)";
    }
}
