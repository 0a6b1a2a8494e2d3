package himalia.storage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Rows that wait for each other, to be written together. What cannot be written leaves all as it was. */
final class WaitingRows {
    /** How many bytes of them wait. */
    private static final int BLOCK = 1 << 16;

    private final BlockFile file;
    private final RowFormat format;
    private List<byte[]> rows = new ArrayList<>();
    private int bytes;

    WaitingRows(BlockFile file, RowFormat format) {
        this.file = file;
        this.format = format;
    }

    int count() {
        return rows.size();
    }

    byte[] get(int row) {
        return rows.get(row);
    }

    void take(byte[] row) throws IOException {
        rows.add(row);
        bytes += row.length;
        if (bytes < BLOCK) {
            return;
        }
        try {
            write();
        } catch (IOException | RuntimeException | Error e) {
            rows.remove(rows.size() - 1);
            bytes -= row.length;
            throw e;
        }
    }

    /** Takes all or none: blocks of them that are written already are taken back. */
    void takeAll(List<byte[]> all) throws IOException {
        var before = new ArrayList<>(rows);
        int bytesBefore = bytes;
        var end = file.end();
        try {
            for (var row : all) {
                take(row);
            }
        } catch (IOException | RuntimeException | Error e) {
            rows = before;
            bytes = bytesBefore;
            file.back(end, e);
            throw e;
        }
    }

    void write() throws IOException {
        if (!rows.isEmpty()) {
            file.append(format.block(rows), rows.size());
            rows = new ArrayList<>();
            bytes = 0;
        }
    }
}
