package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.ConvolutionalRegressor;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code %train cnn-regressor}. */
@Command(
        name = "cnn-regressor",
        description =
                "The same network, which predicts a number of each picture: ConvolutionalRegressor.",
        footer =
                "Example: %%train cnn-regressor --label eaten --shape 1x8x8 --filters 16,32 --test test train")
public final class CnnRegressorAlgorithm implements Algorithm {
    @Mixin private final PictureWords pictures = new PictureWords();

    @Mixin private final NetworkWords words = new NetworkWords();

    @Override
    public Trainer trainer(long seed) {
        return trainer(seed, Path.of(""));
    }

    @Override
    public Trainer trainer(long seed, Path folder) {
        return new ConvolutionalRegressor(
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
