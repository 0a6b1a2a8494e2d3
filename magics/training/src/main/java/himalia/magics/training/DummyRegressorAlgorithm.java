package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.DummyRegressor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %train dummy-regressor}. */
@Command(
        name = "dummy-regressor",
        description = "A baseline that predicts one number: DummyRegressor.",
        footer = "Example: %%train dummy-regressor --label price --test test train")
public final class DummyRegressorAlgorithm implements Algorithm {
    @Option(
            names = "--strategy",
            defaultValue = "mean",
            description = "What it predicts: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private DummyRegressor.Strategy strategy = DummyRegressor.Strategy.MEAN;

    @Option(
            names = "--value",
            defaultValue = "0",
            description =
                    "The share of quantile, or the number of constant. Default: ${DEFAULT-VALUE}.")
    private double value;

    @Override
    public Trainer trainer(long seed) {
        return new DummyRegressor(strategy, value);
    }
}
