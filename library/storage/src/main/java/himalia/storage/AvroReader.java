package himalia.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** The rows of an Avro file, turned into columns. */
final class AvroReader extends ArrowReader {
    private static final int BATCH_ROWS = 16_384;

    private final Path file;
    private final DataFileReader<GenericRecord> rows;
    private final org.apache.avro.Schema columns;
    private @Nullable GenericRecord reused;

    AvroReader(Path file, BufferAllocator allocator) throws IOException {
        super(allocator);
        this.file = file;
        this.rows = AvroFiles.open(file, new GenericDatumReader<>());
        this.columns = rows.getSchema();
        AvroFiles.columns(columns, file);
    }

    /** Reads some columns alone, and steps over the others. */
    AvroReader(Path file, List<String> names, BufferAllocator allocator) throws IOException {
        super(allocator);
        var reader = new GenericDatumReader<GenericRecord>();
        this.file = file;
        this.rows = AvroFiles.open(file, reader);
        this.columns = AvroFiles.chosen(rows.getSchema(), names);
        reader.setExpected(columns);
    }

    @Override
    protected Schema readSchema() {
        return new Schema(
                columns.getFields().stream()
                        .map(
                                field ->
                                        ArrowTypes.field(
                                                AvroFiles.name(field),
                                                ArrowTypes.present(field.schema())))
                        .toList());
    }

    @Override
    public boolean loadNextBatch() throws IOException {
        prepareLoadNextBatch();
        var root = getVectorSchemaRoot();
        var vectors = root.getFieldVectors();
        var cells = new ArrayList<ArrowTypes.Cell>();
        for (int i = 0; i < vectors.size(); i++) {
            var schema = columns.getFields().get(i).schema();
            cells.add(ArrowTypes.writer(vectors.get(i), ArrowTypes.present(schema)));
        }
        vectors.forEach(vector -> vector.setInitialCapacity(BATCH_ROWS));
        root.allocateNew();
        var row = 0;
        try {
            for (; row < BATCH_ROWS && rows.hasNext(); row++) {
                reused = rows.next(reused);
                for (var column = 0; column < cells.size(); column++) {
                    var value = reused.get(column);
                    if (value == null) {
                        vectors.get(column).setNull(row);
                    } else {
                        cells.get(column).write(row, value);
                    }
                }
            }
        } catch (IOException | AvroRuntimeException e) {
            throw AvroFiles.broken(file, rows, e);
        }
        if (row < BATCH_ROWS) {
            AvroFiles.refuseCut(file, rows);
        }
        root.setRowCount(row);
        return row > 0;
    }

    @Override
    public long bytesRead() {
        return rows.previousSync();
    }

    @Override
    protected void closeReadSource() throws IOException {
        rows.close();
    }
}
