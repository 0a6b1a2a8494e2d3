package himalia.storage;

import tech.tablesaw.api.DateColumn;
import tech.tablesaw.columns.Column;

/** Days. */
final class QuickDays extends QuickCells {
    private final int[] values;

    QuickDays(int rows) {
        super(QuickForm.DAY);
        values = new int[rows];
    }

    @Override
    int plain(byte[] bytes, int from, int row) {
        int day = QuickTimes.day(bytes, from);
        values[row] = day;
        return day < 0 ? -1 : from + 10;
    }

    @Override
    void put(byte[] bytes, int from, int to, int row) {
        values[row] = QuickTimes.day(bytes, from);
    }

    @Override
    void none(int row) {
        values[row] = Integer.MIN_VALUE;
    }

    @Override
    Column<?> column(String name) {
        return DateColumn.createInternal(name, values);
    }
}
