package himalia.storage;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;
import org.apache.arrow.vector.BaseVariableWidthVector;
import org.apache.arrow.vector.VarCharVector;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.strings.DictionaryMap;

/** Rows of a column of texts into vectors; each text becomes bytes once. */
final class TextFill {
    private static final byte[] MISSING = {};

    private final String name;
    private final DictionaryMap texts;
    private final Int2ObjectOpenHashMap<byte[]> known = new Int2ObjectOpenHashMap<>();
    private byte[] bytes = new byte[1 << 12];

    TextFill(StringColumn column) {
        name = column.name();
        texts = Objects.requireNonNull(column.getDictionary());
    }

    /** Fills a vector, which this allocates. */
    void fill(VarCharVector vector, int from, int rows) throws IOException {
        var ends = new int[rows + 1];
        var present = new byte[(rows + 7) / 8];
        int end = 0;
        for (int row = 0; row < rows; row++) {
            var text = text(texts.getKeyForIndex(from + row), from + row);
            if (text.length > 0) {
                present[row >> 3] |= (byte) (1 << (row & 7));
                if (end + text.length > bytes.length) {
                    bytes = Arrays.copyOf(bytes, Math.max(end + text.length, bytes.length * 2));
                }
                System.arraycopy(text, 0, bytes, end, text.length);
                end += text.length;
            }
            ends[row + 1] = end;
        }
        vector.allocateNew(end, rows);
        vector.getDataBuffer().setBytes(0, bytes, 0, end);
        vector.getOffsetBuffer()
                .nioBuffer(0, ends.length * BaseVariableWidthVector.OFFSET_WIDTH)
                .order(ByteOrder.nativeOrder())
                .asIntBuffer()
                .put(ends);
        vector.getValidityBuffer().setBytes(0, present);
        vector.setLastSet(rows - 1);
        vector.setValueCount(rows);
    }

    /** An empty text is Tablesaw's missing value. */
    private byte[] text(int key, int row) throws IOException {
        var found = known.get(key);
        if (found == null) {
            var text = texts.getValueForKey(key);
            found = text == null || text.isEmpty() ? MISSING : WholeText.utf8(name, text, row);
            known.put(key, found);
        }
        return found;
    }
}
