package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.Ridge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %train ridge}. */
@Command(
        name = "ridge",
        description =
                "Predicts a number by weights that are held back by their squares: Ridge, which needs no seed.",
        footer = "Example: %%train ridge --label price --alpha 10 --test test train")
public final class RidgeAlgorithm implements Algorithm {
    @Option(
            names = "--alpha",
            defaultValue = "1",
            description = "The larger, the more weights are held back. Default: ${DEFAULT-VALUE}.")
    private double alpha;

    @Override
    public Trainer trainer(long seed) {
        return new Ridge(alpha);
    }

    @Override
    public String space() {
        return "alpha=log(1e-4, 1e4)";
    }
}
