package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.LogisticRegression;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %train linear}. */
@Command(
        name = "linear",
        description = "A weight for each feature: LogisticRegression, which needs no seed.",
        footer = "Example: %%train linear --label churned --balanced --test test train")
public final class LinearAlgorithm implements Algorithm {
    @Option(
            names = "--c",
            defaultValue = "1",
            description = "The smaller, the more weights are held back. Default: ${DEFAULT-VALUE}.")
    private double c;

    @Option(names = "--balanced", description = "Every class weighs the same, however rare.")
    private boolean balanced;

    @Override
    public Trainer trainer(long seed) {
        return new LogisticRegression(c, balanced);
    }

    @Override
    public String space() {
        return "c=log(1e-4, 1e4)";
    }
}
