package himalia.sampling.augmentation;

import java.util.random.RandomGenerator;

/**
 * Makes a series higher or flatter: all values times one number, drawn about 1.
 *
 * <pre>{@code
 * new Scaling(0.1).apply(series, new Random(42))
 * }</pre>
 *
 * <p>T. T. Um et al. (2017): Data Augmentation of Wearable Sensor Data for Parkinson's Disease Monitoring using Convolutional
 * Neural Networks. ICMI.
 *
 * @param deviation of the normal distribution that the number is drawn from; not below 0
 */
public record Scaling(double deviation) implements Transform<double[]> {
    public Scaling {
        Ranges.notNegative(deviation, "deviation");
    }

    @Override
    public double[] apply(double[] original, RandomGenerator random) {
        var factor = 1 + deviation * random.nextGaussian();
        var changed = original.clone();
        for (var i = 0; i < changed.length; i++) {
            changed[i] *= factor;
        }
        return changed;
    }
}
