package himalia.sampling;

/** Rows on the way from one row to another. */
record Between(double[][] points, Draft draft) implements MadePoints {
    @Override
    public void write(int entry, double[] point) {
        var from = points[draft.from(entry)];
        var to = points[draft.to(entry)];
        var at = draft.at(entry);
        for (var j = 0; j < point.length; j++) {
            point[j] = from[j] + at * (to[j] - from[j]);
        }
    }
}
