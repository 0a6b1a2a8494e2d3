package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.Lasso;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %train lasso}. */
@Command(
        name = "lasso",
        description =
                "Predicts a number by a few weights; others are 0: Lasso, which needs no seed.",
        footer = "Example: %%train lasso --label price --alpha 0.1 --test test train")
public final class LassoAlgorithm implements Algorithm {
    @Option(
            names = "--alpha",
            defaultValue = "1",
            description = "The larger, the more weights are held back. Default: ${DEFAULT-VALUE}.")
    private double alpha;

    @Override
    public Trainer trainer(long seed) {
        return new Lasso(alpha);
    }

    @Override
    public String space() {
        return "alpha=log(1e-4, 10)";
    }
}
