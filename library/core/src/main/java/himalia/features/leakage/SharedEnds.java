package himalia.features.leakage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows at which lines of rows end, more than one at each.
 *
 * <p>Rows that depend on each other lie on lines, too, but such lines do not end at one row. Those along which rows were made do:
 * each ends at two real rows, and a real row is near to more than one other.
 */
final class SharedEnds {
    private static final double EXACT = 1e-8;

    /** Two lines of less between their directions, as the cosine tells, are one. */
    private static final double ONE_LINE = 1 - 1e-6;

    private final double[][] rows;

    /** The directions of the lines that end at a row. */
    private final Map<List<Long>, List<double[]>> directions = new HashMap<>();

    private int lines;

    private SharedEnds(double[][] rows) {
        this.rows = rows;
    }

    /**
     * Looks where the lines end on which rows were found.
     *
     * @param all the rows that may lie on the lines
     */
    static SharedEnds of(double[][] rows, List<Between> found, int[] all) {
        var ends = new SharedEnds(rows);
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
        var direction = direction(here, rows[between.to()]);
        int first = between.from();
        int last = between.to();
        double least = along(here, rows[first], direction);
        double most = along(here, rows[last], direction);
        for (int row : all) {
            double along = along(here, rows[row], direction);
            if ((along < least || along > most) && isOn(here, rows[row], direction, along)) {
                first = along < least ? row : first;
                last = along > most ? row : last;
                least = Math.min(least, along);
                most = Math.max(most, along);
            }
        }
        var from = EqualRows.key(rows[first]);
        var to = EqualRows.key(rows[last]);
        // Of rounded rows not all see a line to its last ones: what shares one end and the
        // direction is one line.
        if (ends(from, direction) & ends(to, direction)) {
            lines++;
        }
    }

    /** Returns false where a line of that direction ends there already. */
    private boolean ends(List<Long> row, double[] direction) {
        var there = directions.computeIfAbsent(row, key -> new ArrayList<>());
        boolean isOther =
                there.stream().noneMatch(other -> Math.abs(dot(other, direction)) > ONE_LINE);
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

    private static boolean isOn(double[] here, double[] there, double[] direction, double along) {
        for (int j = 0; j < here.length; j++) {
            if (Math.abs(there[j] - here[j] - along * direction[j]) > EXACT * Math.abs(along)) {
                return false;
            }
        }
        return true;
    }
}
