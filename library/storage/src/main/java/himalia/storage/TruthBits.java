package himalia.storage;

import java.util.Arrays;
import tech.tablesaw.api.BooleanColumn;

/** The truths of a column, which Tablesaw keeps as sets of rows: asked row by row, they take four times as long as numbers. */
final class TruthBits implements CellBits {
    private final byte[] yes;
    private final byte[] no;

    TruthBits(BooleanColumn column) {
        int bytes = column.size() / 8 + 1;
        yes = Arrays.copyOf(column.trueBytes(), bytes);
        no = Arrays.copyOf(column.falseBytes(), bytes);
    }

    /** What eight rows hold is put at once; the first row begins a byte. */
    @Override
    public void read(int from, long[] bits, int count) {
        int bytes = (count + 7) / 8;
        for (int i = 0; i < bytes; i++) {
            bits[i] = yes[from / 8 + i] & 0xffL | (no[from / 8 + i] & 0xffL) << 8;
        }
        Arrays.fill(bits, bytes, count, 0);
    }
}
