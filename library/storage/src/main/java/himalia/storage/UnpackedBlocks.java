package himalia.storage;

import java.io.IOException;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Reads rows of a file, and keeps the blocks that were asked last unpacked, as a database keeps its pages. */
final class UnpackedBlocks {
    /** In bytes. A block that is larger by itself is unpacked for each row. */
    private static final int MOST = 1 << 24;

    private final BlockFile file;
    private final RowFormat format;

    /** The one that was asked longest ago comes first. */
    private final LinkedHashMap<RowBlock, RowFormat.Rows> kept =
            new LinkedHashMap<>(16, 0.75f, true);

    private long bytes;

    UnpackedBlocks(BlockFile file, RowFormat format) {
        this.file = file;
        this.format = format;
    }

    @Nullable Object[] row(long number) throws IOException {
        var block = file.blockOf(number);
        var rows = kept.get(block);
        if (rows == null) {
            rows = format.rows(file.read(block));
            keep(block, rows);
        }
        return rows.row((int) (number - block.firstRow()));
    }

    private void keep(RowBlock block, RowFormat.Rows rows) {
        if (rows.bytes() > MOST) {
            return;
        }
        kept.put(block, rows);
        bytes += rows.bytes();
        for (var oldest = kept.values().iterator(); bytes > MOST; ) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }

    void forget() {
        kept.clear();
        bytes = 0;
    }
}
