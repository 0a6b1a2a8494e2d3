package himalia.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.types.pojo.ArrowType;
import tech.tablesaw.api.Table;

/** Columns in memory that is given free when they are closed, or when nobody can reach them any more. */
final class StoredColumns implements AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();

    private final List<StoredColumn> all;
    private final Cleaner.Cleanable memory;

    private StoredColumns(List<StoredColumn> all, RootAllocator allocator) {
        this.all = List.copyOf(all);
        this.memory = CLEANER.register(this, new Freeing(this.all, allocator));
    }

    /** What is done once; it does not know whom it is done for. */
    private record Freeing(List<StoredColumn> columns, RootAllocator allocator)
            implements Runnable {
        @Override
        public void run() {
            columns.forEach(StoredColumn::close);
            allocator.close();
        }
    }

    static StoredColumns of(Table table) {
        return of(table, new RootAllocator());
    }

    /** Takes memory from an allocator, which is closed with the columns, or where there is not enough. */
    static StoredColumns of(Table table, RootAllocator allocator) {
        var columns = new ArrayList<StoredColumn>();
        var vectors = new ArrayList<FieldVector>();
        try (var reader = new TableReader(table, allocator, Math.max(1, table.rowCount()))) {
            reader.loadNextBatch();
            for (var vector : reader.getVectorSchemaRoot().getFieldVectors()) {
                var moved = vector.getTransferPair(vector.getField(), allocator);
                vectors.add((FieldVector) moved.getTo());
                moved.transfer();
                columns.add(ColumnEncoder.encoded((FieldVector) moved.getTo(), allocator, vectors));
            }
        } catch (IOException e) {
            free(vectors, allocator);
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            free(vectors, allocator);
            throw e;
        }
        return new StoredColumns(columns, allocator);
    }

    /** Of a table that is too large, nothing stays in memory. */
    private static void free(List<FieldVector> vectors, RootAllocator allocator) {
        vectors.forEach(FieldVector::close);
        allocator.close();
    }

    List<StoredColumn> all() {
        return all;
    }

    static RowKind kind(StoredColumn column) {
        var type = column.values().getField().getType();
        // A table has whole numbers of 16 bits, and gives them back as those of 32.
        return type instanceof ArrowType.Int whole && whole.getBitWidth() < 32
                ? RowKind.INT
                : RowKind.of(type).orElseThrow();
    }

    @Override
    public void close() {
        memory.clean();
    }
}
