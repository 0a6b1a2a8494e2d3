package himalia.storage;

import himalia.table.Tables;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.SmallIntVector;
import org.apache.arrow.vector.TimeMicroVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.strings.NullDictionaryMap;

/** A table in memory as Arrow batches. */
final class TableReader extends ArrowReader {
    private static final int BATCH_ROWS = 65_536;

    private final Next more;
    private Table table;
    private final int most;
    private final Map<StringColumn, TextFill> filled = new IdentityHashMap<>();
    private int next;

    TableReader(Table table, BufferAllocator allocator) {
        this(table, allocator, BATCH_ROWS);
    }

    /** Takes how many rows a batch has at most. */
    TableReader(Table table, BufferAllocator allocator, int most) {
        super(allocator);
        this.table = table;
        this.most = most;
        this.more = Optional::empty;
    }

    /** Takes the first of several tables whose columns are alike. */
    TableReader(Table first, BufferAllocator allocator, Next more) {
        super(allocator);
        this.table = first;
        this.most = BATCH_ROWS;
        this.more = more;
    }

    /** Gives the rows behind those of a table, if there are some. */
    interface Next {
        Optional<Table> next() throws IOException;
    }

    /** Copies one cell, which is not missing, from the table's row to the batch's. */
    private interface Cell {
        void copy(int from, int to) throws IOException;
    }

    @Override
    protected Schema readSchema() {
        return new Schema(
                table.columns().stream()
                        .map(
                                column ->
                                        new Field(
                                                column.name(),
                                                FieldType.nullable(type(column)),
                                                List.of()))
                        .toList());
    }

    private static ArrowType type(Column<?> column) {
        return switch (column.type().name()) {
            case "BOOLEAN" -> new ArrowType.Bool();
            case "SHORT" -> new ArrowType.Int(16, true);
            case "INTEGER" -> new ArrowType.Int(32, true);
            case "LONG" -> new ArrowType.Int(64, true);
            case "FLOAT" -> new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE);
            case "DOUBLE" -> new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
            case "LOCAL_DATE" -> new ArrowType.Date(DateUnit.DAY);
            case "LOCAL_TIME" -> new ArrowType.Time(TimeUnit.MICROSECOND, 64);
            case "LOCAL_DATE_TIME" -> new ArrowType.Timestamp(TimeUnit.MICROSECOND, null);
            case "INSTANT" -> new ArrowType.Timestamp(TimeUnit.MICROSECOND, "UTC");
            default -> new ArrowType.Utf8();
        };
    }

    @Override
    public boolean loadNextBatch() throws IOException {
        prepareLoadNextBatch();
        while (next == table.rowCount()) {
            var following = more.next();
            if (following.isEmpty()) {
                break;
            }
            table = following.get();
            filled.clear();
            next = 0;
        }
        var root = getVectorSchemaRoot();
        var rows = Math.min(most, table.rowCount() - next);
        for (var i = 0; i < table.columnCount(); i++) {
            var column = table.column(i);
            var vector = root.getVector(i);
            fill(column, vector, rows);
        }
        root.setRowCount(rows);
        next += rows;
        return rows > 0;
    }

    private void fill(Column<?> column, FieldVector vector, int rows) throws IOException {
        if (column instanceof StringColumn texts
                && !(texts.getDictionary() instanceof NullDictionaryMap)) {
            filled.computeIfAbsent(texts, TextFill::new).fill((VarCharVector) vector, next, rows);
            return;
        }
        vector.setInitialCapacity(rows);
        vector.allocateNew();
        if (VectorFill.fill(column, vector, next, rows)) {
            return;
        }
        var cell = cell(column, vector);
        for (var row = 0; row < rows; row++) {
            if (!Tables.isMissing(column, next + row)) {
                cell.copy(next + row, row);
            }
        }
    }

    private static Cell cell(Column<?> column, FieldVector vector) {
        if (column instanceof NumericColumn<?> numbers) {
            return number(numbers, vector);
        }
        if (column instanceof TimeColumn times) {
            var micros = (TimeMicroVector) vector;
            return (from, to) -> micros.setSafe(to, times.get(from).toNanoOfDay() / 1_000);
        }
        var texts = (VarCharVector) vector;
        return (from, to) ->
                texts.setSafe(to, WholeText.utf8(column.name(), column.getString(from), from));
    }

    private static Cell number(NumericColumn<?> numbers, FieldVector vector) {
        if (vector instanceof SmallIntVector whole) {
            return (from, to) -> whole.setSafe(to, ((Number) numbers.get(from)).intValue());
        }
        if (vector instanceof Float4Vector point) {
            return (from, to) -> point.setSafe(to, (float) numbers.getDouble(from));
        }
        var point = (Float8Vector) vector;
        return (from, to) -> point.setSafe(to, numbers.getDouble(from));
    }

    @Override
    public long bytesRead() {
        return 0;
    }

    @Override
    protected void closeReadSource() {}
}
