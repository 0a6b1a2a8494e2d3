package himalia.storage;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileConstants;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import tech.tablesaw.api.Table;

/** Avro container files. */
final class AvroFiles {
    private AvroFiles() {}

    /** Writes all batches to a file; returns how many rows. */
    static long write(ArrowReader batches, Path file) throws IOException {
        var root = batches.getVectorSchemaRoot();
        var schema = AvroTypes.avro(root.getSchema());
        var vectors = root.getFieldVectors();
        var cells = vectors.stream().map(AvroTypes::writer).toList();
        try (var writer =
                new DataFileWriter<GenericRecord>(new GenericDatumWriter<>(schema))
                        .setCodec(CodecFactory.deflateCodec(1))
                        .create(schema, file.toFile())) {
            var record = new GenericData.Record(schema);
            long rows = 0;
            while (batches.loadNextBatch()) {
                rows += root.getRowCount();
                for (var row = 0; row < root.getRowCount(); row++) {
                    for (var column = 0; column < cells.size(); column++) {
                        var isNull = vectors.get(column).isNull(row);
                        record.put(column, isNull ? null : cells.get(column).read(row));
                    }
                    writer.append(record);
                }
            }
            return rows;
        }
    }

    static DataFileReader<GenericRecord> open(Path file) throws IOException {
        return open(file, new GenericDatumReader<>());
    }

    static DataFileReader<GenericRecord> open(Path file, GenericDatumReader<GenericRecord> reader)
            throws IOException {
        try {
            var rows = new DataFileReader<>(file.toFile(), reader);
            var codec = rows.getMetaString(DataFileConstants.CODEC);
            if (DataFileConstants.XZ_CODEC.equals(codec)) {
                rows.close();
                throw BadFile.because(
                        "%s is packed with xz, which is not read here; write it with deflate, zstandard, snappy or bzip2"
                                .formatted(file.getFileName()));
            }
            return rows;
        } catch (IOException | AvroRuntimeException e) {
            throw BadFile.of(file, e);
        }
    }

    /** The library takes a block that breaks off for the end of the file. */
    static void refuseCut(Path file, DataFileReader<?> rows) throws IOException {
        if (rows.previousSync() < Files.size(file)) {
            throw cut(file, rows);
        }
    }

    private static BadFile cut(Path file, DataFileReader<?> rows) throws IOException {
        return BadFile.because(
                "%s breaks off: its block at byte %d of %d is not whole; copy or download it again, or take the rows before it by RowStore.open(\"%s\")"
                        .formatted(
                                file.getFileName(),
                                rows.previousSync(),
                                Files.size(file),
                                FileNames.typed(file)));
    }

    /** Returns what is said of a file whose rows cannot be read on. */
    static BadFile broken(Path file, DataFileReader<?> rows, Exception thrown) throws IOException {
        boolean isCut = thrown instanceof EOFException || thrown.getCause() instanceof EOFException;
        return isCut ? cut(file, rows) : BadFile.of(file, thrown);
    }

    static Storage.Size size(Path file) throws IOException {
        try (var reader = open(file)) {
            long rows = 0;
            while (reader.hasNext()) {
                rows += reader.getBlockCount();
                reader.nextBlock();
            }
            refuseCut(file, reader);
            return new Storage.Size(rows, columns(reader.getSchema(), file));
        } catch (AvroRuntimeException e) {
            throw BadFile.of(file, e);
        }
    }

    /** Writes a file without rows. */
    static void create(Schema schema, Path file) throws IOException {
        new DataFileWriter<GenericRecord>(new GenericDatumWriter<>(schema))
                .setCodec(CodecFactory.deflateCodec(1))
                .create(schema, file.toFile())
                .close();
    }

    /** Reads some columns of a file into memory. */
    static Table read(Path file, List<String> names) throws IOException {
        try (var allocator = new RootAllocator();
                var reader = new AvroReader(file, names, allocator)) {
            return TableBuilder.read(reader, Reading.name(file));
        } catch (RuntimeException e) {
            FileWork.stopIfInterrupted(file);
            throw BadFile.of(file, e);
        }
    }

    /** Returns the name of a column as it was before Avro's rules. */
    static String name(Schema.Field field) {
        var name = field.getProp(AvroTypes.COLUMN);
        return name == null ? field.name() : name;
    }

    /** Returns a schema with some of its columns alone. */
    static Schema chosen(Schema schema, List<String> names) {
        var fields =
                names.stream()
                        .flatMap(
                                name ->
                                        schema.getFields().stream()
                                                .filter(field -> name(field).equals(name)))
                        .map(field -> new Schema.Field(field, field.schema()))
                        .toList();
        return Schema.createRecord(
                schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }

    static int columns(Schema schema, Path file) throws IOException {
        if (schema.getType() != Schema.Type.RECORD) {
            throw BadFile.of(
                    file,
                    new IOException("its rows are no records but " + schema.getType().getName()));
        }
        return schema.getFields().size();
    }
}
