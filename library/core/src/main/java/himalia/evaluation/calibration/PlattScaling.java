package himalia.evaluation.calibration;

import java.util.stream.IntStream;

/**
 * A sigmoid over decision values: for few rows, and for classifiers that are too sure or not sure enough everywhere alike.
 *
 * <pre>{@code
 * double[] decision = {-2, -1, 0.5, 2};
 * boolean[] positive = {false, false, true, true};
 * PlattScaling.fit(decision, positive).probability(1.0)
 * }</pre>
 *
 * <p>J. C. Platt (1999): Probabilistic Outputs for Support Vector Machines; H.-T. Lin, C.-J. Lin, R. C. Weng (2007): A Note on Platt's
 * Probabilistic Outputs for Support Vector Machines. Machine Learning 68, 267–276.
 *
 * @param a the slope, below 0 where larger decision values are more often positive
 * @param b the shift: the probability is {@code 1 / (1 + exp(a * decision + b))}
 */
public record PlattScaling(double a, double b) implements Calibrator {
    private static final int MOST_STEPS = 200;
    private static final double EXACT = 1e-12;

    /** Keeps the matrix of second derivatives one that can be divided by. */
    private static final double RIDGE = 1e-12;

    private static final double SMALLEST_STEP = 1e-12;
    private static final double ENOUGH = 1e-4;

    /** Finds both numbers by Newton's steps, on targets that Platt draws away from 0 and 1. */
    public static PlattScaling fit(double[] decision, boolean[] positive) {
        Decisions.check(decision, positive);
        return new Fit(decision, positive).run();
    }

    @Override
    public double probability(double decision) {
        return sigmoid(a * decision + b);
    }

    /** One over one and the exponential, without an overflow. */
    private static double sigmoid(double x) {
        return x >= 0 ? Math.exp(-x) / (1 + Math.exp(-x)) : 1 / (1 + Math.exp(x));
    }

    private static final class Fit {
        private final double[] decision;
        private final double[] target;
        private double a;
        private double b;

        Fit(double[] decision, boolean[] positive) {
            this.decision = decision;
            long yes = IntStream.range(0, positive.length).filter(i -> positive[i]).count();
            long no = positive.length - yes;
            target = new double[positive.length];
            for (int i = 0; i < target.length; i++) {
                target[i] = positive[i] ? (yes + 1.0) / (yes + 2.0) : 1 / (no + 2.0);
            }
            b = Math.log((no + 1.0) / (yes + 1.0));
        }

        PlattScaling run() {
            double loss = loss(a, b);
            for (int step = 0; step < MOST_STEPS; step++) {
                double aa = RIDGE;
                double bb = RIDGE;
                double ab = 0;
                double slopeA = 0;
                double slopeB = 0;
                for (int i = 0; i < target.length; i++) {
                    double p = sigmoid(a * decision[i] + b);
                    double curve = p * (1 - p);
                    aa += decision[i] * decision[i] * curve;
                    ab += decision[i] * curve;
                    bb += curve;
                    slopeA += decision[i] * (target[i] - p);
                    slopeB += target[i] - p;
                }
                if (Math.abs(slopeA) < EXACT && Math.abs(slopeB) < EXACT) {
                    break;
                }
                double determinant = aa * bb - ab * ab;
                double stepA = -(bb * slopeA - ab * slopeB) / determinant;
                double stepB = -(aa * slopeB - ab * slopeA) / determinant;
                double downhill = slopeA * stepA + slopeB * stepB;
                double size = 1;
                while (size >= SMALLEST_STEP
                        && loss(a + size * stepA, b + size * stepB)
                                > loss + ENOUGH * size * downhill) {
                    size /= 2;
                }
                if (size < SMALLEST_STEP) {
                    break;
                }
                a += size * stepA;
                b += size * stepB;
                loss = loss(a, b);
            }
            return new PlattScaling(a, b);
        }

        private double loss(double a, double b) {
            double loss = 0;
            for (int i = 0; i < target.length; i++) {
                double x = a * decision[i] + b;
                loss +=
                        x >= 0
                                ? target[i] * x + Math.log1p(Math.exp(-x))
                                : (target[i] - 1) * x + Math.log1p(Math.exp(x));
            }
            return loss;
        }
    }
}
