package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.LinearSgd;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %train sgd}. */
@Command(
        name = "sgd",
        description = "A weight for each feature, by Tribuo's gradient descent: LinearSgd.",
        footer = "Example: %%train sgd --label churned --epochs 5 --test test train")
public final class SgdAlgorithm implements Algorithm {
    @Option(
            names = "--epochs",
            defaultValue = "20",
            description = "How often every row is seen. Default: ${DEFAULT-VALUE}.")
    private int epochs;

    @Option(
            names = "--rate",
            defaultValue = "0.1",
            description = "How far each step goes. Default: ${DEFAULT-VALUE}.")
    private double rate;

    @Override
    public Trainer trainer(long seed) {
        return new LinearSgd(epochs, rate, seed);
    }

    @Override
    public String space() {
        return "epochs=int(5, 50), rate=log(1e-3, 1)";
    }
}
