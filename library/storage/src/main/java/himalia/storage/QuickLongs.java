package himalia.storage;

import himalia.table.ColumnArrays;
import tech.tablesaw.columns.Column;

/** Whole numbers that a long holds. */
final class QuickLongs extends QuickCells {
    private final long[] values;

    QuickLongs(int rows) {
        super(QuickForm.LONG);
        values = new long[rows];
    }

    @Override
    int plain(byte[] bytes, int from, int row) {
        boolean isNegative = bytes[from] == '-';
        int first = isNegative ? from + 1 : from;
        int at = first;
        long value = 0;
        for (int digit = bytes[at] - '0'; digit >= 0 && digit <= 9; digit = bytes[at] - '0') {
            value = value * 10 + digit;
            at++;
        }
        // Longer ones are no doubles for sure.
        if (at == first
                || at - from > QuickForm.KEPT_DIGITS
                || bytes[first] == '0' && at - from > 1) {
            return -1;
        }
        values[row] = isNegative ? -value : value;
        return at;
    }

    @Override
    void put(byte[] bytes, int from, int to, int row) {
        values[row] = Long.parseLong(QuickForm.text(bytes, from, to).strip());
    }

    @Override
    void none(int row) {
        values[row] = Long.MIN_VALUE;
    }

    @Override
    Column<?> column(String name) {
        return ColumnArrays.longs(name, values);
    }
}
