package himalia.training.numeric;

import java.util.stream.IntStream;

/**
 * Solves equations that may be fewer than they look, and takes the smallest of all solutions: a QR decomposition with
 * columns in the order of what they add, and where that comes to nothing, another one from the side.
 */
final class SmallestSolution {
    private final double[][] rows;
    private final int width;
    private final int[] order;
    private final Runnable watch;

    private SmallestSolution(double[][] rows, Runnable watch) {
        this.rows = rows;
        this.width = rows[0].length - 1;
        this.order = IntStream.range(0, width).toArray();
        this.watch = watch;
    }

    /**
     * Returns the solution.
     *
     * @param rows a row an equation, its right side last; they are used up
     * @param zero what share of the longest column is taken for nothing
     */
    static double[] of(double[][] rows, double zero, Runnable watch) {
        return new SmallestSolution(rows, watch).solved(zero);
    }

    private double[] solved(double zero) {
        int rank = rank(zero);
        var ordered = rank == width ? backwards() : sideways(rank);
        var weights = new double[width];
        for (int j = 0; j < width; j++) {
            weights[order[j]] = ordered[j];
        }
        return weights;
    }

    private int rank(double zero) {
        double longest = 0;
        for (int k = 0; k < Math.min(width, rows.length); k++) {
            watch.run();
            double norm = bringLongest(k);
            longest = Math.max(longest, norm);
            if (norm <= zero * longest) {
                return k;
            }
            Reflections.reflect(rows, k);
        }
        return Math.min(width, rows.length);
    }

    /** Swaps the column that is longest from row k on into place k. */
    private double bringLongest(int k) {
        int best = k;
        double most = -1;
        for (int j = k; j < width; j++) {
            double norm = Reflections.norm(rows, j, k);
            if (norm > most) {
                best = j;
                most = norm;
            }
        }
        for (var row : rows) {
            double kept = row[k];
            row[k] = row[best];
            row[best] = kept;
        }
        int kept = order[k];
        order[k] = order[best];
        order[best] = kept;
        return most;
    }

    private double[] backwards() {
        var solution = new double[width];
        for (int k = width - 1; k >= 0; k--) {
            double left = rows[k][width];
            for (int j = k + 1; j < width; j++) {
                left -= rows[k][j] * solution[j];
            }
            solution[k] = left / rows[k][k];
        }
        return solution;
    }

    /**
     * The smallest solution has no part that the equations do not ask for: it is made of their rows. These are turned into
     * a triangle, which is solved, and the solution is turned back.
     */
    private double[] sideways(int rank) {
        var turned = new double[width][rank];
        for (int j = 0; j < width; j++) {
            for (int k = 0; k < rank; k++) {
                turned[j][k] = rows[k][j];
            }
        }
        var tops = new double[rank];
        for (int k = 0; k < rank; k++) {
            watch.run();
            tops[k] = Reflections.turn(turned, k);
        }
        var solution = new double[width];
        for (int k = 0; k < rank; k++) {
            double left = rows[k][width];
            for (int i = 0; i < k; i++) {
                left -= turned[i][k] * solution[i];
            }
            solution[k] = left / turned[k][k];
        }
        for (int k = rank - 1; k >= 0; k--) {
            Reflections.turnBack(turned, k, tops[k], solution);
        }
        return solution;
    }
}
