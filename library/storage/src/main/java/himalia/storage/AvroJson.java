package himalia.storage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** From Avro's values to JSON, for what is nested, or of one type here and of another there. */
final class AvroJson {
    private AvroJson() {}

    /** Returns whether a value of the schema may hold others, or be of several types. */
    static boolean isNested(Schema schema) {
        return switch (schema.getType()) {
            case ARRAY, MAP, RECORD, UNION -> true;
            default -> false;
        };
    }

    /** Appends a value, which has the schema. */
    static void append(StringBuilder json, Schema schema, @Nullable Object value) {
        if (value == null) {
            json.append("null");
            return;
        }
        switch (schema.getType()) {
            case UNION ->
                    append(
                            json,
                            schema.getTypes().get(GenericData.get().resolveUnion(schema, value)),
                            value);
            case RECORD -> {
                List<String> keys = new ArrayList<>();
                List<Runnable> values = new ArrayList<>();
                for (var field : schema.getFields()) {
                    keys.add(field.name());
                    values.add(
                            () ->
                                    append(
                                            json,
                                            field.schema(),
                                            ((IndexedRecord) value).get(field.pos())));
                }
                object(json, keys, values);
            }
            case MAP -> {
                List<String> keys = new ArrayList<>();
                List<Runnable> values = new ArrayList<>();
                for (var entry : ((Map<?, ?>) value).entrySet()) {
                    keys.add(String.valueOf(entry.getKey()));
                    values.add(() -> append(json, schema.getValueType(), entry.getValue()));
                }
                object(json, keys, values);
            }
            case ARRAY -> {
                var before = "[";
                for (var element : (Collection<?>) value) {
                    append(json.append(before), schema.getElementType(), element);
                    before = ",";
                }
                json.append("[".equals(before) ? "[]" : "]");
            }
            default -> plain(json, schema, value);
        }
    }

    private static void object(StringBuilder json, List<String> keys, List<Runnable> values) {
        json.append('{');
        for (int i = 0; i < keys.size(); i++) {
            json.append(i == 0 ? "" : ",");
            JsonTexts.quote(json, keys.get(i));
            json.append(':');
            values.get(i).run();
        }
        json.append('}');
    }

    private static void plain(StringBuilder json, Schema schema, Object value) {
        var type = ArrowTypes.arrow(schema);
        if (type instanceof ArrowType.Decimal) {
            int scale = ((LogicalTypes.Decimal) schema.getLogicalType()).getScale();
            json.append(
                    new BigDecimal(new BigInteger(ArrowTypes.bytes(value)), scale).toPlainString());
        } else if (type instanceof ArrowType.Binary) {
            JsonTexts.quote(json, HexFormat.of().formatHex(ArrowTypes.bytes(value)));
        } else if (type instanceof ArrowType.Date) {
            JsonTexts.quote(json, CellTexts.day((Integer) value));
        } else if (type instanceof ArrowType.Time time) {
            long unit = time.getBitWidth() == Integer.SIZE ? 1_000_000L : 1_000L;
            JsonTexts.quote(json, CellTexts.clock(((Number) value).longValue() * unit));
        } else if (type instanceof ArrowType.Timestamp stamp) {
            JsonTexts.quote(json, CellTexts.moment((Long) value, stamp));
        } else if (value instanceof Double || value instanceof Float) {
            boolean isFinite = Double.isFinite(((Number) value).doubleValue());
            json.append(isFinite ? value.toString() : "null");
        } else if (value instanceof Number || value instanceof Boolean) {
            json.append(value);
        } else {
            JsonTexts.quote(json, value.toString());
        }
    }
}
