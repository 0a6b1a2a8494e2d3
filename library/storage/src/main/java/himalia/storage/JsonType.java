package himalia.storage;

import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.TimeMicroVector;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;

/** The types of the columns of a JSON file. */
enum JsonType {
    TRUTH(new ArrowType.Bool()),
    WHOLE(new ArrowType.Int(64, true)),
    REAL(new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE)),
    DAY(new ArrowType.Date(DateUnit.DAY)),
    CLOCK(new ArrowType.Time(TimeUnit.MICROSECOND, 64)),
    MOMENT(new ArrowType.Timestamp(TimeUnit.MICROSECOND, null)),
    INSTANT(new ArrowType.Timestamp(TimeUnit.MICROSECOND, "UTC")),
    /** Strings without their quotes, and all else as it is written. */
    TEXT(new ArrowType.Utf8()),
    /** Whatever it is, as it is written. */
    JSON(new ArrowType.Utf8());

    /** How Arrow says that a text is JSON. */
    private static final Map<String, String> IS_JSON =
            Map.of("ARROW:extension:name", "arrow.json", "ARROW:extension:metadata", "");

    private final ArrowType arrow;

    JsonType(ArrowType arrow) {
        this.arrow = arrow;
    }

    /** Puts one value, of which the bytes are JSON, into a vector. */
    interface Cell {
        void write(int row, byte[] bytes, int from, int to);
    }

    static boolean isJson(Field field) {
        return "arrow.json".equals(field.getMetadata().get("ARROW:extension:name"));
    }

    Field field(String name) {
        return new Field(
                name,
                new FieldType(true, arrow, null, this == JSON ? IS_JSON : Map.of()),
                List.of());
    }

    /** Returns what writes into a vector of the field. */
    Cell cell(FieldVector vector) {
        return switch (this) {
            case TRUTH -> {
                var bits = (BitVector) vector;
                yield (row, bytes, from, to) -> bits.setSafe(row, bytes[from] == 't' ? 1 : 0);
            }
            case WHOLE -> {
                var longs = (BigIntVector) vector;
                yield (row, bytes, from, to) ->
                        longs.setSafe(row, JsonNumber.asLong(bytes, from, to));
            }
            case REAL -> {
                var doubles = (Float8Vector) vector;
                yield (row, bytes, from, to) ->
                        doubles.setSafe(row, JsonNumber.asDouble(bytes, from, to));
            }
            case DAY -> {
                var days = (DateDayVector) vector;
                yield (row, bytes, from, to) ->
                        days.setSafe(row, (int) IsoTimes.day(bytes, from + 1, to - 1));
            }
            case CLOCK -> {
                var times = (TimeMicroVector) vector;
                yield (row, bytes, from, to) ->
                        times.setSafe(row, IsoTimes.clock(bytes, from + 1, to - 1));
            }
            case MOMENT -> {
                var times = (TimeStampVector) vector;
                yield (row, bytes, from, to) ->
                        times.setSafe(row, IsoTimes.moment(bytes, from + 1, to - 1));
            }
            case INSTANT -> {
                var times = (TimeStampVector) vector;
                yield (row, bytes, from, to) ->
                        times.setSafe(row, IsoTimes.instant(bytes, from + 1, to - 1));
            }
            case TEXT -> text((VarCharVector) vector);
            case JSON -> {
                var texts = (VarCharVector) vector;
                yield (row, bytes, from, to) ->
                        texts.setSafe(row, JsonTexts.compact(bytes, from, to));
            }
        };
    }

    private static Cell text(VarCharVector texts) {
        return (row, bytes, from, to) -> {
            if (bytes[from] == '"' && isPlain(bytes, from, to)) {
                texts.setSafe(row, bytes, from + 1, to - from - 2);
            } else {
                texts.setSafe(row, JsonTexts.shown(bytes, from, to));
            }
        };
    }

    private static boolean isPlain(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\\') {
                return false;
            }
        }
        return true;
    }
}
