package himalia.search.samplers;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Erf;

/** Normal curves around numbers, cut at the bounds; each as wide as its neighbours are far. */
final class ParzenNumbers implements ParzenEstimator {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
    private static final double LEAST_PROBABILITY = 1e-300;
    private static final double ROOT_2 = Math.sqrt(2);
    private static final double LOG_ROOT_2_PI = Math.log(2 * Math.PI) / 2;

    /** Kernels are at least so many times narrower than the range. */
    private static final int NARROWEST = 100;

    private final ParzenRange range;
    private final double[] weights;
    private final double[] means;
    private final double[] widths;

    ParzenNumbers(ParzenRange range, double[] observed, double[] weights) {
        this.range = range;
        this.weights = weights;
        means =
                IntStream.rangeClosed(0, observed.length)
                        .mapToDouble(
                                i ->
                                        i < observed.length
                                                ? range.kernel(observed[i])
                                                : range.middle())
                        .toArray();
        widths = widths();
    }

    /** The wide one, which is the last, is nobody's neighbour. */
    private double[] widths() {
        int count = means.length - 1;
        var order =
                IntStream.range(0, count)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> means[i]))
                        .mapToInt(i -> i)
                        .toArray();
        var sorted = new double[count + 2];
        sorted[0] = range.least();
        sorted[count + 1] = range.most();
        for (int i = 0; i < count; i++) {
            sorted[i + 1] = means[order[i]];
        }
        var found = new double[count + 1];
        for (int i = 1; i <= count; i++) {
            double below = sorted[i] - sorted[i - 1];
            double above = sorted[i + 1] - sorted[i];
            // At the ends the neighbour counts, and not the bound.
            double width = Math.max(below, above);
            if (count >= 2 && i == 1) {
                width = above;
            } else if (count >= 2 && i == count) {
                width = below;
            }
            found[order[i - 1]] = width;
        }
        double narrowest = range.width() / Math.min(NARROWEST, 2 + count);
        for (int i = 0; i < count; i++) {
            found[i] = Math.max(narrowest, Math.min(range.width(), found[i]));
        }
        found[count] = range.width();
        return found;
    }

    @Override
    public double draw(Random random) {
        if (range.width() == 0) {
            return range.low();
        }
        int kernel = ParzenEstimator.place(weights, random);
        double from = below(kernel, range.least());
        double to = below(kernel, range.most());
        double share = from + random.nextDouble() * (to - from);
        double place =
                means[kernel]
                        + widths[kernel]
                                * NORMAL.inverseCumulativeProbability(
                                        Math.max(
                                                Double.MIN_NORMAL,
                                                Math.min(Math.nextDown(1.0), share)));
        return range.number(Math.max(range.least(), Math.min(range.most(), place)));
    }

    /** Returns how much of a kernel lies below a place. */
    private double below(int kernel, double place) {
        return Erf.erfc(-(place - means[kernel]) / (widths[kernel] * ROOT_2)) / 2;
    }

    @Override
    public double logDensity(double number) {
        if (range.width() == 0) {
            return 0;
        }
        var logs =
                IntStream.range(0, means.length)
                        .mapToDouble(kernel -> Math.log(weights[kernel]) + log(kernel, number))
                        .toArray();
        double most = Arrays.stream(logs).max().orElse(0);
        return most + Math.log(Arrays.stream(logs).map(each -> Math.exp(each - most)).sum());
    }

    private double log(int kernel, double number) {
        double inside = below(kernel, range.most()) - below(kernel, range.least());
        if (range.step() > 0) {
            double from = below(kernel, range.kernel(number - range.step() / 2));
            double to = below(kernel, range.kernel(number + range.step() / 2));
            return Math.log(Math.max(LEAST_PROBABILITY, to - from)) - Math.log(inside);
        }
        double far = (range.kernel(number) - means[kernel]) / widths[kernel];
        return -far * far / 2 - LOG_ROOT_2_PI - Math.log(widths[kernel]) - Math.log(inside);
    }
}
