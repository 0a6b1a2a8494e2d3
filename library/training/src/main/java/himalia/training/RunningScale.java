package himalia.training;

import himalia.features.Standardiser;

/**
 * Means and deviations of all rows so far, by Chan's formula for parts.
 *
 * <p>T. F. Chan, G. H. Golub, R. J. LeVeque (1979): Updating Formulae and a Pairwise Algorithm for Computing Sample Variances.
 *
 * @param rows how many there were
 * @param means of each column
 * @param squares the sum of each column's squared distances from its mean
 */
record RunningScale(long rows, double[] means, double[] squares) {
    static RunningScale none(int width) {
        return new RunningScale(0, new double[width], new double[width]);
    }

    RunningScale with(double[][] more) {
        int width = means.length;
        var part = new double[2][width];
        for (var row : more) {
            for (int j = 0; j < width; j++) {
                part[0][j] += row[j] / more.length;
            }
        }
        for (var row : more) {
            for (int j = 0; j < width; j++) {
                part[1][j] += (row[j] - part[0][j]) * (row[j] - part[0][j]);
            }
        }
        long all = rows + more.length;
        var newMeans = new double[width];
        var newSquares = new double[width];
        for (int j = 0; j < width; j++) {
            double apart = part[0][j] - means[j];
            newMeans[j] = means[j] + apart * more.length / all;
            newSquares[j] =
                    squares[j] + part[1][j] + apart * apart * ((double) rows * more.length / all);
        }
        return new RunningScale(all, newMeans, newSquares);
    }

    /** A constant column keeps its scale. */
    Standardiser standardiser() {
        var deviations = new double[means.length];
        for (int j = 0; j < deviations.length; j++) {
            double deviation = rows == 0 ? 0 : Math.sqrt(squares[j] / rows);
            boolean isConstant = deviation <= 1e-12 * Math.abs(means[j]) || deviation == 0;
            deviations[j] = isConstant ? 1 : deviation;
        }
        return new Standardiser(means.clone(), deviations);
    }
}
