package himalia.features.leakage;

import java.util.Arrays;
import java.util.Optional;

/**
 * Lines through two rows that a third lies on as nearly as the digits of their numbers allow: what was made between others, and
 * then rounded, as a file of six decimals or a column of floats does.
 *
 * <p>So coarse a line has rows by chance, if it may go through any two of all; so only the nearest of a row are asked, for SMOTE
 * makes rows between such.
 */
final class RoundedLines implements Lines {
    private static final int NEAREST = 48;

    /** How often chance lets one column more agree, at most: of all pairs of the nearest, it then does for one row of four. */
    private static final double RARE = 0.5 / (NEAREST * (NEAREST - 1));

    /** How far each number may be from what it was before it was rounded. */
    private final double[][] errors;

    RoundedLines(double[][] errors) {
        this.errors = errors;
    }

    @Override
    public Optional<Between> around(double[][] rows, boolean[] isNew, int row, int[] all) {
        var near = nearest(rows, row, all);
        var apart = apart(rows, row, near);
        for (int i = 0; i < near.length; i++) {
            for (int j = i + 1; j < near.length; j++) {
                if (Lines.isAcross(isNew, row, near[i], near[j])
                        && isBetween(rows, row, near[i], near[j], apart)) {
                    return Optional.of(new Between(row, near[i], near[j]));
                }
            }
        }
        return Optional.empty();
    }

    /** How far the nearest are from the row in each column. */
    private static double[] apart(double[][] rows, int row, int[] near) {
        var apart = new double[rows[row].length];
        for (int other : near) {
            for (int j = 0; j < apart.length; j++) {
                apart[j] += Math.abs(rows[other][j] - rows[row][j]) / near.length;
            }
        }
        return apart;
    }

    /** The nearest rows that are others than the row. */
    private static int[] nearest(double[][] rows, int row, int[] all) {
        var here = rows[row];
        var near = new int[NEAREST];
        var far = new double[NEAREST];
        int count = 0;
        for (int other : all) {
            double most = count < NEAREST ? Double.POSITIVE_INFINITY : far[NEAREST - 1];
            double distance = distance(here, rows[other], most);
            if (distance == 0 || !(distance < most)) {
                continue;
            }
            int place = Math.min(count, NEAREST - 1);
            count = place + 1;
            for (; place > 0 && far[place - 1] > distance; place--) {
                near[place] = near[place - 1];
                far[place] = far[place - 1];
            }
            near[place] = other;
            far[place] = distance;
        }
        return Arrays.copyOf(near, count);
    }

    /** The square of the distance, or a part of it that is too much already. */
    private static double distance(double[] one, double[] other, double most) {
        double sum = 0;
        for (int j = 0; j < one.length && sum < most; j++) {
            sum += (one[j] - other[j]) * (one[j] - other[j]);
        }
        return sum;
    }

    /** The place on the line that is nearest by what the numbers may err, and whether they may err by what is left. */
    private boolean isBetween(double[][] rows, int row, int from, int to, double[] near) {
        var here = rows[row];
        var a = rows[from];
        var b = rows[to];
        double along = 0;
        double length = 0;
        int differ = 0;
        for (int j = 0; j < here.length; j++) {
            double error = errors[row][j] + Math.max(errors[from][j], errors[to][j]);
            double step = (b[j] - a[j]) / error;
            along += (here[j] - a[j]) / error * step;
            length += step * step;
            // What differs by no more than it may err says nothing of where the line goes.
            differ += Math.abs(step) > 2 ? 1 : 0;
        }
        double way = along / length;
        if (differ < 2 || !(way > 0 && way < 1) || Lines.isRound(way)) {
            return false;
        }
        double left = 0;
        double chance = 1;
        double finest = 1;
        for (int j = 0; j < here.length; j++) {
            double error = errors[row][j] + (1 - way) * errors[from][j] + way * errors[to][j];
            double apart = (here[j] - a[j] - way * (b[j] - a[j])) / error;
            left += apart * apart;
            if (left > here.length) {
                return false;
            }
            // What all three have in common, such as that it is missing, says nothing.
            if (Math.abs(b[j] - a[j]) > 2 * error) {
                // What was measured again is near one end, and so on many lines that begin there.
                double fromEnd = Math.min(way, 1 - way) * Math.abs(b[j] - a[j]);
                double ofColumn = Math.min(1, error / Math.min(near[j], fromEnd));
                chance *= ofColumn;
                finest = Math.min(finest, ofColumn);
            }
        }
        // The finest says how far along the line it is; that it lies there, only the others can.
        return chance < RARE * finest;
    }
}
