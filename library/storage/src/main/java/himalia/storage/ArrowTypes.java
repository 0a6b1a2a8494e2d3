package himalia.storage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.TimeMicroVector;
import org.apache.arrow.vector.TimeMilliVector;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.VarBinaryVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericFixed;
import org.jspecify.annotations.Nullable;

/** From Avro to Arrow: its types, and its values into vectors. */
final class ArrowTypes {
    static final ArrowType TEXT = new ArrowType.Utf8();

    private ArrowTypes() {}

    /** Puts one value of Avro's into a vector. */
    interface Cell {
        void write(int row, Object value);
    }

    /** Returns the type itself where a union only says that it may be missing. */
    static Schema present(Schema schema) {
        if (schema.getType() != Schema.Type.UNION) {
            return schema;
        }
        var types =
                schema.getTypes().stream()
                        .filter(type -> type.getType() != Schema.Type.NULL)
                        .toList();
        return types.size() == 1 ? types.get(0) : schema;
    }

    static ArrowType arrow(Schema schema) {
        var logical = schema.getLogicalType();
        if (logical instanceof LogicalTypes.Decimal decimal) {
            return new ArrowType.Decimal(decimal.getPrecision(), decimal.getScale(), 128);
        }
        var named = logical == null ? null : logical(logical.getName());
        if (named != null) {
            return named;
        }
        return switch (schema.getType()) {
            case BOOLEAN -> new ArrowType.Bool();
            case INT -> new ArrowType.Int(32, true);
            case LONG -> new ArrowType.Int(64, true);
            case FLOAT -> new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE);
            case DOUBLE -> new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
            case BYTES, FIXED -> new ArrowType.Binary();
            default -> TEXT;
        };
    }

    private static @Nullable ArrowType logical(String name) {
        return switch (name) {
            case "date" -> new ArrowType.Date(DateUnit.DAY);
            case "time-millis" -> new ArrowType.Time(TimeUnit.MILLISECOND, 32);
            case "time-micros" -> new ArrowType.Time(TimeUnit.MICROSECOND, 64);
            case "timestamp-millis" -> new ArrowType.Timestamp(TimeUnit.MILLISECOND, "UTC");
            case "timestamp-micros" -> new ArrowType.Timestamp(TimeUnit.MICROSECOND, "UTC");
            case "timestamp-nanos" -> new ArrowType.Timestamp(TimeUnit.NANOSECOND, "UTC");
            case "local-timestamp-millis" -> new ArrowType.Timestamp(TimeUnit.MILLISECOND, null);
            case "local-timestamp-micros" -> new ArrowType.Timestamp(TimeUnit.MICROSECOND, null);
            case "local-timestamp-nanos" -> new ArrowType.Timestamp(TimeUnit.NANOSECOND, null);
            default -> null;
        };
    }

    /** Returns the field of a column. */
    static Field field(String name, Schema schema) {
        return AvroJson.isNested(schema)
                ? JsonType.JSON.field(name)
                : new Field(name, FieldType.nullable(arrow(schema)), List.of());
    }

    /** Returns what puts values of the schema into the vector of its field. */
    static Cell writer(FieldVector vector, Schema schema) {
        if (AvroJson.isNested(schema)) {
            var texts = (VarCharVector) vector;
            return (row, value) -> {
                var json = new StringBuilder();
                AvroJson.append(json, schema, value);
                texts.setSafe(row, json.toString().getBytes(StandardCharsets.UTF_8));
            };
        }
        if (vector instanceof BitVector bits) {
            return (row, value) -> bits.setSafe(row, (Boolean) value ? 1 : 0);
        }
        if (vector instanceof IntVector whole) {
            return (row, value) -> whole.setSafe(row, (Integer) value);
        }
        if (vector instanceof BigIntVector whole) {
            return (row, value) -> whole.setSafe(row, (Long) value);
        }
        if (vector instanceof Float4Vector point) {
            return (row, value) -> point.setSafe(row, (Float) value);
        }
        if (vector instanceof Float8Vector point) {
            return (row, value) -> point.setSafe(row, (Double) value);
        }
        if (vector instanceof DateDayVector day) {
            return (row, value) -> day.setSafe(row, (Integer) value);
        }
        if (vector instanceof TimeMilliVector time) {
            return (row, value) -> time.setSafe(row, (Integer) value);
        }
        if (vector instanceof TimeMicroVector time) {
            return (row, value) -> time.setSafe(row, (Long) value);
        }
        if (vector instanceof TimeStampVector stamp) {
            return (row, value) -> stamp.setSafe(row, (Long) value);
        }
        if (vector instanceof DecimalVector decimal) {
            return (row, value) ->
                    decimal.setSafe(
                            row, new BigDecimal(new BigInteger(bytes(value)), decimal.getScale()));
        }
        if (vector instanceof VarBinaryVector binary) {
            return (row, value) -> binary.setSafe(row, bytes(value));
        }
        var text = (VarCharVector) vector;
        return (row, value) -> text.setSafe(row, value.toString().getBytes(StandardCharsets.UTF_8));
    }

    static byte[] bytes(Object value) {
        if (value instanceof GenericFixed fixed) {
            return fixed.bytes();
        }
        var buffer = ((ByteBuffer) value).duplicate();
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
