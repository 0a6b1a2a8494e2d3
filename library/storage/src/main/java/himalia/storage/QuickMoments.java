package himalia.storage;

import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.columns.Column;

/** Days with a time, here or in Greenwich. */
final class QuickMoments extends QuickCells {
    private static final int DAY_LENGTH = 10;

    private final long[] values;
    private final boolean isInstant;

    QuickMoments(int rows, boolean isInstant) {
        super(isInstant ? QuickForm.INSTANT : QuickForm.MOMENT);
        values = new long[rows];
        this.isInstant = isInstant;
    }

    @Override
    int plain(byte[] bytes, int from, int row) {
        int day = QuickTimes.day(bytes, from);
        int clock = from + DAY_LENGTH;
        int end = day < 0 ? -1 : QuickTimes.clockEnd(bytes, clock);
        if (end < 0) {
            return -1;
        }
        values[row] = (long) day << 32 | QuickTimes.clock(bytes, clock, end);
        if (!isInstant) {
            return end;
        }
        return bytes[end] == 'Z'
                ? end + 1
                : QuickTimes.isGreenwich(bytes, end, end + 6) ? end + 6 : -1;
    }

    @Override
    void put(byte[] bytes, int from, int to, int row) {
        if (plain(bytes, from, row) < 0) {
            // A day alone begins at midnight.
            values[row] = (long) QuickTimes.day(bytes, from) << 32;
        }
    }

    @Override
    void none(int row) {
        values[row] = Long.MIN_VALUE;
    }

    @Override
    Column<?> column(String name) {
        return isInstant
                ? InstantColumn.createInternal(name, values)
                : DateTimeColumn.createInternal(name, values);
    }
}
