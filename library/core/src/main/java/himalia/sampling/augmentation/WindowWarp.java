package himalia.sampling.augmentation;

import java.util.random.RandomGenerator;

/**
 * A part of a series, from a place that is drawn evenly, goes at half or double speed; the whole keeps its length.
 *
 * <pre>{@code
 * new WindowWarp(0.1).apply(series, new Random(42))
 * }</pre>
 *
 * <p>A. Le Guennec, S. Malinowski, R. Tavenard (2016): Data Augmentation for Time Series Classification using Convolutional Neural
 * Networks. ECML/PKDD Workshop on Advanced Analytics and Learning on Temporal Data.
 *
 * @param share the part's length as a share of the whole, above 0 and at most 1
 */
public record WindowWarp(double share) implements Transform<double[]> {
    public WindowWarp {
        Ranges.partOfAll(share, "share");
    }

    @Override
    public double[] apply(double[] original, RandomGenerator random) {
        if (original.length == 0) {
            return original.clone();
        }
        var length = Math.max(1, (int) Math.round(share * original.length));
        var from = random.nextInt(original.length - length + 1);
        var to = from + length;
        var warped =
                Series.stretched(
                        original,
                        from,
                        to,
                        // Two points at least, since one alone has the same value everywhere.
                        random.nextBoolean()
                                ? 2 * length
                                : Math.max(Math.min(2, length), length / 2));
        var whole = new double[original.length - length + warped.length];
        System.arraycopy(original, 0, whole, 0, from);
        System.arraycopy(warped, 0, whole, from, warped.length);
        System.arraycopy(original, to, whole, from + warped.length, original.length - to);
        return Series.stretched(whole, 0, whole.length, original.length);
    }
}
