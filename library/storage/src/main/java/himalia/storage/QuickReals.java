package himalia.storage;

import himalia.table.ColumnArrays;
import tech.tablesaw.columns.Column;

/** Numbers with decimals. */
final class QuickReals extends QuickCells {
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private final double[] values;

    QuickReals(int rows) {
        super(QuickForm.REAL);
        values = new double[rows];
    }

    /** Fifteen digits and a power of ten that a double holds make the nearest double by one division. */
    @Override
    int plain(byte[] bytes, int from, int row) {
        boolean isNegative = bytes[from] == '-';
        int first = isNegative ? from + 1 : from;
        int at = first;
        long digits = 0;
        for (int digit = bytes[at] - '0'; digit >= 0 && digit <= 9; digit = bytes[at] - '0') {
            digits = digits * 10 + digit;
            at++;
        }
        int whole = at - first;
        int decimals = 0;
        if (bytes[at] == '.') {
            int point = at++;
            for (int digit = bytes[at] - '0'; digit >= 0 && digit <= 9; digit = bytes[at] - '0') {
                digits = digits * 10 + digit;
                at++;
            }
            decimals = at - point - 1;
        }
        if (whole + decimals == 0
                || at - from > QuickForm.KEPT_DIGITS
                || whole > 1 && bytes[first] == '0') {
            return -1;
        }
        double value = digits / POWERS[decimals];
        values[row] = isNegative ? -value : value;
        return at;
    }

    @Override
    void put(byte[] bytes, int from, int to, int row) {
        values[row] = Double.parseDouble(QuickForm.text(bytes, from, to).strip());
    }

    @Override
    void none(int row) {
        values[row] = Double.NaN;
    }

    @Override
    Column<?> column(String name) {
        return ColumnArrays.reals(name, values);
    }
}
