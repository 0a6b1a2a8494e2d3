package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.FocalLoss;
import himalia.training.MultilayerPerceptron;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code %train mlp}. */
@Command(
        name = "mlp",
        description = "A network of layers, by PyTorch: MultilayerPerceptron.",
        footer = "Example: %%train mlp --label churned --hidden 64,32 --test test train")
public final class MlpAlgorithm implements Algorithm {
    @Option(
            names = "--hidden",
            split = ",",
            paramLabel = "UNITS",
            defaultValue = "32,16",
            description = "Units of each hidden layer. Default: ${DEFAULT-VALUE}.")
    private List<Integer> hidden = List.of();

    @Option(
            names = "--epochs",
            defaultValue = "30",
            description = "How often every row is seen. Default: ${DEFAULT-VALUE}.")
    private int epochs;

    @Option(
            names = "--rate",
            defaultValue = "0.01",
            description = "How far each step goes. Default: ${DEFAULT-VALUE}.")
    private double rate;

    @Option(
            names = "--batch",
            defaultValue = "32",
            description = "Rows between two steps. Default: ${DEFAULT-VALUE}.")
    private int batch;

    @Option(
            names = "--patience",
            defaultValue = "0",
            description =
                    "Epochs without progress before it stops; sets a tenth of the rows aside."
                            + " Default: goes through all epochs.")
    private int patience;

    @Option(
            names = "--gamma",
            description =
                    "How little rows that are right count, such as 2: focal loss, whose loss.gamma"
                            + " a --space may search. Default: all count.")
    private @Nullable Double gamma;

    @Mixin private final ParallelWords parallel = new ParallelWords();

    @Override
    public Trainer trainer(long seed) {
        return trainer(seed, Path.of(""));
    }

    @Override
    public Trainer trainer(long seed, Path folder) {
        var network = new MultilayerPerceptron(hidden, epochs, rate, batch, patience, seed);
        return parallel.over(
                gamma == null ? network : network.withLoss(new FocalLoss(gamma)), folder);
    }

    @Override
    public String space() {
        return gamma == null
                ? parallel.space(
                        "epochs=int(10, 100), rate=log(1e-4, 0.1), batch=choice(16, 32, 64, 128)",
                        false)
                : "network.epochs=int(10, 100), network.rate=log(1e-4, 0.1),"
                        + " network.batch=choice(16, 32, 64, 128)";
    }
}
