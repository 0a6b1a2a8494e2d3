package himalia.magics.augmentation;

import himalia.sampling.Sampler;
import himalia.sampling.augmentation.AugmentImages;
import himalia.sampling.augmentation.Cutout;
import himalia.sampling.augmentation.GaussianBlur;
import himalia.sampling.augmentation.GaussianNoise;
import himalia.sampling.augmentation.Pixels;
import himalia.sampling.augmentation.RandomBrightness;
import himalia.sampling.augmentation.RandomHorizontalFlip;
import himalia.sampling.augmentation.RandomRotation;
import himalia.sampling.augmentation.RandomShift;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tech.tablesaw.api.Table;

/** {@code %augment images}. */
@Command(
        name = "images",
        description = "Pictures, a row of the table each, point by point: AugmentImages.",
        footer = "Example: var more = %%augment images --label y --height 8 --width 8 train")
public final class ImagesMethod implements AugmentMethod {
    @Option(names = "--height", required = true, description = "Points from top to bottom.")
    private int height;

    @Option(names = "--width", required = true, description = "Points from left to right.")
    private int width;

    @Option(names = "--low", description = "Black. Default: 0, -1, or the least number.")
    private @Nullable Double low;

    @Option(names = "--high", description = "White. Default: 1, 16, 255 … or the most.")
    private @Nullable Double high;

    @Option(names = "--flip", defaultValue = "0", description = "Share mirrored. Default: 0.")
    private double flip;

    @Option(names = "--rotate", defaultValue = "10", description = "Most degrees. Default: 10.")
    private double rotate;

    @Option(names = "--shift", defaultValue = "1", description = "Most points. Default: 1.")
    private int shift;

    @Option(names = "--cutout", defaultValue = "0", description = "Side of a square. Default: 0.")
    private int cutout;

    @Option(names = "--light", defaultValue = "0", description = "Share of the range. Default: 0.")
    private double light;

    @Option(names = "--noise", defaultValue = "0", description = "Share of the range. Default: 0.")
    private double noise;

    @Option(names = "--blur", defaultValue = "0", description = "Most points. Default: 0.")
    private double blur;

    @Override
    public Sampler sampler(Table table, String label, int copies, long seed) {
        var chain =
                new Chain<Pixels>()
                        .with(flip, RandomHorizontalFlip::new)
                        .with(rotate, RandomRotation::new)
                        .with(shift, points -> new RandomShift((int) points, (int) points))
                        .with(cutout, size -> new Cutout((int) size))
                        .with(light, RandomBrightness::new)
                        .with(noise, GaussianNoise::new)
                        .with(blur, most -> new GaussianBlur(0, most));
        var options = "--flip, --rotate, --shift, --cutout, --light, --noise, --blur";
        var change = chain.transform(options);
        var found = AugmentImages.of(table, label, height, width, change, copies, seed);
        return new AugmentImages(
                height,
                width,
                low == null ? found.low() : low,
                high == null ? found.high() : high,
                change,
                copies,
                seed);
    }
}
