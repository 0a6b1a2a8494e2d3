package himalia.display.chart;

import himalia.display.chart.data.DataColumn;
import himalia.display.chart.mark.Quantity;
import himalia.display.chart.mark.TimeForm;

/**
 * How the bins of a histogram are chosen.
 *
 * @param wantedCount how many, 0 to let the width or the data say
 * @param wantedWidth how wide, in that unit; 0 to let the count or the data say
 */
record Binning(int wantedCount, double wantedWidth, Unit unit) {
    static final Binning BY_SIZE = new Binning(0, 0, Unit.ONE);
    private static final int USUAL = 40;
    private static final int MOST = 2000;

    /** What a width is counted in. */
    enum Unit {
        ONE(1, ""),
        HOURS(3_600_000, " hours"),
        DAYS(86_400_000, " days");

        private final double size;
        private final String words;

        Unit(double size, String words) {
            this.size = size;
            this.words = words;
        }

        /** Returns what bins of a column are wide by: of times of day hours, of other times days. */
        static Unit of(DataColumn column) {
            return column.kind() != DataColumn.Kind.TIMES
                    ? ONE
                    : column.form() == TimeForm.CLOCK ? HOURS : DAYS;
        }
    }

    Binning {
        if (wantedCount < 0 || wantedCount > MOST) {
            throw new IllegalArgumentException(
                    "bins must be from 1 to %,d, got %,d".formatted(MOST, wantedCount));
        }
        if (!(wantedWidth >= 0) || Double.isInfinite(wantedWidth)) {
            throw new IllegalArgumentException("a bin's width must be above 0, got " + wantedWidth);
        }
    }

    /**
     * Equal bins beside each other.
     *
     * @param start where the first begins
     */
    record Bins(double start, double width, int count) {}

    /** Returns the bins of data between two values: those of a given width begin at a multiple of it. */
    Bins of(double low, double high, int size) {
        if (!Double.isFinite(low) || !Double.isFinite(high)) {
            return new Bins(0, 1, 1);
        }
        if (wantedWidth > 0) {
            var width = wantedWidth * unit.size;
            var start = Math.floor(low / width + 1e-9) * width;
            var count = Math.max(1, Math.ceil((high - start) / width - 1e-9));
            // As numpy's: the last bin has its right edge, all others have not.
            count += start + count * width < high ? 1 : 0;
            if (count > MOST) {
                throw new IllegalArgumentException(
                        "bins of width %s%s would be %,.0f, more than %,d; take wider ones"
                                .formatted(Quantity.of(wantedWidth), unit.words, count, MOST));
            }
            return new Bins(start, width, (int) count);
        }
        if (low == high) {
            return new Bins(low - 0.5, 1, 1);
        }
        var count =
                wantedCount > 0
                        ? wantedCount
                        : Math.max(5, Math.min(USUAL, (int) Math.ceil(Math.sqrt(size))));
        return new Bins(low, (high - low) / count, count);
    }
}
