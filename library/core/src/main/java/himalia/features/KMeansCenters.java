package himalia.features;

import himalia.table.LargestUnit;
import java.util.Arrays;

/**
 * Means of groups of numbers, by the rounds of Lloyd: each number belongs to the nearest mean, and a group without any begins anew at the
 * number that is furthest from its own.
 *
 * <p>As scikit-learn's {@code KMeans}, which ends when means move by no more than a ten-thousandth of the variance.
 */
final class KMeansCenters {
    private static final int MOST_ROUNDS = 300;

    private static final double TOLERANCE = 1e-4;

    private final double[] numbers;
    private final double[] centers;

    /** Where each group ends, exclusive. */
    private final int[] ends;

    private KMeansCenters(double[] numbers, double[] centers) {
        this.numbers = numbers;
        this.centers = centers;
        ends = new int[centers.length];
    }

    /** Returns the means in order; those of groups that stay without numbers are equal to others. */
    static double[] of(double[] sorted, double[] starts) {
        // In the unit of the largest one no square is too large or too small.
        int exponent = LargestUnit.exponent(Arrays.stream(sorted));
        var numbers = Arrays.stream(sorted).map(each -> Math.scalb(each, -exponent)).toArray();
        double mean = Arrays.stream(numbers).sum() / numbers.length;
        Arrays.setAll(numbers, row -> numbers[row] - mean);
        var centers = new double[starts.length];
        Arrays.setAll(centers, i -> Math.scalb(starts[i], -exponent) - mean);
        new KMeansCenters(numbers, centers).search();
        Arrays.setAll(centers, i -> Math.scalb(centers[i] + mean, exponent));
        return centers;
    }

    private void search() {
        double variance = Arrays.stream(numbers).map(each -> each * each).sum() / numbers.length;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var before = ends.clone();
            assign();
            double moved = move();
            Arrays.sort(centers);
            if (Arrays.equals(before, ends) || moved <= TOLERANCE * variance) {
                break;
            }
        }
    }

    private void assign() {
        int row = 0;
        for (int i = 0; i < ends.length; i++) {
            boolean isLast = i == ends.length - 1;
            double end = isLast ? Double.POSITIVE_INFINITY : centers[i] / 2 + centers[i + 1] / 2;
            // Of means that are equal only the last has numbers.
            boolean isTwice = !isLast && centers[i] == centers[i + 1];
            while (!isTwice && row < numbers.length && numbers[row] <= end) {
                row++;
            }
            ends[i] = row;
        }
    }

    /** Puts each in the middle of its numbers; returns by how much, in squares. */
    private double move() {
        var sums = new double[ends.length];
        var counts = new int[ends.length];
        for (int i = 0; i < ends.length; i++) {
            for (int row = i == 0 ? 0 : ends[i - 1]; row < ends[i]; row++) {
                sums[i] += numbers[row];
                counts[i]++;
            }
        }
        relocate(sums, counts);
        int fullest = 0;
        for (int i = 0; i < counts.length; i++) {
            fullest = counts[i] > counts[fullest] ? i : fullest;
        }
        double moved = 0;
        for (int i = 0; i < counts.length; i++) {
            int group = counts[i] == 0 ? fullest : i;
            double center = sums[group] / counts[group];
            moved += (center - centers[i]) * (center - centers[i]);
            centers[i] = center;
        }
        return moved;
    }

    /** Gives each empty group the number that is furthest from the mean of its own. */
    private void relocate(double[] sums, int[] counts) {
        var distances = new double[0];
        var from = counts.clone();
        for (int i = 0; i < from.length; i++) {
            if (from[i] > 0) {
                continue;
            }
            distances = distances.length == 0 ? distances() : distances;
            int row = furthest(distances);
            if (distances[row] <= 0) {
                return;
            }
            distances[row] = 0;
            int own = group(row);
            sums[own] -= numbers[row];
            counts[own]--;
            sums[i] = numbers[row];
            counts[i] = 1;
        }
    }

    private double[] distances() {
        var distances = new double[numbers.length];
        for (int i = 0; i < ends.length; i++) {
            for (int row = i == 0 ? 0 : ends[i - 1]; row < ends[i]; row++) {
                distances[row] = Math.abs(numbers[row] - centers[i]);
            }
        }
        return distances;
    }

    private int group(int row) {
        int group = 0;
        while (ends[group] <= row) {
            group++;
        }
        return group;
    }

    private static int furthest(double[] distances) {
        int furthest = 0;
        for (int row = 1; row < distances.length; row++) {
            furthest = distances[row] > distances[furthest] ? row : furthest;
        }
        return furthest;
    }
}
