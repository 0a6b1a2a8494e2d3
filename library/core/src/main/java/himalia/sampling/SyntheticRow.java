package himalia.sampling;

/**
 * Where a synthetic row comes from: it lies between two rows of its class.
 *
 * <pre>{@code
 * double[][] rows = {{0, 0}, {4, 2}};
 * new SyntheticRow(0, 1, 0.25).between(rows)   // 1.0, 0.5
 * }</pre>
 *
 * @param base the row it starts from
 * @param neighbour the row it goes towards
 * @param gap how far it goes, 0 for not at all and 1 for all the way
 */
public record SyntheticRow(int base, int neighbour, double gap) {
    /** Returns the row's numbers, given those of all rows. */
    public double[] between(double[][] rows) {
        var from = rows[base];
        var to = rows[neighbour];
        var point = new double[from.length];
        for (var j = 0; j < point.length; j++) {
            point[j] = from[j] + gap * (to[j] - from[j]);
        }
        return point;
    }
}
