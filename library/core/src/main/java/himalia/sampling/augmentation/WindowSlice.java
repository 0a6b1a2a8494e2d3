package himalia.sampling.augmentation;

import java.util.random.RandomGenerator;

/**
 * A part of a series, from a place that is drawn evenly, stretched to the length of the whole.
 *
 * <pre>{@code
 * new WindowSlice(0.9).apply(series, new Random(42))
 * }</pre>
 *
 * <p>A. Le Guennec, S. Malinowski, R. Tavenard (2016): Data Augmentation for Time Series Classification using Convolutional Neural
 * Networks. ECML/PKDD Workshop on Advanced Analytics and Learning on Temporal Data.
 *
 * @param share the part's length as a share of the whole, above 0 and at most 1; two points at least
 */
public record WindowSlice(double share) implements Transform<double[]> {
    public WindowSlice {
        Ranges.partOfAll(share, "share");
    }

    @Override
    public double[] apply(double[] original, RandomGenerator random) {
        // One point alone would make a series of one value.
        var least = Math.min(2, original.length);
        var length = Math.max(least, (int) Math.round(share * original.length));
        if (original.length == 0) {
            return original.clone();
        }
        var from = random.nextInt(original.length - length + 1);
        return Series.stretched(original, from, from + length, original.length);
    }
}
