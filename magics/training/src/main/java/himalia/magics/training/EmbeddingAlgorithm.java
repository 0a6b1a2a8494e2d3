package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.EmbeddingNetwork;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code %train embedding}. */
@Command(
        name = "embedding",
        description =
                "A network that learns numbers for each level of columns of texts, by PyTorch: EmbeddingNetwork.",
        footer = "Example: %%train embedding --label churned --hidden 64,32 --test test train")
public final class EmbeddingAlgorithm implements Algorithm {
    @Option(
            names = "--hidden",
            split = ",",
            paramLabel = "UNITS",
            defaultValue = "64,32",
            description = "Units of each dense layer. Default: ${DEFAULT-VALUE}.")
    private List<Integer> hidden = List.of();

    @Mixin private final NetworkWords words = new NetworkWords();

    @Override
    public Trainer trainer(long seed) {
        return trainer(seed, Path.of(""));
    }

    @Override
    public Trainer trainer(long seed, Path folder) {
        return new EmbeddingNetwork(hidden, words.options(seed, folder));
    }

    @Override
    public String space() {
        return NetworkWords.space();
    }
}
