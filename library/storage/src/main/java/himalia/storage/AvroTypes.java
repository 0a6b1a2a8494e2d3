package himalia.storage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.function.IntToLongFunction;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DateMilliVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.SmallIntVector;
import org.apache.arrow.vector.TimeMicroVector;
import org.apache.arrow.vector.TimeMilliVector;
import org.apache.arrow.vector.TimeNanoVector;
import org.apache.arrow.vector.TimeSecVector;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.TinyIntVector;
import org.apache.arrow.vector.UInt1Vector;
import org.apache.arrow.vector.UInt2Vector;
import org.apache.arrow.vector.UInt4Vector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.VarBinaryVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;

/** From Arrow to Avro: its schemas, and its cells as Avro holds them. */
final class AvroTypes {
    /** Avro's names are letters, digits and underscores; a column's own name is kept beside. */
    static final String COLUMN = "column";

    private static final long MILLIS_A_DAY = 86_400_000L;

    private AvroTypes() {}

    /** One cell as Avro's generic records hold it. */
    interface Cell {
        Object read(int row);
    }

    static Schema avro(org.apache.arrow.vector.types.pojo.Schema arrow) {
        var fields = SchemaBuilder.record("row").namespace("himalia").fields();
        var place = 0;
        for (var field : arrow.getFields()) {
            var name = field.getName().replaceAll("[^A-Za-z0-9_]", "_");
            // Two columns may differ in the characters that Avro does not know.
            name = name.equals(field.getName()) ? name : name + "_" + place;
            name = name.matches("[0-9].*") ? "_" + name : name;
            var type = Schema.createUnion(Schema.create(Schema.Type.NULL), avro(field));
            fields.name(name).prop(COLUMN, field.getName()).type(type).withDefault(null);
            place++;
        }
        return fields.endRecord();
    }

    private static Schema avro(Field field) {
        var type = field.getType();
        if (type instanceof ArrowType.Bool) {
            return Schema.create(Schema.Type.BOOLEAN);
        }
        if (type instanceof ArrowType.Int whole) {
            if (whole.getBitWidth() == 64 && !whole.getIsSigned()) {
                return with(LogicalTypes.decimal(20, 0), Schema.Type.BYTES);
            }
            return Schema.create(
                    whole.getBitWidth() <= 32 && whole.getIsSigned()
                            ? Schema.Type.INT
                            : Schema.Type.LONG);
        }
        if (type instanceof ArrowType.FloatingPoint point) {
            return switch (point.getPrecision()) {
                case DOUBLE -> Schema.create(Schema.Type.DOUBLE);
                case HALF, SINGLE -> Schema.create(Schema.Type.FLOAT);
            };
        }
        if (type instanceof ArrowType.Date) {
            return with(LogicalTypes.date(), Schema.Type.INT);
        }
        if (type instanceof ArrowType.Time) {
            return with(LogicalTypes.timeMicros(), Schema.Type.LONG);
        }
        if (type instanceof ArrowType.Timestamp stamp) {
            return with(timestamp(stamp), Schema.Type.LONG);
        }
        if (type instanceof ArrowType.Decimal decimal) {
            return with(
                    LogicalTypes.decimal(decimal.getPrecision(), decimal.getScale()),
                    Schema.Type.BYTES);
        }
        return Schema.create(isBytes(type) ? Schema.Type.BYTES : Schema.Type.STRING);
    }

    private static boolean isBytes(ArrowType type) {
        return type instanceof ArrowType.Binary
                || type instanceof ArrowType.LargeBinary
                || type instanceof ArrowType.FixedSizeBinary;
    }

    private static LogicalType timestamp(ArrowType.Timestamp stamp) {
        var nanos = stamp.getUnit() == TimeUnit.NANOSECOND;
        if (stamp.getTimezone() == null) {
            return nanos ? LogicalTypes.localTimestampNanos() : LogicalTypes.localTimestampMicros();
        }
        return nanos ? LogicalTypes.timestampNanos() : LogicalTypes.timestampMicros();
    }

    private static Schema with(LogicalType logical, Schema.Type type) {
        return logical.addToSchema(Schema.create(type));
    }

    /** Returns what reads the vector's cells; it is asked for no missing ones. */
    static Cell writer(FieldVector vector) {
        if (vector instanceof BitVector bits) {
            return row -> bits.get(row) == 1;
        }
        if (vector instanceof IntVector whole) {
            return whole::get;
        }
        if (vector instanceof SmallIntVector whole) {
            return row -> (int) whole.get(row);
        }
        if (vector instanceof TinyIntVector whole) {
            return row -> (int) whole.get(row);
        }
        if (vector instanceof BigIntVector whole) {
            return whole::get;
        }
        if (vector instanceof VarCharVector text) {
            return row -> new String(text.get(row), StandardCharsets.UTF_8);
        }
        if (vector instanceof VarBinaryVector bytes) {
            return row -> ByteBuffer.wrap(bytes.get(row));
        }
        if (vector instanceof DecimalVector decimal) {
            return row -> ByteBuffer.wrap(decimal.getObject(row).unscaledValue().toByteArray());
        }
        if (vector instanceof TimeStampVector stamp) {
            return stamp(stamp);
        }
        return day(vector);
    }

    private static Cell stamp(TimeStampVector vector) {
        var unit = ((ArrowType.Timestamp) vector.getField().getType()).getUnit();
        return switch (unit) {
            case SECOND -> row -> micros(vector, row, 1_000_000);
            case MILLISECOND -> row -> micros(vector, row, 1_000);
            case MICROSECOND, NANOSECOND -> vector::get;
        };
    }

    private static long micros(TimeStampVector vector, int row, long factor) {
        long value = vector.get(row);
        long micros = value * factor;
        if (micros / factor != value) {
            throw new IllegalArgumentException(
                    "column '%s' has a time that is %d %ss from 1970, and Avro's end with the year 294247; convert to an .arrow file instead"
                            .formatted(
                                    vector.getField().getName(),
                                    value,
                                    factor == 1_000 ? "millisecond" : "second"));
        }
        return micros;
    }

    private static int epochDay(DateMilliVector vector, int row) {
        long millis = vector.get(row);
        long day = Math.floorDiv(millis, MILLIS_A_DAY);
        if ((int) day != day) {
            throw new IllegalArgumentException(
                    "column '%s' has a day that is %d milliseconds from 1970, past all that a day is counted in here; write it as a text in the file"
                            .formatted(vector.getField().getName(), millis));
        }
        return (int) day;
    }

    private static Cell day(FieldVector vector) {
        if (vector instanceof DateDayVector day) {
            return day::get;
        }
        if (vector instanceof DateMilliVector day) {
            return row -> epochDay(day, row);
        }
        if (vector.getField().getType() instanceof ArrowType.Time) {
            var nanos = nanosOfDay(vector);
            return row -> micros(vector.getField().getName(), nanos.applyAsLong(row));
        }
        return other(vector);
    }

    static IntToLongFunction nanosOfDay(FieldVector vector) {
        if (vector instanceof TimeSecVector time) {
            return row -> time.get(row) * 1_000_000_000L;
        }
        if (vector instanceof TimeMilliVector time) {
            return row -> time.get(row) * 1_000_000L;
        }
        if (vector instanceof TimeMicroVector time) {
            return row -> time.get(row) * 1_000;
        }
        return ((TimeNanoVector) vector)::get;
    }

    private static long micros(String column, long nanos) {
        if (nanos % 1_000 != 0) {
            throw new IllegalArgumentException(
                    "column '%s' has the time %s, and Avro's times end with microseconds; convert to an .arrow file instead"
                            .formatted(column, LocalTime.ofNanoOfDay(nanos)));
        }
        return nanos / 1_000;
    }

    /** Unsigned numbers by their values, all else as text. */
    private static Cell other(FieldVector vector) {
        if (vector instanceof UInt1Vector whole) {
            return row -> (long) whole.getObjectNoOverflow(row);
        }
        if (vector instanceof UInt2Vector whole) {
            return row -> (long) whole.get(row);
        }
        if (vector instanceof UInt4Vector whole) {
            return whole::getObjectNoOverflow;
        }
        if (vector instanceof UInt8Vector whole) {
            return row -> ByteBuffer.wrap(whole.getObjectNoOverflow(row).toByteArray());
        }
        var type = vector.getField().getType();
        if (isBytes(type)) {
            return row -> ByteBuffer.wrap((byte[]) vector.getObject(row));
        }
        return type instanceof ArrowType.FloatingPoint
                ? vector::getObject
                : CellTexts.of(vector)::read;
    }
}
