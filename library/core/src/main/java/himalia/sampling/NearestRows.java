package himalia.sampling;

import java.util.Arrays;

/** The nearest rows seen so far of one query, nearest first; of rows at the same distance the lower one is nearer. */
final class NearestRows {
    private final double[] distances;
    private final int[] rows;

    NearestRows(int count) {
        distances = new double[count];
        rows = new int[count];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        Arrays.fill(rows, Integer.MAX_VALUE);
    }

    /** Returns the distance, squared, of the last of them: what is further away cannot come in. */
    double worst() {
        return distances[distances.length - 1];
    }

    /** Returns how many there will be. */
    int count() {
        return rows.length;
    }

    /** Returns whether there are as many as there will be. */
    boolean isFull() {
        return worst() < Double.POSITIVE_INFINITY;
    }

    /** Returns whether the row came in. */
    boolean offer(double distance, int row) {
        var place = rows.length - 1;
        if (!isNearer(distance, row, place)) {
            return false;
        }
        while (place > 0 && isNearer(distance, row, place - 1)) {
            distances[place] = distances[place - 1];
            rows[place] = rows[place - 1];
            place--;
        }
        distances[place] = distance;
        rows[place] = row;
        return true;
    }

    private boolean isNearer(double distance, int row, int place) {
        return distance < distances[place] || distance == distances[place] && row < rows[place];
    }

    int[] rows() {
        return rows;
    }

    /** Returns the square of the distance between two points, added up in one order everywhere, so that equal is equal. */
    static double squared(double[] a, double[] b) {
        var sum = 0.0;
        for (var j = 0; j < a.length; j++) {
            var difference = a[j] - b[j];
            sum += difference * difference;
        }
        return sum;
    }
}
