package himalia.storage;

import himalia.table.ColumnArrays;
import tech.tablesaw.columns.Column;

/** Whole numbers that an int holds. */
final class QuickInts extends QuickCells {
    private final int[] values;

    QuickInts(int rows) {
        super(QuickForm.INT);
        values = new int[rows];
    }

    @Override
    int plain(byte[] bytes, int from, int row) {
        boolean isNegative = bytes[from] == '-';
        int first = isNegative ? from + 1 : from;
        int at = first;
        int value = 0;
        for (int digit = bytes[at] - '0'; digit >= 0 && digit <= 9; digit = bytes[at] - '0') {
            value = value * 10 + digit;
            at++;
        }
        // Nine digits are no more than an int holds.
        if (at == first || at - first > 9 || bytes[first] == '0' && at - from > 1) {
            return -1;
        }
        values[row] = isNegative ? -value : value;
        return at;
    }

    @Override
    void put(byte[] bytes, int from, int to, int row) {
        values[row] = Integer.parseInt(QuickForm.text(bytes, from, to).strip());
    }

    @Override
    void none(int row) {
        values[row] = Integer.MIN_VALUE;
    }

    @Override
    Column<?> column(String name) {
        return ColumnArrays.ints(name, values);
    }
}
