package himalia.features;

/**
 * B-splines as polynomials between knots, by the recursion of Cox and de Boor.
 *
 * <p>C. de Boor (1978): A Practical Guide to Splines, chapter IX.
 */
final class SplinePieces {
    private SplinePieces() {}

    /**
     * Returns for each stretch between two points the splines that are not 0 there, each by the factors of the powers of the
     * distance from its first point, in shares of the stretch: powers of very short ones, or of very long ones, are no doubles.
     */
    static double[][][] of(double[] points, int degree) {
        var knots = withOutside(points, degree);
        var pieces = new double[points.length - 1][][];
        for (int stretch = 0; stretch < pieces.length; stretch++) {
            pieces[stretch] = stretch(knots, degree + stretch, degree);
        }
        return pieces;
    }

    /** As many knots more on either side as pieces reach beyond it. */
    private static double[] withOutside(double[] points, int degree) {
        int last = points.length - 1;
        var knots = new double[points.length + 2 * degree];
        System.arraycopy(points, 0, knots, degree, points.length);
        for (int i = 1; i <= degree; i++) {
            knots[degree - i] = points[0] - i * (points[1] - points[0]);
            knots[degree + last + i] = points[last] + i * (points[last] - points[last - 1]);
        }
        return knots;
    }

    private static double[][] stretch(double[] knots, int at, int degree) {
        double[][] splines = {{1}};
        double length = length(knots[at], knots[at + 1]);
        for (int power = 1; power <= degree; power++) {
            var next = new double[power + 1][power + 1];
            for (int k = 0; k <= power; k++) {
                int knot = at - power + k;
                if (k > 0) {
                    double width = knots[knot + power] - knots[knot];
                    add(splines[k - 1], (knots[at] - knots[knot]) / width, length / width, next[k]);
                }
                if (k < power) {
                    double width = knots[knot + power + 1] - knots[knot + 1];
                    add(
                            splines[k],
                            (knots[knot + power + 1] - knots[at]) / width,
                            -length / width,
                            next[k]);
                }
            }
            splines = next;
        }
        return splines;
    }

    /** Returns how long a stretch is, 1 where it is empty. */
    static double length(double from, double to) {
        return to > from ? to - from : 1;
    }

    /** Adds a polynomial times a line; where knots meet there is none. */
    private static void add(double[] factors, double constant, double slope, double[] to) {
        if (Double.isInfinite(slope) || Double.isNaN(constant)) {
            return;
        }
        for (int power = 0; power < factors.length; power++) {
            to[power] += factors[power] * constant;
            to[power + 1] += factors[power] * slope;
        }
    }
}
