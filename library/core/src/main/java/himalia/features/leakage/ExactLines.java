package himalia.features.leakage;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/** Lines through two rows that a third lies on to nine digits, found among all rows. */
final class ExactLines implements Lines {
    private static final double EXACT = 1e-9;

    /** The bits of a place among the rows of a class. */
    private static final long PLACES = (1 << 14) - 1;

    /** Numbers of few values put many rows in one direction; of each row so many others there are looked at. */
    private static final int MOST_BESIDE = 64;

    private final double[] compass;

    ExactLines(int width) {
        compass = new SplittableRandom(7).doubles(width, 0.5, 1.5).toArray();
        for (int j = 1; j < compass.length; j += 2) {
            compass[j] = -compass[j];
        }
    }

    /** Others in opposite directions from the row stand next to each other, when sorted by how far they look along a third one. */
    @Override
    public Optional<Between> around(double[][] rows, boolean[] isNew, int row, int[] all) {
        var here = rows[row];
        var angles = new double[all.length];
        var order = new long[all.length];
        for (int i = 0; i < all.length; i++) {
            var there = rows[all[i]];
            double distance = distance(here, there);
            angles[i] =
                    differInTwo(here, there)
                            ? Math.abs(along(here, there)) / distance
                            : Double.MAX_VALUE;
            // Sorted as one number each: the angle, whose last digits nobody needs, and the place.
            order[i] = Double.doubleToLongBits(angles[i]) & ~PLACES | i;
        }
        Arrays.sort(order);
        for (int i = 0; i < order.length; i++) {
            int one = (int) (order[i] & PLACES);
            int end = Math.min(order.length, i + 1 + MOST_BESIDE);
            for (int j = i + 1; j < end && angles[one] < Double.MAX_VALUE; j++) {
                int other = (int) (order[j] & PLACES);
                if (angles[other] - angles[one] > EXACT) {
                    break;
                }
                if (Lines.isAcross(isNew, row, all[one], all[other])
                        && isBetween(here, rows[all[one]], rows[all[other]])) {
                    return Optional.of(new Between(row, all[one], all[other]));
                }
            }
        }
        return Optional.empty();
    }

    /** A line along one column has rows by chance, and none of them counts; there may be thousands. */
    private static boolean differInTwo(double[] one, double[] other) {
        int differ = 0;
        for (int j = 0; j < one.length && differ < 2; j++) {
            differ += one[j] == other[j] ? 0 : 1;
        }
        return differ > 1;
    }

    private static double distance(double[] from, double[] to) {
        double sum = 0;
        for (int j = 0; j < from.length; j++) {
            sum += (to[j] - from[j]) * (to[j] - from[j]);
        }
        return Math.sqrt(sum);
    }

    private double along(double[] from, double[] to) {
        double sum = 0;
        for (int j = 0; j < from.length; j++) {
            sum += compass[j] * (to[j] - from[j]);
        }
        return sum;
    }

    private static boolean isBetween(double[] here, double[] from, double[] to) {
        double back = distance(here, from);
        double forth = distance(here, to);
        int differ = 0;
        for (int j = 0; j < here.length; j++) {
            double apart = (from[j] - here[j]) / back + (to[j] - here[j]) / forth;
            if (Math.abs(apart) > 10 * EXACT) {
                return false;
            }
            differ += from[j] == to[j] ? 0 : 1;
        }
        return differ > 1 && !Lines.isRound(back / (back + forth));
    }
}
