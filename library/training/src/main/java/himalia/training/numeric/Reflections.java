package himalia.training.numeric;

/** Householder's reflections, by which rows become an upper triangle without losing digits to squares. */
final class Reflections {
    private Reflections() {}

    /** Makes a triangle of the first columns, in place; further columns are turned along. */
    static void triangle(double[][] rows, int columns, Runnable watch) {
        for (int k = 0; k < Math.min(columns, rows.length); k++) {
            watch.run();
            reflect(rows, k);
        }
    }

    /** Makes zeros of what stands below the diagonal in one column; what is left of it is zero already. */
    static void reflect(double[][] rows, int k) {
        turn(rows, k);
        for (int i = k + 1; i < rows.length; i++) {
            rows[i][k] = 0;
        }
    }

    /** Does the same, but for the zeros: there it leaves the mirror, whose first number is returned; 0 if none is wanted. */
    static double turn(double[][] rows, int k) {
        double norm = norm(rows, k, k);
        if (norm == 0) {
            return 0;
        }
        double diagonal = rows[k][k] > 0 ? -norm : norm;
        rows[k][k] -= diagonal;
        double scale = -1 / (diagonal * rows[k][k]);
        int width = rows[k].length;
        var dots = new double[width];
        for (int i = k; i < rows.length; i++) {
            var row = rows[i];
            double part = row[k];
            if (part != 0) {
                for (int j = k + 1; j < width; j++) {
                    dots[j] += part * row[j];
                }
            }
        }
        for (int i = k; i < rows.length; i++) {
            var row = rows[i];
            double part = scale * row[k];
            if (part != 0) {
                for (int j = k + 1; j < width; j++) {
                    row[j] -= part * dots[j];
                }
            }
        }
        double top = rows[k][k];
        rows[k][k] = diagonal;
        return top;
    }

    /** Turns a vector in the mirror that was left in a column. */
    static void turnBack(double[][] rows, int k, double top, double[] vector) {
        if (top == 0) {
            return;
        }
        double dot = top * vector[k];
        for (int i = k + 1; i < rows.length; i++) {
            dot += rows[i][k] * vector[i];
        }
        double share = dot / (rows[k][k] * top);
        vector[k] += share * top;
        for (int i = k + 1; i < rows.length; i++) {
            vector[i] += share * rows[i][k];
        }
    }

    /** Returns the length of a column from a row on. */
    static double norm(double[][] rows, int column, int from) {
        double sum = 0;
        for (int i = from; i < rows.length; i++) {
            sum += rows[i][column] * rows[i][column];
        }
        return Math.sqrt(sum);
    }
}
