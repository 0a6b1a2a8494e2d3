package himalia.storage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileConstants;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.file.SeekableByteArrayInput;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** Rows in Avro's container, whose blocks end with a mark of the file's own. */
final class AvroRows implements RowFormat {
    /** What the library takes at most for the length of a block. */
    private static final int LARGEST = 1 << 30;

    /** And at least. */
    private static final int SMALLEST = 32;

    private final byte[] header;
    private final Schema schema;
    private final List<RowColumn> columns = new ArrayList<>();
    private final List<AvroCell> cells = new ArrayList<>();
    private final GenericDatumWriter<GenericRecord> writer;
    private final GenericDatumReader<GenericRecord> reader;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private @Nullable BinaryEncoder encoder;
    private @Nullable BinaryDecoder decoder;

    /** Takes what a file begins with, its first mark included. */
    AvroRows(Path file, byte[] header, Schema schema) throws IOException {
        this.header = header;
        this.schema = schema;
        this.writer = new GenericDatumWriter<>(schema);
        this.reader = new GenericDatumReader<>(schema);
        AvroFiles.columns(schema, file);
        for (var field : schema.getFields()) {
            var present = ArrowTypes.present(field.schema());
            var column = AvroFiles.name(field);
            var cell =
                    AvroCell.of(present)
                            .orElseThrow(
                                    () ->
                                            BadFile.because(
                                                    "%s: column '%s' is of Avro's type %s, and a RowStore holds single values: numbers, texts, times, true and false. Storage.read reads the file"
                                                            .formatted(
                                                                    file.getFileName(),
                                                                    column,
                                                                    present)));
            columns.add(new RowColumn(column, cell.kind(), present == field.schema()));
            cells.add(cell);
        }
    }

    @Override
    public List<RowColumn> columns() {
        return columns;
    }

    @Override
    public byte[] encode(@Nullable Object[] row) throws IOException {
        var record = new GenericData.Record(schema);
        for (int i = 0; i < row.length; i++) {
            var value = row[i];
            record.put(i, value == null ? null : cells.get(i).write(columns.get(i).name(), value));
        }
        bytes.reset();
        encoder = EncoderFactory.get().binaryEncoder(bytes, encoder);
        writer.write(record, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    @Override
    public byte[] block(List<byte[]> rows) throws IOException {
        var block = new ByteArrayOutputStream();
        // Longer than the rows, so that the library does not end a block among them; it makes room
        // for all of it.
        int length = rows.stream().mapToInt(row -> row.length).sum() + 1;
        try (var file =
                new DataFileWriter<>(writer)
                        .setSyncInterval(Math.min(LARGEST, Math.max(SMALLEST, length)))
                        .appendTo(new SeekableByteArrayInput(header), block)) {
            for (var row : rows) {
                file.appendEncoded(ByteBuffer.wrap(row));
            }
        }
        return block.toByteArray();
    }

    @Override
    public Rows rows(byte[] block) throws IOException {
        var whole = ByteBuffer.allocate(header.length + block.length).put(header).put(block);
        try (var file =
                new DataFileReader<>(
                        new SeekableByteArrayInput(whole.array()),
                        new GenericDatumReader<GenericRecord>())) {
            var unpacked = file.nextBlock();
            var bytes = new byte[unpacked.remaining()];
            unpacked.get(bytes);
            return new AvroBlock(this, schema, bytes);
        } catch (AvroRuntimeException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public @Nullable Object[] decode(byte[] row) throws IOException {
        decoder = DecoderFactory.get().binaryDecoder(row, decoder);
        return values(decoder);
    }

    /** Returns the values of the row that comes next. */
    @Nullable Object[] values(BinaryDecoder from) throws IOException {
        var record = reader.read(null, from);
        var values = new @Nullable Object[cells.size()];
        for (int i = 0; i < values.length; i++) {
            var value = record.get(i);
            values[i] = value == null ? null : cells.get(i).read(value);
        }
        return values;
    }

    @Override
    public Table read(Path file, List<String> names) throws IOException {
        return AvroFiles.read(file, names);
    }

    /** Returns the mark that each block ends with. */
    static byte[] mark(byte[] header) {
        var mark = new byte[DataFileConstants.SYNC_SIZE];
        System.arraycopy(header, header.length - mark.length, mark, 0, mark.length);
        return mark;
    }
}
