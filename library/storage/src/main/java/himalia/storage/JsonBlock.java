package himalia.storage;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The rows of one block of lines; those that are blank are none. */
final class JsonBlock implements RowFormat.Rows {
    private final JsonLines format;
    private final byte[] bytes;
    private final IntArrayList begins = new IntArrayList();

    JsonBlock(JsonLines format, byte[] bytes) {
        this.format = format;
        this.bytes = bytes;
        for (int at = 0; at < bytes.length; ) {
            int end = JsonLineBlocks.lineEnd(bytes, at);
            if (!JsonLineBlocks.isBlank(bytes, at, end)) {
                begins.add(at);
            }
            at = end + 1;
        }
    }

    @Override
    public int bytes() {
        return bytes.length;
    }

    @Override
    public @Nullable Object[] row(int row) throws IOException {
        int from = begins.getInt(row);
        int length = JsonLineBlocks.lineEnd(bytes, from) - from;
        return format.values(new String(bytes, from, length, StandardCharsets.UTF_8));
    }
}
