package himalia.storage;

import tech.tablesaw.columns.Column;

/** True and false. */
final class QuickTruths extends QuickCells {
    private final byte[] values;

    QuickTruths(int rows) {
        super(QuickForm.TRUTH);
        values = new byte[rows];
    }

    @Override
    int plain(byte[] bytes, int from, int row) {
        boolean isTrue = (bytes[from] | 0x20) == 't';
        int end = from + (isTrue ? 4 : 5);
        if (!QuickForm.isWord(bytes, from, end, isTrue ? "true" : "false")) {
            return -1;
        }
        values[row] = (byte) (isTrue ? 1 : 0);
        return end;
    }

    @Override
    void put(byte[] bytes, int from, int to, int row) {
        plain(bytes, from, row);
    }

    @Override
    void none(int row) {
        values[row] = ColumnsOfArrays.NO_TRUTH;
    }

    @Override
    Column<?> column(String name) {
        return ColumnsOfArrays.truths(name, values, values.length);
    }
}
