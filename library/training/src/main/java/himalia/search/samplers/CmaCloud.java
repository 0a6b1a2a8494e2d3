package himalia.search.samplers;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/** A normal distribution that learns from generations; names and numbers are those of Hansen's tutorial, figure 6 and table 1. */
final class CmaCloud {
    private final int size;
    private final int parents;
    private final double[] weights;
    private final double root;
    private final double csigma;
    private final double dsigma;
    private final double cc;
    private final double c1;
    private final double cmu;
    private final double expected;

    private final double[] mean;
    private final double[] pathSigma;
    private final double[] pathC;
    private RealMatrix covariance;
    private double sigma;
    private int generation;

    CmaCloud(int size, double sigma, int population) {
        this.size = size;
        this.sigma = sigma;
        parents = population / 2;
        weights = new double[population];
        for (int i = 0; i < population; i++) {
            weights[i] = Math.log((population + 1) / 2.0) - Math.log(i + 1);
        }
        double n = size;
        double mueff = effective(0, parents);
        root = Math.sqrt(mueff);
        csigma = (mueff + 2) / (n + mueff + 5);
        dsigma = 1 + 2 * Math.max(0, Math.sqrt((mueff - 1) / (n + 1)) - 1) + csigma;
        cc = (4 + mueff / n) / (n + 4 + 2 * mueff / n);
        c1 = 2 / ((n + 1.3) * (n + 1.3) + mueff);
        cmu = Math.min(1 - c1, 2 * (mueff - 2 + 1 / mueff) / ((n + 2) * (n + 2) + mueff));
        expected = Math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n));
        scale(0, parents, 1);
        double most = 1 + 2 * effective(parents, population) / (mueff + 2);
        scale(
                parents,
                population,
                Math.min(Math.min(1 + c1 / cmu, most), (1 - c1 - cmu) / (n * cmu)));
        mean = new double[size];
        Arrays.fill(mean, 0.5);
        pathSigma = new double[size];
        pathC = new double[size];
        covariance = MatrixUtils.createRealIdentityMatrix(size);
    }

    /** Returns as how many equal ones some weights count. */
    private double effective(int from, int to) {
        double sum = 0;
        double squares = 0;
        for (int i = from; i < to; i++) {
            sum += weights[i];
            squares += weights[i] * weights[i];
        }
        return squares == 0 ? 0 : sum * sum / squares;
    }

    private void scale(int from, int to, double whole) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += Math.abs(weights[i]);
        }
        for (int i = from; i < to && sum > 0; i++) {
            weights[i] *= whole / sum;
        }
    }

    /** Returns a point from 0 to 1 in each direction. */
    double[] draw(Random random, int draws) {
        var half = power(0.5);
        double[] point = mean;
        for (int i = 0; i < draws; i++) {
            point = drawn(half, random);
            if (isInside(point)) {
                return point;
            }
        }
        var inside = point.clone();
        for (int i = 0; i < size; i++) {
            inside[i] = Math.max(0, Math.min(Math.nextDown(1.0), inside[i]));
        }
        return inside;
    }

    private double[] drawn(RealMatrix half, Random random) {
        var normal = new double[size];
        for (int i = 0; i < size; i++) {
            normal[i] = random.nextGaussian();
        }
        var step = half.operate(normal);
        for (int i = 0; i < size; i++) {
            step[i] = mean[i] + sigma * step[i];
        }
        return step;
    }

    private static boolean isInside(double[] point) {
        for (double each : point) {
            if (!(each >= 0 && each < 1)) {
                return false;
            }
        }
        return true;
    }

    private RealMatrix power(double exponent) {
        var parts = new EigenDecomposition(covariance);
        var values = parts.getRealEigenvalues();
        var scaled = new Array2DRowRealMatrix(size, size);
        for (int i = 0; i < size; i++) {
            // What rounding made of a direction in which nothing differs.
            double value = Math.max(values[i], Double.MIN_NORMAL);
            scaled.setEntry(i, i, Math.pow(value, exponent));
        }
        return parts.getV().multiply(scaled).multiply(parts.getVT());
    }

    /** Moves by a generation, the best first. */
    void move(List<double[]> ranked) {
        generation++;
        var inverse = power(-0.5);
        var steps = new double[weights.length][size];
        var step = new double[size];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < size; j++) {
                steps[i][j] = (ranked.get(i)[j] - mean[j]) / sigma;
                step[j] += i < parents ? weights[i] * steps[i][j] : 0;
            }
        }
        var whitened = inverse.operate(step);
        double length = 0;
        for (int j = 0; j < size; j++) {
            mean[j] += sigma * step[j];
            pathSigma[j] =
                    (1 - csigma) * pathSigma[j]
                            + root * Math.sqrt(csigma * (2 - csigma)) * whitened[j];
            length += pathSigma[j] * pathSigma[j];
        }
        length = Math.sqrt(length);
        double decay = Math.sqrt(1 - Math.pow(1 - csigma, 2.0 * generation));
        boolean isShort = length / decay < (1.4 + 2 / (size + 1.0)) * expected;
        for (int j = 0; j < size; j++) {
            pathC[j] =
                    (1 - cc) * pathC[j] + (isShort ? root * Math.sqrt(cc * (2 - cc)) * step[j] : 0);
        }
        covariance = covariance(steps, inverse, isShort);
        sigma *= Math.exp(csigma / dsigma * (length / expected - 1));
        // Beyond the whole range there is nothing to find.
        sigma = Math.min(sigma, 1);
    }

    private RealMatrix covariance(double[][] steps, RealMatrix inverse, boolean isShort) {
        var parts = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < parts.length; i++) {
            sum += weights[i];
            parts[i] = cmu * weights[i];
            if (weights[i] < 0) {
                // Of bad steps only the direction counts: however far one went, no variance falls
                // below zero.
                double far = new ArrayRealVector(inverse.operate(steps[i]), false).getNorm();
                parts[i] *= size / Math.max(far * far, Double.MIN_NORMAL);
            }
        }
        var next =
                covariance.scalarMultiply(1 - c1 - cmu * sum + (isShort ? 0 : c1 * cc * (2 - cc)));
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double more = c1 * pathC[row] * pathC[column];
                for (int i = 0; i < parts.length; i++) {
                    more += parts[i] * steps[i][row] * steps[i][column];
                }
                next.addToEntry(row, column, more);
            }
        }
        return next;
    }
}
