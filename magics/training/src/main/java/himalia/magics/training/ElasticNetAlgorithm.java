package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.ElasticNet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %train elastic-net}. */
@Command(
        name = "elastic-net",
        description =
                "Predicts a number by weights between lasso and ridge: ElasticNet, which needs no seed.",
        footer = "Example: %%train elastic-net --label price --l1-ratio 0.5 --test test train")
public final class ElasticNetAlgorithm implements Algorithm {
    @Option(
            names = "--alpha",
            defaultValue = "1",
            description = "The larger, the more weights are held back. Default: ${DEFAULT-VALUE}.")
    private double alpha;

    @Option(
            names = "--l1-ratio",
            defaultValue = "0.5",
            description =
                    "How much they are held back by their size, up to 1; the rest by their squares. Default: ${DEFAULT-VALUE}.")
    private double l1Ratio;

    @Override
    public Trainer trainer(long seed) {
        return new ElasticNet(alpha, l1Ratio);
    }

    @Override
    public String space() {
        return "alpha=log(1e-4, 10), l1Ratio=uniform(0.05, 1)";
    }
}
