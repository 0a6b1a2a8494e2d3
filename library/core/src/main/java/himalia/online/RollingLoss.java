package himalia.online;

import java.util.Arrays;

/**
 * The mean loss of the last rows, and the one that forgets slowly.
 *
 * <p>J. Gama, R. Sebastião, P. Rodrigues (2013): On Evaluating Stream Learning Algorithms. Machine Learning 90, 317–346.
 */
final class RollingLoss {
    private final double[] last;
    private final double fading;
    private int count;
    private double all;
    private double fadedSum;
    private double fadedCount;

    RollingLoss(int window, double fading) {
        last = new double[window];
        this.fading = fading;
    }

    void add(double loss) {
        last[count++ % last.length] = loss;
        all += loss;
        fadedSum = loss + fading * fadedSum;
        fadedCount = 1 + fading * fadedCount;
    }

    double windowed() {
        return Arrays.stream(last, 0, Math.min(count, last.length)).average().orElse(Double.NaN);
    }

    double faded() {
        return fadedSum / fadedCount;
    }

    /** Of all rows alike. */
    double mean() {
        return all / count;
    }
}
