package himalia.sampling.augmentation;

import java.util.random.RandomGenerator;

/**
 * Adds normal noise to every value of a series.
 *
 * <pre>{@code
 * new Jitter(0.05).apply(series, new Random(42))
 * }</pre>
 *
 * <p>T. T. Um et al. (2017): Data Augmentation of Wearable Sensor Data for Parkinson's Disease Monitoring using Convolutional
 * Neural Networks. ICMI.
 *
 * @param deviation the noise's standard deviation, as a share of the series' own; not below 0
 */
public record Jitter(double deviation) implements Transform<double[]> {
    public Jitter {
        Ranges.notNegative(deviation, "deviation");
    }

    @Override
    public double[] apply(double[] original, RandomGenerator random) {
        var scale = deviation * Series.deviation(original);
        var changed = original.clone();
        for (var i = 0; i < changed.length; i++) {
            changed[i] += scale * random.nextGaussian();
        }
        return changed;
    }
}
