package himalia.display.chart.draw;

import java.util.Arrays;

/**
 * A band in pixels, reduced to what a screen shows: within one column of pixels its lowest and its highest edge.
 *
 * @param x growing
 * @param low the lower edge
 * @param high the upper edge
 */
record Envelope(double[] x, double[] low, double[] high) {
    /** Columns in one CSS pixel, at twice the density. */
    private static final double COLUMNS = 2;

    /** Returns the band with one place in each column, as it is where it has few places or goes back. */
    Envelope thinned() {
        if (x.length < 2000 || !isGrowing()) {
            return this;
        }
        var places = new double[x.length];
        var lows = new double[x.length];
        var highs = new double[x.length];
        int kept = 0;
        for (int from = 0, to; from < x.length; from = to) {
            places[kept] = x[from];
            lows[kept] = low[from];
            highs[kept] = high[from];
            var column = Math.floor(x[from] * COLUMNS);
            for (to = from + 1; to < x.length && Math.floor(x[to] * COLUMNS) == column; to++) {
                // Pixels grow downwards.
                lows[kept] = Math.max(lows[kept], low[to]);
                highs[kept] = Math.min(highs[kept], high[to]);
            }
            kept++;
        }
        return new Envelope(
                Arrays.copyOf(places, kept), Arrays.copyOf(lows, kept), Arrays.copyOf(highs, kept));
    }

    private boolean isGrowing() {
        for (int i = 1; i < x.length; i++) {
            if (x[i] < x[i - 1]) {
                return false;
            }
        }
        return true;
    }

    /** Draws the area between the edges. */
    void draw(Canvas canvas, Ink ink) {
        var size = x.length;
        var around = Arrays.copyOf(x, 2 * size);
        var edge = Arrays.copyOf(high, 2 * size);
        for (int i = 0; i < size; i++) {
            around[2 * size - 1 - i] = x[i];
            edge[2 * size - 1 - i] = low[i];
        }
        canvas.area(around, edge, ink);
    }

    @Override
    public boolean equals(Object other) {
        throw new UnsupportedOperationException("envelopes are never compared");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("envelopes are never compared");
    }
}
