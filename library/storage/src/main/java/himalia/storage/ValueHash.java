package himalia.storage;

import it.unimi.dsi.fastutil.HashCommon;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float2Vector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.UInt8Vector;
import org.apache.arrow.vector.types.pojo.ArrowType;

/** Makes a number of each value of a column, and one of all of them in their order. */
final class ValueHash {
    private static final long MISSING = 0x6d69_7373_696e_67L;

    private ValueHash() {}

    /** Returns the number of a cell, which is not missing. */
    private interface Cell {
        long hash(int row);
    }

    /** How values are compared. */
    enum Way {
        /** Each as what it is. */
        VALUES,
        /** Each by its text, in one form. */
        TEXTS,
        /** The same, of columns that hold no texts. */
        TEXTS_OF_OTHERS,
        /** Each number as the float that is nearest to it. */
        FLOATS,
        /** The same, of columns that hold floats. */
        FLOATS_OF_FLOATS
    }

    static Checksums all(ArrowBatches batches, Way way) throws IOException {
        var reader = batches.reader();
        var root = reader.getVectorSchemaRoot();
        var vectors = root.getFieldVectors();
        List<Cell> cells = new ArrayList<>();
        vectors.forEach(vector -> cells.add(cell(vector, way)));
        var sums = new long[cells.size()];
        long rows = 0;
        while (reader.loadNextBatch()) {
            for (int column = 0; column < sums.length; column++) {
                sums[column] =
                        summed(
                                sums[column],
                                vectors.get(column),
                                cells.get(column),
                                root.getRowCount());
            }
            rows += root.getRowCount();
        }
        var columns = new LinkedHashMap<String, Long>();
        for (int column = 0; column < sums.length; column++) {
            var type = vectors.get(column).getField().getType();
            if (way == Way.TEXTS_OF_OTHERS && type instanceof ArrowType.Utf8
                    || way == Way.FLOATS_OF_FLOATS && !isFloat(vectors.get(column))) {
                continue;
            }
            columns.put(vectors.get(column).getName(), sums[column]);
        }
        return new Checksums(rows, columns);
    }

    private static boolean isFloat(FieldVector vector) {
        return vector instanceof Float4Vector || vector instanceof Float2Vector;
    }

    private static Cell cell(FieldVector vector, Way way) {
        return switch (way) {
            case VALUES -> cell(vector);
            case TEXTS, TEXTS_OF_OTHERS -> text(vector);
            case FLOATS, FLOATS_OF_FLOATS -> nearestFloat(vector);
        };
    }

    private static long summed(long before, FieldVector vector, Cell cell, int rows) {
        long sum = before;
        for (int row = 0; row < rows; row++) {
            long value = vector.isNull(row) ? MISSING : cell.hash(row);
            // Each value mixes all that came before it, so that their order counts.
            sum = HashCommon.murmurHash3(31 * sum + value);
        }
        return sum;
    }

    private static Cell text(FieldVector vector) {
        var texts = MappedReader.texts(vector);
        return row -> {
            var text = texts.read(row);
            return text.equals("NaN") ? MISSING : text(ValueTexts.of(text));
        };
    }

    /** What holds no numbers stays what it is, and equals no float. */
    private static Cell nearestFloat(FieldVector vector) {
        if (vector instanceof Float8Vector doubles) {
            return row -> number((float) doubles.get(row));
        }
        if (vector instanceof Float4Vector floats) {
            return row -> number(floats.get(row));
        }
        if (vector instanceof Float2Vector halves) {
            return row -> number(halves.getValueAsFloat(row));
        }
        if (vector instanceof IntVector ints) {
            return row -> number((float) ints.get(row));
        }
        if (vector instanceof BigIntVector longs) {
            return row -> number((float) longs.get(row));
        }
        return cell(vector);
    }

    private static Cell cell(FieldVector vector) {
        if (vector instanceof Float8Vector doubles) {
            return row -> number(doubles.get(row));
        }
        // In decimal digits, as a file of texts has it.
        if (vector instanceof Float4Vector floats) {
            return row -> number(Double.parseDouble(Float.toString(floats.get(row))));
        }
        if (vector instanceof Float2Vector halves) {
            return row -> number(Double.parseDouble(Float.toString(halves.getValueAsFloat(row))));
        }
        if (vector instanceof IntVector ints) {
            return row -> number(ints.get(row));
        }
        if (vector instanceof BigIntVector longs) {
            return row -> whole(longs.get(row));
        }
        if (vector instanceof UInt8Vector huge) {
            return row -> decimal(new BigDecimal(huge.getObjectNoOverflow(row)));
        }
        if (vector.getField().getType() instanceof ArrowType.Int) {
            var cell = AvroTypes.writer(vector);
            return row -> whole(((Number) cell.read(row)).longValue());
        }
        if (vector.getField().getType() instanceof ArrowType.Decimal) {
            return row -> decimal((BigDecimal) vector.getObject(row));
        }
        var texts = MappedReader.texts(vector);
        return row -> text(texts.read(row));
    }

    private static long number(double value) {
        return Double.isNaN(value) ? MISSING : HashCommon.murmurHash3(bits(value));
    }

    private static long bits(double value) {
        return Double.doubleToLongBits(value);
    }

    /** Whole numbers past a double's digits are not taken for the nearest one. */
    private static long whole(long value) {
        return (long) (double) value == value && value != Long.MAX_VALUE
                ? number(value)
                : decimal(BigDecimal.valueOf(value));
    }

    private static long decimal(BigDecimal value) {
        double near = value.doubleValue();
        return Double.isFinite(near) && isSame(near, value)
                ? number(near)
                : text(value.stripTrailingZeros().toPlainString());
    }

    /** A fraction is the double with its digits, as a file of texts has it; a whole number is one double's exact value or none's. */
    private static boolean isSame(double near, BigDecimal value) {
        return new BigDecimal(near).compareTo(value) == 0
                || value.stripTrailingZeros().scale() > 0
                        && BigDecimal.valueOf(near).compareTo(value) == 0;
    }

    private static long text(String text) {
        if (text.isEmpty()) {
            return MISSING;
        }
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = HashCommon.murmurHash3(31 * hash + text.charAt(i));
        }
        return hash;
    }
}
