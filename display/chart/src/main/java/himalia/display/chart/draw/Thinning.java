package himalia.display.chart.draw;

/**
 * A line reduced to what a screen shows: within one column of pixels the first, the lowest, the highest and the last
 * point make the same picture as all of them.
 *
 * @param x in pixels
 * @param y in pixels
 * @param count how many are used
 */
record Thinning(double[] x, double[] y, int count) {
    /** Columns in one CSS pixel, at twice the density. */
    private static final double COLUMNS = 2;

    static Thinning of(double[] x, double[] y, int count) {
        if (count < 1000) {
            return new Thinning(x, y, count);
        }
        var kept = 0;
        for (int start = 0; start < count; ) {
            var column = Math.floor(x[start] * COLUMNS);
            var end = start;
            var low = start;
            var high = start;
            while (end < count && Math.floor(x[end] * COLUMNS) == column) {
                low = y[end] < y[low] ? end : low;
                high = y[end] > y[high] ? end : high;
                end++;
            }
            var previous = -1;
            for (var index : new int[] {start, Math.min(low, high), Math.max(low, high), end - 1}) {
                if (index != previous) {
                    x[kept] = x[index];
                    y[kept++] = y[index];
                }
                previous = Math.max(previous, index);
            }
            start = end;
        }
        return new Thinning(x, y, kept);
    }

    @Override
    public boolean equals(Object other) {
        throw new UnsupportedOperationException("thinnings are never compared");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("thinnings are never compared");
    }
}
