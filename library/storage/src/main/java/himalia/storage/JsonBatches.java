package himalia.storage;

import java.io.IOException;
import java.util.ArrayList;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/** The rows of a JSON file as Arrow batches. */
final class JsonBatches extends ArrowReader {
    private static final int BATCH_ROWS = 16_384;

    /** Room is made for all cells of a batch, whether they hold a value or not. */
    private static final int BATCH_CELLS = 1 << 21;

    private final JsonScan scan;
    private final JsonRows rows;
    private final boolean isVerbatim;

    private JsonBatches(
            JsonScan scan, JsonRows rows, boolean isVerbatim, BufferAllocator allocator) {
        super(allocator);
        this.scan = scan;
        this.rows = rows;
        this.isVerbatim = isVerbatim;
    }

    /**
     * Opens a file.
     *
     * @param isVerbatim whether all values are wanted as they are written
     */
    static JsonBatches of(Source source, boolean isVerbatim, BufferAllocator allocator)
            throws IOException {
        var scan = JsonScan.of(source);
        return new JsonBatches(scan, JsonRows.of(source, scan.shape()), isVerbatim, allocator);
    }

    /** Reads rows that have been scanned. */
    static JsonBatches of(JsonScan scan, JsonRows rows, BufferAllocator allocator) {
        return new JsonBatches(scan, rows, false, allocator);
    }

    @Override
    protected Schema readSchema() {
        var fields = new ArrayList<Field>();
        for (int i = 0; i < scan.names().size(); i++) {
            fields.add(type(i).field(scan.names().get(i)));
        }
        return new Schema(fields);
    }

    private JsonType type(int column) {
        return isVerbatim ? JsonType.JSON : scan.types().get(column);
    }

    @Override
    public boolean loadNextBatch() throws IOException {
        prepareLoadNextBatch();
        var root = getVectorSchemaRoot();
        var cells = new JsonType.Cell[root.getFieldVectors().size()];
        int most = Math.min(BATCH_ROWS, Math.max(1, BATCH_CELLS / cells.length));
        for (int i = 0; i < cells.length; i++) {
            root.getVector(i).setInitialCapacity(most);
            root.getVector(i).allocateNew();
            cells[i] = type(i).cell(root.getVector(i));
        }
        int count = 0;
        try {
            for (; count < most && rows.next(); count++) {
                // In the order of the scan: both passes meet the keys in the same one.
                int known = Math.min(cells.length, rows.names().size());
                for (int i = 0; i < known; i++) {
                    if (rows.kind(i) != JsonBytes.NULL) {
                        cells[i].write(count, rows.array(), rows.from(i), rows.to(i));
                    }
                }
            }
        } catch (JsonRows.OtherShape e) {
            throw new IOException("the file has changed while it was read", e);
        }
        root.setRowCount(count);
        return count > 0;
    }

    @Override
    public long bytesRead() {
        return rows.passed();
    }

    @Override
    protected void closeReadSource() throws IOException {
        rows.close();
    }
}
