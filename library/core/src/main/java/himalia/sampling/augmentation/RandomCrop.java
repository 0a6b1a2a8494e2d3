package himalia.sampling.augmentation;

import java.util.random.RandomGenerator;

/**
 * Takes a part of a picture, from a place that is drawn evenly.
 *
 * <pre>{@code
 * new RandomCrop(6, 6).apply(digit, new Random(42))     // 6 × 6
 * }</pre>
 *
 * @param height of the part
 * @param width of the part
 */
public record RandomCrop(int height, int width) implements Transform<Pixels> {
    public RandomCrop {
        Ranges.positive(height, "height");
        Ranges.positive(width, "width");
    }

    @Override
    public Pixels apply(Pixels original, RandomGenerator random) {
        if (height > original.height() || width > original.width()) {
            throw new IllegalArgumentException(
                    "a picture of %d × %d has no part of %d × %d"
                            .formatted(original.height(), original.width(), height, width));
        }
        var top = random.nextInt(original.height() - height + 1);
        var left = random.nextInt(original.width() - width + 1);
        return Images.crop(original, top, left, height, width);
    }
}
