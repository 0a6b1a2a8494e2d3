package himalia.features.leakage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows at which lines of rows end, more than one at each.
 *
 * <p>Rows that depend on each other lie on lines, too, but such lines do not end at one row. Those along which rows were made do:
 * each ends at two real rows, and a real row is near to more than one other.
 */
final class SharedEnds {
    private static final double EXACT = 1e-8;

    /** Two lines of less between their directions, in radians, are one. */
    private static final double ONE_LINE = 1.4e-3;

    private final double[][] rows;

    /** How far numbers may be from what they were before they were rounded, or nothing. */
    private final double @Nullable [][] errors;

    /** The directions of the lines that end at a row. */
    private final Map<List<Long>, List<Direction>> directions = new HashMap<>();

    private int lines;

    private SharedEnds(double[][] rows, double @Nullable [][] errors) {
        this.rows = rows;
        this.errors = errors;
    }

    /**
     * Looks where the lines end on which rows were found.
     *
     * @param all the rows that may lie on the lines
     */
    static SharedEnds of(double[][] rows, List<Between> found, int[] all) {
        return of(rows, found, all, null);
    }

    /** Looks where lines of rounded rows end. */
    static SharedEnds of(
            double[][] rows, List<Between> found, int[] all, double @Nullable [][] errors) {
        var ends = new SharedEnds(rows, errors);
        found.forEach(between -> ends.add(between, all));
        return ends;
    }

    int count() {
        return (int) directions.values().stream().filter(each -> each.size() > 1).count();
    }

    /** Returns how many rows lines end at, whether one or more. */
    int different() {
        return directions.size();
    }

    int lines() {
        return lines;
    }

    private void add(Between between, int[] all) {
        var here = rows[between.row()];
        var direction = direction(rows[between.from()], rows[between.to()]);
        double slack = slack(between.from(), between.to(), direction);
        int first = between.from();
        int last = between.to();
        double least = along(here, rows[first], direction);
        double most = along(here, rows[last], direction);
        for (int row : all) {
            double along = along(here, rows[row], direction);
            if ((along < least || along > most)
                    && isOn(between.row(), row, direction, along, slack)) {
                first = along < least ? row : first;
                last = along > most ? row : last;
                least = Math.min(least, along);
                most = Math.max(most, along);
            }
        }
        var from = EqualRows.key(rows[first]);
        var to = EqualRows.key(rows[last]);
        var whole = direction(rows[first], rows[last]);
        var line = new Direction(whole, slack(first, last, whole));
        // Of rounded rows not all see a line to its last ones: what shares one end and the
        // direction is one line.
        if (ends(from, line) & ends(to, line)) {
            lines++;
        }
    }

    /**
     * Where a line goes.
     *
     * @param slack by how much it may be another direction, for what was rounded
     */
    private record Direction(double[] to, double slack) {
        private boolean isOf(Direction other) {
            double cosine = dot(to, other.to);
            return Math.sqrt(Math.max(0, 1 - cosine * cosine))
                    <= Math.max(ONE_LINE, slack + other.slack);
        }
    }

    /** Returns false where a line of that direction ends there already. */
    private boolean ends(List<Long> row, Direction direction) {
        var there = directions.computeIfAbsent(row, key -> new ArrayList<>());
        boolean isOther = there.stream().noneMatch(direction::isOf);
        if (isOther) {
            there.add(direction);
        }
        return isOther;
    }

    private static double[] direction(double[] from, double[] to) {
        var direction = new double[from.length];
        double sum = 0;
        for (int j = 0; j < from.length; j++) {
            direction[j] = to[j] - from[j];
            sum += direction[j] * direction[j];
        }
        for (int j = 0; j < from.length; j++) {
            direction[j] /= Math.sqrt(sum);
        }
        return direction;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int j = 0; j < one.length; j++) {
            sum += one[j] * other[j];
        }
        return sum;
    }

    private static double along(double[] here, double[] there, double[] direction) {
        double sum = 0;
        for (int j = 0; j < here.length; j++) {
            sum += (there[j] - here[j]) * direction[j];
        }
        return sum;
    }

    /** How far the line may be off for each deviation of the way along it. */
    private double slack(int from, int to, double[] direction) {
        double length = along(rows[from], rows[to], direction);
        return EXACT + (error(from, direction) + error(to, direction)) / length;
    }

    /** Along columns in which the line does not go out, nothing was rounded. */
    private double error(int row, double[] direction) {
        double sum = 0;
        for (int j = 0; errors != null && j < errors[row].length; j++) {
            sum += Math.abs(direction[j]) > EXACT ? errors[row][j] * errors[row][j] : 0;
        }
        return Math.sqrt(sum);
    }

    private boolean isOn(int from, int to, double[] direction, double along, double slack) {
        double most = error(from, direction) + error(to, direction) + slack * Math.abs(along);
        for (int j = 0; j < direction.length; j++) {
            if (Math.abs(rows[to][j] - rows[from][j] - along * direction[j]) > most) {
                return false;
            }
        }
        return true;
    }
}
