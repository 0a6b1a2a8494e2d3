package himalia.display.chart.draw;

import himalia.display.chart.mark.Axis;

/**
 * Maps what an axis measures to pixels.
 *
 * @param low the data value at {@code from}
 * @param high the data value at {@code to}
 * @param from in pixels
 * @param to in pixels, below {@code from} for an axis that points up
 * @param logarithmic true if equal steps are equal factors
 */
record Span(double low, double high, double from, double to, boolean logarithmic) {
    /** Spans what the data need, and what the axis fixes. */
    static Span of(Axis axis, double dataLow, double dataHigh, double from, double to) {
        if (!axis.categories().isEmpty()) {
            return new Span(-0.5, axis.categories().size() - 0.5, from, to, false);
        }
        var low = Double.isNaN(axis.low()) ? dataLow : axis.low();
        var high = Double.isNaN(axis.high()) ? dataHigh : axis.high();
        var log = axis.scale() == Axis.Scale.LOG;
        if (!Double.isFinite(low) || !Double.isFinite(high)) {
            low = log ? 1 : 0;
            high = log ? 10 : 1;
        }
        if (low == high) {
            var room = log ? low / 2 : low == 0 ? 1 : Math.abs(low) / 10;
            low = low - room;
            high = high + room;
        }
        return new Span(low, high, from, to, log);
    }

    double pixel(double value) {
        var share =
                logarithmic
                        ? (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
                        : (value - low) / (high - low);
        return from + share * (to - from);
    }

    /** Returns the pixel of a value; an infinite one lies at the axis's end. */
    double clamped(double value) {
        return Double.isInfinite(value) ? value > 0 ? to : from : pixel(value);
    }

    /** Returns how many pixels one unit takes. */
    double unit() {
        return Math.abs((to - from) / (high - low));
    }

    double length() {
        return Math.abs(to - from);
    }
}
