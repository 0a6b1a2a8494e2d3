package himalia.sampling.augmentation;

import java.util.random.RandomGenerator;

/**
 * Paints a black square over a part of a picture; its middle is drawn evenly, so that at the edge less of it is seen.
 *
 * <pre>{@code
 * new Cutout(3).apply(digit, new Random(42))
 * }</pre>
 *
 * <p>T. DeVries, G. W. Taylor (2017): Improved Regularization of Convolutional Neural Networks with Cutout.
 *
 * @param size points of a side
 */
public record Cutout(int size) implements Transform<Pixels> {
    public Cutout {
        Ranges.positive(size, "size");
    }

    @Override
    public Pixels apply(Pixels original, RandomGenerator random) {
        if (size >= Math.max(original.height(), original.width())) {
            throw new IllegalArgumentException(
                    "a square of %d may cover a picture of %d × %d wholly; take a smaller one"
                            .formatted(size, original.height(), original.width()));
        }
        var top = random.nextInt(original.height()) - size / 2;
        var left = random.nextInt(original.width()) - size / 2;
        return Images.cutout(original, top, left, size, original.low());
    }
}
