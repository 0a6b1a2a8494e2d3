package himalia.sampling.drawing;

/**
 * As how many rows of equal weight a weighted sample says as much about a share. A value that was hardly seen may be that of rows which
 * are seldom drawn, so that beside the drawn rows that have it, and beside those that lack it, one more counts: the lightest of the
 * table. Without it this is the effective size of E. L. Korn, B. I. Graubard (1998): Confidence Intervals for Proportions with Small
 * Expected Number of Positive Counts. Survey Methodology 24 (2), 193–201.
 */
final class RowsStoodFor {
    private RowsStoodFor() {}

    /**
     * Returns as how many rows they say as much.
     *
     * @param has 1 for each drawn row that has the value, 0 for others
     */
    static double effective(Drawn drawn, double[] has) {
        var rows = new double[2];
        var squares = new double[2];
        var counts = new int[2];
        for (int i = 0; i < has.length; i++) {
            int side = (int) has[i];
            double weight = drawn.weights()[i];
            rows[side] += weight;
            squares[side] += weight * weight * (1 - drawn.fractions()[i]);
            counts[side]++;
        }
        double all = rows[0] + rows[1];
        double variance = 0;
        for (int side = 0; side < 2; side++) {
            double seen = counts[side] == 0 ? 0 : counts[side] * squares[side] / rows[side];
            double each = (seen + drawn.lightest()) / (counts[side] + 1);
            variance += rows[1 - side] / all * each;
        }
        return all / variance;
    }
}
