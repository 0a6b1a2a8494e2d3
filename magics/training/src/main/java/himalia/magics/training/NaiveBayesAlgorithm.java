package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.GaussianNB;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %train naive-bayes}. */
@Command(
        name = "naive-bayes",
        description = "A bell curve for each class and feature: GaussianNB, which needs no seed.",
        footer = "Example: %%train naive-bayes --label y --test test train")
public final class NaiveBayesAlgorithm implements Algorithm {
    @Option(
            names = "--smoothing",
            defaultValue = "1e-9",
            description =
                    "Added to each variance, as a share of the largest. Default: ${DEFAULT-VALUE}.")
    private double smoothing;

    @Override
    public Trainer trainer(long seed) {
        return new GaussianNB(smoothing);
    }

    @Override
    public String space() {
        return "smoothing=log(1e-12, 1)";
    }
}
