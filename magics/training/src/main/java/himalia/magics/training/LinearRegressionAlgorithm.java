package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.LinearRegression;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %train linear-regression}. */
@Command(
        name = "linear-regression",
        description =
                "Predicts a number by a weight for each feature: LinearRegression, which needs no"
                        + " seed.",
        footer = "Example: %%train linear-regression --label price --alpha 1 --test test train")
public final class LinearRegressionAlgorithm implements Algorithm {
    @Option(
            names = "--alpha",
            defaultValue = "0",
            description =
                    "The larger, the more weights are held back; 0 not at all. Default:"
                            + " ${DEFAULT-VALUE}.")
    private double alpha;

    @Override
    public Trainer trainer(long seed) {
        return new LinearRegression(alpha);
    }

    @Override
    public String space() {
        return "alpha=log(1e-6, 100)";
    }
}
