package himalia.storage;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads rows of a file, and keeps the block of the last one unpacked: its neighbours are often asked for next. */
final class UnpackedBlock {
    /** In bytes. Others write larger blocks than ours, and those are unpacked for each row. */
    private static final int MOST = 1 << 20;

    private final BlockFile file;
    private final RowFormat format;
    private @Nullable RowBlock kept;
    private RowFormat.@Nullable Rows rows;

    UnpackedBlock(BlockFile file, RowFormat format) {
        this.file = file;
        this.format = format;
    }

    @Nullable Object[] row(long number) throws IOException {
        var block = file.blockOf(number);
        int inBlock = (int) (number - block.firstRow());
        if (rows != null && block.equals(kept)) {
            return rows.row(inBlock);
        }
        var unpacked = format.rows(file.read(block));
        kept = unpacked.bytes() <= MOST ? block : null;
        rows = kept == null ? null : unpacked;
        return unpacked.row(inBlock);
    }
}
