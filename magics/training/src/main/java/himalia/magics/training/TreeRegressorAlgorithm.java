package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.DecisionTreeRegressor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %train tree-regressor}. */
@Command(
        name = "tree-regressor",
        description =
                "Predicts a number by one tree of questions: DecisionTreeRegressor, which needs no seed.",
        footer = "Example: %%train tree-regressor --depth 4 --label price train")
public final class TreeRegressorAlgorithm implements Algorithm {
    @Option(
            names = "--depth",
            defaultValue = "0",
            description =
                    "Questions that a row is asked at most; 0 for as many as it takes. Default: ${DEFAULT-VALUE}.")
    private int depth;

    @Override
    public Trainer trainer(long seed) {
        return new DecisionTreeRegressor(depth);
    }

    @Override
    public String space() {
        return "depth=int(1, 20)";
    }
}
