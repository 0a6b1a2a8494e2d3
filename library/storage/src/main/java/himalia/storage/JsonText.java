package himalia.storage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float2Vector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.UInt1Vector;
import org.apache.arrow.vector.UInt2Vector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.complex.LargeListVector;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.MapVector;
import org.apache.arrow.vector.complex.StructVector;
import org.apache.arrow.vector.types.pojo.ArrowType;

/** From a vector to JSON: what is nested stays nested, and no digit is lost. */
final class JsonText {
    private JsonText() {}

    /** Writes one cell. */
    interface Cell {
        void append(StringBuilder json, int row);
    }

    /** Returns what writes the vector's cells, and null where one is missing. */
    static Cell of(FieldVector vector) {
        return of(vector, "null", "null", "null");
    }

    /** Returns what writes cells within others, where JSON's null is not all that a number may be. */
    private static Cell within(FieldVector vector) {
        return of(vector, "\"NaN\"", "\"Infinity\"", "\"-Infinity\"");
    }

    private static Cell of(FieldVector vector, String none, String most, String least) {
        var present =
                vector.getField().getType() instanceof ArrowType.FloatingPoint
                        ? real(vector, none, most, least)
                        : present(vector);
        return (json, row) -> {
            if (vector.isNull(row)) {
                json.append("null");
            } else {
                present.append(json, row);
            }
        };
    }

    private static Cell present(FieldVector vector) {
        if (vector instanceof BitVector bits) {
            return (json, row) -> json.append(bits.get(row) == 1);
        }
        if (vector instanceof StructVector struct) {
            return struct(struct);
        }
        if (vector instanceof MapVector map) {
            return map(map);
        }
        if (vector instanceof FixedSizeListVector list) {
            int size = list.getListSize();
            return list(vector, row -> row * size, row -> (row + 1) * size);
        }
        if (vector instanceof LargeListVector list) {
            return list(
                    vector,
                    row -> Math.toIntExact(list.getElementStartIndex(row)),
                    row -> Math.toIntExact(list.getElementEndIndex(row)));
        }
        if (vector instanceof ListVector list) {
            return list(vector, list::getElementStartIndex, list::getElementEndIndex);
        }
        if (vector.getField().getType().isComplex()) {
            throw new IllegalArgumentException(
                    "column '%s' is of Arrow's type %s, which is not read here; write it as a list or a struct"
                            .formatted(vector.getName(), vector.getField().getType()));
        }
        var type = vector.getField().getType();
        if (type instanceof ArrowType.Int) {
            return whole(vector);
        }
        if (type instanceof ArrowType.Decimal) {
            return (json, row) -> json.append(CellTexts.decimal(vector, row));
        }
        if (vector instanceof VarCharVector texts && JsonType.isJson(vector.getField())) {
            return (json, row) -> {
                var bytes = texts.get(row);
                json.append(
                        new String(
                                JsonTexts.compact(bytes, 0, bytes.length), StandardCharsets.UTF_8));
            };
        }
        var text = CellTexts.of(vector);
        return (json, row) -> JsonTexts.quote(json, text.read(row));
    }

    private static Cell whole(FieldVector vector) {
        if (vector instanceof IntVector ints) {
            return (json, row) -> json.append(ints.get(row));
        }
        if (vector instanceof UInt1Vector bytes) {
            return (json, row) -> json.append(bytes.getObjectNoOverflow(row));
        }
        if (vector instanceof UInt2Vector shorts) {
            return (json, row) -> json.append((int) shorts.get(row));
        }
        if (vector instanceof UInt8Vector huge) {
            return (json, row) -> json.append(huge.getObjectNoOverflow(row));
        }
        var whole = AvroTypes.writer(vector);
        return (json, row) -> json.append(whole.read(row));
    }

    /** JSON knows neither infinite numbers nor such that are none: words stand for them. */
    private static Cell real(FieldVector vector, String none, String most, String least) {
        if (vector instanceof Float8Vector doubles) {
            return (json, row) -> {
                double value = doubles.get(row);
                if (Double.isFinite(value)) {
                    json.append(value);
                } else {
                    json.append(Double.isNaN(value) ? none : value > 0 ? most : least);
                }
            };
        }
        return (json, row) -> {
            float value =
                    vector instanceof Float4Vector floats
                            ? floats.get(row)
                            : ((Float2Vector) vector).getValueAsFloat(row);
            if (Float.isFinite(value)) {
                json.append(value);
            } else {
                json.append(Float.isNaN(value) ? none : value > 0 ? most : least);
            }
        };
    }

    private static Cell struct(StructVector struct) {
        List<Cell> cells = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (var child : struct.getChildrenFromFields()) {
            var key = new StringBuilder();
            JsonTexts.quote(key, child.getName());
            keys.add(key.append(':').toString());
            cells.add(within(child));
        }
        return (json, row) -> {
            json.append('{');
            for (int i = 0; i < cells.size(); i++) {
                json.append(i == 0 ? "" : ",").append(keys.get(i));
                cells.get(i).append(json, row);
            }
            json.append('}');
        };
    }

    /** One whose keys are no texts is a list of its pairs. */
    private static Cell map(MapVector map) {
        var pairs = (StructVector) map.getDataVector();
        var keys = pairs.getChildrenFromFields().get(0);
        var key = within(keys);
        var value = within(pairs.getChildrenFromFields().get(1));
        if (!(keys.getField().getType() instanceof ArrowType.Utf8)) {
            return list(map, map::getElementStartIndex, map::getElementEndIndex);
        }
        return (json, row) -> {
            json.append('{');
            int begin = map.getElementStartIndex(row);
            for (int i = begin; i < map.getElementEndIndex(row); i++) {
                json.append(i == begin ? "" : ",");
                key.append(json, i);
                json.append(':');
                value.append(json, i);
            }
            json.append('}');
        };
    }

    private static Cell list(FieldVector list, IntUnaryOperator from, IntUnaryOperator to) {
        var element = within(list.getChildrenFromFields().get(0));
        return (json, row) -> {
            json.append('[');
            int begin = from.applyAsInt(row);
            for (int i = begin; i < to.applyAsInt(row); i++) {
                json.append(i == begin ? "" : ",");
                element.append(json, i);
            }
            json.append(']');
        };
    }
}
