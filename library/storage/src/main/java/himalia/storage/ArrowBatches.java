package himalia.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.Field;
import tech.tablesaw.api.Table;

/** The rows of a table as Arrow batches, one after the other; closes all that it stands on. */
final class ArrowBatches implements AutoCloseable {
    private final WatchedReader reader;
    private final BufferAllocator allocator;
    private final Deque<AutoCloseable> open;
    private final ArrowReader stored;

    private ArrowBatches(
            WatchedReader reader, BufferAllocator allocator, Deque<AutoCloseable> open) {
        this(reader, allocator, open, reader);
    }

    private ArrowBatches(
            WatchedReader reader,
            BufferAllocator allocator,
            Deque<AutoCloseable> open,
            ArrowReader stored) {
        this.reader = reader;
        this.allocator = allocator;
        this.open = open;
        this.stored = stored;
    }

    /** What opens a reader, and pushes what must be closed after it. */
    interface Opening {
        WatchedReader open(BufferAllocator allocator, Deque<AutoCloseable> open) throws IOException;
    }

    static ArrowBatches of(Opening opening) throws IOException {
        var open = new ArrayDeque<AutoCloseable>();
        var allocator = new RootAllocator();
        open.push(allocator);
        try {
            var reader = opening.open(allocator, open);
            open.push(reader);
            return new ArrowBatches(reader, allocator, open);
        } catch (IOException | RuntimeException e) {
            try {
                closeAll(open);
            } catch (IOException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    /** Opens a file of any format. */
    static ArrowBatches of(Source source, FileWork job) throws IOException {
        return of(source, false, job);
    }

    /** Opens a file to write it in another format; from JSON to JSON, all is kept as it is written. */
    static ArrowBatches of(Source source, Format target, FileWork job) throws IOException {
        var batches = of(source, target == Format.JSON || target == Format.JSON_LINES, job);
        return batches.flatFor(target);
    }

    /** Returns the same as the format can hold it. */
    ArrowBatches flatFor(Format target) throws IOException {
        if (target == Format.JSON || target == Format.JSON_LINES || target == Format.ARROW) {
            return this;
        }
        var flat = MappedReader.flat(reader, target, allocator);
        if (flat == reader) {
            return this;
        }
        open.push(flat);
        return new ArrowBatches(
                new WatchedReader(flat, allocator, reader::gauge), allocator, open, stored);
    }

    /** Returns the same in types that DuckDB has; what it would cut is refused on its way. */
    ArrowBatches known() throws IOException {
        var known = MappedReader.known(reader, allocator);
        if (known == reader) {
            look(SpanDigits::refuseCut);
            return this;
        }
        open.push(known);
        var watched = new WatchedReader(known, allocator, reader::gauge);
        watched.look(SpanDigits::refuseCut);
        return new ArrowBatches(watched, allocator, open);
    }

    private static ArrowBatches of(Source source, boolean isVerbatim, FileWork job)
            throws IOException {
        var file = source.file();
        return switch (source.format()) {
            case EXCEL -> of(ExcelReader.read(file, Optional.empty(), Reading.name(file)));
            case NUMPY -> of(NumpyReader.read(file, Reading.name(file)));
            case LIBSVM -> of(LibsvmReader.read(file, Reading.name(file)));
            case ARFF -> of(ArffReader.read(file, Reading.name(file)));
            case CSV, PARQUET -> Duck.batches(source, job);
            case JSON_LINES, JSON ->
                    of(
                            (allocator, open) ->
                                    byBytes(
                                            JsonBatches.of(source, isVerbatim, allocator),
                                            file,
                                            allocator));
            case ARROW ->
                    of((allocator, open) -> byBytes(arrow(file, allocator, open), file, allocator));
            case AVRO ->
                    of(
                            (allocator, open) ->
                                    byBytes(new AvroReader(file, allocator), file, allocator));
        };
    }

    static ArrowBatches of(Table table) throws IOException {
        double all = Math.max(1, table.rowCount());
        return of(
                (allocator, open) ->
                        new WatchedReader(
                                new TableReader(table, allocator), allocator, rows -> rows / all));
    }

    private static WatchedReader byBytes(ArrowReader reader, Path file, BufferAllocator allocator)
            throws IOException {
        double all = Math.max(1, Files.size(file));
        return new WatchedReader(reader, allocator, rows -> reader.bytesRead() / all);
    }

    /** Returns which share of the rows has gone by. */
    double share() {
        return reader.share();
    }

    /** Has somebody look at each batch that goes by. */
    void look(Consumer<VectorSchemaRoot> at) {
        reader.look(at);
    }

    ArrowReader reader() {
        return reader;
    }

    List<String> names() throws IOException {
        return reader.getVectorSchemaRoot().getSchema().getFields().stream()
                .map(Field::getName)
                .toList();
    }

    /** Returns the fields as they were before a format wanted texts in the place of some. */
    List<Field> stored() throws IOException {
        return stored.getVectorSchemaRoot().getSchema().getFields();
    }

    BufferAllocator allocator() {
        return allocator;
    }

    /** Writes all batches to an Arrow file; returns how many rows. */
    long writeArrow(Path file) throws IOException {
        try (var channel =
                        FileChannel.open(
                                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                var writer = new ArrowFileWriter(reader.getVectorSchemaRoot(), reader, channel)) {
            long rows = 0;
            writer.start();
            while (reader.loadNextBatch()) {
                writer.writeBatch();
                rows += reader.getVectorSchemaRoot().getRowCount();
            }
            writer.end();
            return rows;
        }
    }

    /** Reads all batches, to know how many rows there are. */
    Storage.Size size() throws IOException {
        var root = reader.getVectorSchemaRoot();
        long rows = 0;
        while (reader.loadNextBatch()) {
            rows += root.getRowCount();
        }
        return new Storage.Size(rows, root.getFieldVectors().size());
    }

    private static ArrowReader arrow(
            Path file, BufferAllocator allocator, Deque<AutoCloseable> open) throws IOException {
        var channel = FileChannel.open(file);
        open.push(channel);
        var reader = new ArrowFile(file, channel, allocator);
        open.push(reader);
        try {
            reader.refuseUnknown();
            return DecodedReader.isNeeded(reader) ? new DecodedReader(reader, allocator) : reader;
        } catch (RuntimeException | OutOfMemoryError e) {
            throw BadFile.of(file, e);
        }
    }

    @Override
    public void close() throws IOException {
        closeAll(open);
    }

    static void closeAll(Deque<AutoCloseable> open) throws IOException {
        IOException first = null;
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                if (first == null) {
                    first = new IOException(e.getMessage(), e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
