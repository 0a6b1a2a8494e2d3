package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.ConvolutionalNetwork;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code %train cnn}. */
@Command(
        name = "cnn",
        description = "A network of convolutions for pictures, by PyTorch: ConvolutionalNetwork.",
        footer =
                "Example: %%train cnn --label digit --shape 1x8x8 --filters 16,32 --test test train")
public final class CnnAlgorithm implements Algorithm {
    @Mixin private final PictureWords pictures = new PictureWords();

    @Mixin private final NetworkWords words = new NetworkWords();

    @Override
    public Trainer trainer(long seed) {
        return trainer(seed, Path.of(""));
    }

    @Override
    public Trainer trainer(long seed, Path folder) {
        return new ConvolutionalNetwork(
                pictures.shape(),
                pictures.filters(),
                pictures.hidden(),
                words.options(seed, folder));
    }

    @Override
    public String space() {
        return NetworkWords.space();
    }
}
