package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.ConvolutionalNetwork;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code %train cnn}. */
@Command(
        name = "cnn",
        description = "A network of convolutions for pictures, by PyTorch: ConvolutionalNetwork.",
        footer =
                "Example: %%train cnn --label digit --shape 1x8x8 --filters 16,32 --test test train")
public final class CnnAlgorithm implements Algorithm {
    @Option(
            names = "--shape",
            split = "x",
            required = true,
            paramLabel = "LENGTH",
            description = "Channels, height and width of a picture, whose pixels are the columns.")
    private List<Integer> shape = List.of();

    @Option(
            names = "--filters",
            split = ",",
            paramLabel = "COUNT",
            defaultValue = "16,32",
            description =
                    "Filters of each convolution; height and width are halved behind it. Default: ${DEFAULT-VALUE}.")
    private List<Integer> filters = List.of();

    @Option(
            names = "--hidden",
            split = ",",
            paramLabel = "UNITS",
            defaultValue = "64",
            description =
                    "Units of each dense layer behind the convolutions. Default: ${DEFAULT-VALUE}.")
    private List<Integer> hidden = List.of();

    @Mixin private final NetworkWords words = new NetworkWords();

    @Override
    public Trainer trainer(long seed) {
        return trainer(seed, Path.of(""));
    }

    @Override
    public Trainer trainer(long seed, Path folder) {
        return new ConvolutionalNetwork(shape, filters, hidden, words.options(seed, folder));
    }

    @Override
    public String space() {
        return NetworkWords.space();
    }
}
