package himalia.storage;

import himalia.table.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.SmallIntVector;
import org.apache.arrow.vector.TimeMicroVector;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/** A table in memory as Arrow batches. */
final class TableReader extends ArrowReader {
    private static final int BATCH_ROWS = 65_536;

    private final Table table;
    private final int most;
    private int next;

    TableReader(Table table, BufferAllocator allocator) {
        this(table, allocator, BATCH_ROWS);
    }

    /** Takes how many rows a batch has at most. */
    TableReader(Table table, BufferAllocator allocator, int most) {
        super(allocator);
        this.table = table;
        this.most = most;
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
        var root = getVectorSchemaRoot();
        var rows = Math.min(most, table.rowCount() - next);
        for (var i = 0; i < table.columnCount(); i++) {
            var column = table.column(i);
            var vector = root.getVector(i);
            vector.setInitialCapacity(rows);
            vector.allocateNew();
            var cell = cell(column, vector);
            for (var row = 0; row < rows; row++) {
                if (!Tables.isMissing(column, next + row)) {
                    cell.copy(next + row, row);
                }
            }
        }
        root.setRowCount(rows);
        next += rows;
        return rows > 0;
    }

    private static Cell cell(Column<?> column, FieldVector vector) {
        if (column instanceof NumericColumn<?> numbers) {
            return number(numbers, vector);
        }
        if (column instanceof BooleanColumn flags) {
            var bits = (BitVector) vector;
            return (from, to) -> bits.setSafe(to, flags.getByte(from));
        }
        if (column instanceof DateColumn days) {
            var vectorOfDays = (DateDayVector) vector;
            return (from, to) -> vectorOfDays.setSafe(to, (int) days.get(from).toEpochDay());
        }
        if (column instanceof TimeColumn times) {
            var micros = (TimeMicroVector) vector;
            return (from, to) -> micros.setSafe(to, times.get(from).toNanoOfDay() / 1_000);
        }
        if (column instanceof DateTimeColumn times) {
            var micros = (TimeStampVector) vector;
            return (from, to) -> {
                var time = times.get(from).toInstant(ZoneOffset.UTC);
                micros.setSafe(to, micros(time));
            };
        }
        if (column instanceof InstantColumn times) {
            var micros = (TimeStampVector) vector;
            return (from, to) -> micros.setSafe(to, micros(times.get(from)));
        }
        var texts = (VarCharVector) vector;
        return (from, to) -> texts.setSafe(to, utf8(column, from));
    }

    /** Half of a pair of characters, as it is left where a text was cut, is none in UTF-8, and would be a question mark. */
    private static byte[] utf8(Column<?> column, int row) throws IOException {
        var text = column.getString(row);
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        for (var next : bytes) {
            if (next == '?') {
                refuseHalf(column.name(), text, row);
                return bytes;
            }
        }
        return bytes;
    }

    private static void refuseHalf(String column, String text, int row) throws IOException {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw BadFile.because(
                    "column '%s' holds half of a character in row %d, which no file holds: its text was cut within a pair; cut it with offsetByCodePoints"
                            .formatted(column, row));
        }
    }

    private static Cell number(NumericColumn<?> numbers, FieldVector vector) {
        if (vector instanceof IntVector whole) {
            return (from, to) -> whole.setSafe(to, ((Number) numbers.get(from)).intValue());
        }
        if (vector instanceof SmallIntVector whole) {
            return (from, to) -> whole.setSafe(to, ((Number) numbers.get(from)).intValue());
        }
        if (vector instanceof BigIntVector whole) {
            return (from, to) -> whole.setSafe(to, ((Number) numbers.get(from)).longValue());
        }
        if (vector instanceof Float4Vector point) {
            return (from, to) -> point.setSafe(to, (float) numbers.getDouble(from));
        }
        var point = (Float8Vector) vector;
        return (from, to) -> point.setSafe(to, numbers.getDouble(from));
    }

    private static long micros(Instant time) {
        return time.getEpochSecond() * 1_000_000 + time.get(ChronoField.MICRO_OF_SECOND);
    }

    @Override
    public long bytesRead() {
        return 0;
    }

    @Override
    protected void closeReadSource() {}
}
