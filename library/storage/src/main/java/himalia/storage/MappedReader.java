package himalia.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.DurationVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float2Vector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorLoader;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.VectorUnloader;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/** Batches of another reader with other fields: what becomes a text is written as one, all else goes over as it is. */
final class MappedReader extends ArrowReader {
    private final ArrowReader source;
    private final Schema schema;

    private MappedReader(ArrowReader source, Schema schema, BufferAllocator allocator) {
        super(allocator);
        this.source = source;
        this.schema = schema;
    }

    /** Returns the batches for a format that holds less than Arrow does. */
    static ArrowReader flat(ArrowReader source, Format target, BufferAllocator allocator)
            throws IOException {
        return of(
                source,
                allocator,
                (place, field) -> {
                    if (isHalf(field)) {
                        return floats(field);
                    }
                    return isText(field, target) ? text(field) : field;
                });
    }

    /** Returns batches of types that DuckDB has: floats in the place of half ones, and texts in that of what it lacks. */
    static ArrowReader known(ArrowReader source, BufferAllocator allocator) throws IOException {
        return of(
                source,
                allocator,
                (place, field) ->
                        isHalf(field)
                                ? floats(field)
                                : isForeign(field.getType())
                                                || holds(field, MappedReader::isForeign)
                                        ? text(field)
                                        : field);
    }

    /** Returns batches whose fields have the names and types that a Parquet file says. */
    static ArrowReader named(ArrowReader source, ParquetFile said, BufferAllocator allocator)
            throws IOException {
        return of(
                source,
                allocator,
                (place, field) -> {
                    var name = said.names().get(place);
                    if (said.json().contains(place)) {
                        return JsonType.JSON.field(name);
                    }
                    var told = said.durations().get(place);
                    var timed = told == null ? field : ParquetDurations.timed(field, told);
                    return name.equals(timed.getName())
                            ? timed
                            : new Field(name, timed.getFieldType(), timed.getChildren());
                });
    }

    private static ArrowReader of(
            ArrowReader source,
            BufferAllocator allocator,
            BiFunction<Integer, Field, Field> mapping)
            throws IOException {
        var fields = source.getVectorSchemaRoot().getSchema().getFields();
        var mapped = new ArrayList<Field>();
        for (int i = 0; i < fields.size(); i++) {
            mapped.add(mapping.apply(i, fields.get(i)));
        }
        return mapped.equals(fields)
                ? source
                : new MappedReader(source, new Schema(mapped), allocator);
    }

    /** Returns whether nothing is within it. */
    static boolean isFlat(Field field) {
        return !field.getType().isComplex() && !JsonType.isJson(field);
    }

    /** Parquet holds no durations before zero, and CSV of much what DuckDB alone can read. */
    private static boolean isText(Field field, Format target) {
        var type = field.getType();
        return isUnknown(type)
                || (target == Format.PARQUET ? holdsUnknown(field) : !isFlat(field))
                || target == Format.CSV
                        && (type instanceof ArrowType.Timestamp stamp && stamp.getTimezone() != null
                                || type instanceof ArrowType.Binary
                                || type instanceof ArrowType.LargeBinary
                                || type instanceof ArrowType.BinaryView
                                || type instanceof ArrowType.FixedSizeBinary);
    }

    /** Returns whether neither DuckDB nor Avro has it, or durations that are kept to the nanosecond. */
    private static boolean isUnknown(ArrowType type) {
        return isForeign(type)
                || type instanceof ArrowType.Interval
                || type instanceof ArrowType.Duration;
    }

    /** Returns whether DuckDB has no such values: decimals of so many digits, or without their last ones. */
    private static boolean isForeign(ArrowType type) {
        return type instanceof ArrowType.Decimal decimal
                && (decimal.getBitWidth() > 128 || decimal.getScale() < 0);
    }

    private static boolean isForeign(Field field) {
        return isHalf(field) || isForeign(field.getType());
    }

    private static boolean holdsUnknown(Field field) {
        return holds(field, child -> isHalf(child) || isUnknown(child.getType()));
    }

    /** Returns whether there is one within it. */
    private static boolean holds(Field field, Predicate<Field> one) {
        return field.getChildren().stream().anyMatch(child -> one.test(child) || holds(child, one));
    }

    private static boolean isHalf(Field field) {
        return field.getType() instanceof ArrowType.FloatingPoint point
                && point.getPrecision() == FloatingPointPrecision.HALF;
    }

    private static Field floats(Field field) {
        return new Field(
                field.getName(),
                FieldType.nullable(new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE)),
                List.of());
    }

    private static Field text(Field field) {
        return new Field(
                field.getName(),
                new FieldType(true, new ArrowType.Utf8(), null, Map.of()),
                List.of());
    }

    /** Returns the cells of a vector as texts, which are asked for no missing one. */
    static CellTexts.Cell texts(FieldVector vector) {
        var field = vector.getField();
        if (isFlat(field)) {
            return CellTexts.of(vector);
        }
        if (vector instanceof VarCharVector json) {
            return row -> JsonTexts.shown(new String(json.get(row), StandardCharsets.UTF_8));
        }
        var json = JsonText.of(vector);
        return row -> {
            var text = new StringBuilder();
            json.append(text, row);
            return text.toString();
        };
    }

    @Override
    protected Schema readSchema() {
        return schema;
    }

    @Override
    public boolean loadNextBatch() throws IOException {
        prepareLoadNextBatch();
        if (!source.loadNextBatch()) {
            return false;
        }
        var batch = source.getVectorSchemaRoot();
        var target = getVectorSchemaRoot();
        for (int column = 0; column < batch.getFieldVectors().size(); column++) {
            var from = batch.getVector(column);
            var to = target.getVector(column);
            if (from instanceof Float2Vector halves && to instanceof Float4Vector floats) {
                write(halves, floats, batch.getRowCount());
            } else if (from instanceof BigIntVector counts && to instanceof DurationVector spans) {
                write(counts, spans, batch.getRowCount());
            } else if (isLike(from.getField(), to.getField())) {
                hand(from, to, batch.getRowCount());
            } else if (isWritten(from.getField(), to.getField())) {
                write(from, (VarCharVector) to, batch.getRowCount());
            } else {
                from.makeTransferPair(to).transfer();
            }
        }
        target.setRowCount(batch.getRowCount());
        return true;
    }

    /** Returns whether only what is within them differs: numbers here, durations there. */
    private static boolean isLike(Field from, Field to) {
        return from.getType().equals(to.getType()) && !from.getChildren().equals(to.getChildren());
    }

    /** Both lie in memory in the same way. */
    private static void hand(FieldVector from, FieldVector to, int rows) {
        var given = new VectorSchemaRoot(List.of(from.getField()), List.of(from), rows);
        var taken = new VectorSchemaRoot(List.of(to.getField()), List.of(to), rows);
        try (var batch = new VectorUnloader(given).getRecordBatch()) {
            new VectorLoader(taken).load(batch);
        }
    }

    private static boolean isWritten(Field from, Field to) {
        return !from.getType().equals(to.getType())
                || JsonType.isJson(from) && !JsonType.isJson(to);
    }

    private static void write(Float2Vector from, Float4Vector to, int rows) {
        to.setInitialCapacity(rows);
        to.allocateNew();
        for (int row = 0; row < rows; row++) {
            if (!from.isNull(row)) {
                to.setSafe(row, from.getValueAsFloat(row));
            }
        }
    }

    private static void write(BigIntVector from, DurationVector to, int rows) {
        to.setInitialCapacity(rows);
        to.allocateNew();
        for (int row = 0; row < rows; row++) {
            if (!from.isNull(row)) {
                to.setSafe(row, from.get(row));
            }
        }
    }

    private static void write(FieldVector from, VarCharVector to, int rows) {
        var cell = texts(from);
        to.setInitialCapacity(rows);
        to.allocateNew();
        for (int row = 0; row < rows; row++) {
            if (!from.isNull(row)) {
                to.setSafe(row, cell.read(row).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Override
    public long bytesRead() {
        return source.bytesRead();
    }

    @Override
    protected void closeReadSource() {
        // Who opened it closes it.
    }
}
