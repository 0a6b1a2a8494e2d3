package himalia.storage;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.UInt1Vector;
import org.apache.arrow.vector.UInt2Vector;
import org.apache.arrow.vector.VarCharVector;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/**
 * A column in memory, in Arrow's vectors.
 *
 * @param encoding how it is held
 * @param values all values; or those that are different; or one of each run
 * @param places of each row, the place in {@code values}; or of each run, the row behind it
 * @param rows how many rows there are
 */
record StoredColumn(Encoding encoding, FieldVector values, @Nullable FieldVector places, int rows)
        implements AutoCloseable {
    /** How values are held. */
    enum Encoding {
        PLAIN,
        DICTIONARY,
        RUN_LENGTH
    }

    String name() {
        return values.getName();
    }

    long bytes() {
        return values.getBufferSize() + (places == null ? 0L : places.getBufferSize());
    }

    /** Returns a value as Java has it; null where it is missing. */
    @Nullable Object value(int row) {
        int place = place(row);
        return place < 0 || values.isNull(place) ? null : VectorValues.of(values, place);
    }

    private int place(int row) {
        return switch (encoding) {
            case PLAIN -> row;
            case DICTIONARY -> code(row);
            case RUN_LENGTH -> run(row);
        };
    }

    private int code(int row) {
        if (places == null || places.isNull(row)) {
            return -1;
        }
        if (places instanceof UInt1Vector bytes) {
            return bytes.get(row) & 0xff;
        }
        return places instanceof UInt2Vector pairs ? pairs.get(row) : ((IntVector) places).get(row);
    }

    private IntVector ends() {
        return (IntVector) Objects.requireNonNull(places);
    }

    private int run(int row) {
        var ends = ends();
        int low = 0;
        int high = ends.getValueCount() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends.get(middle) > row) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Returns all values as a column of a table. */
    Column<?> scan() {
        return switch (encoding) {
            case PLAIN -> plain();
            case DICTIONARY -> texts();
            case RUN_LENGTH -> runs(TableBuilder.column(values));
        };
    }

    /** Numbers are copied as they lie there. */
    private Column<?> plain() {
        boolean isShort = (long) rows * Long.BYTES <= Integer.MAX_VALUE;
        if (isShort && values instanceof Float8Vector doubles) {
            var copy = new double[rows];
            doubles.getDataBuffer()
                    .nioBuffer(0, rows * Double.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asDoubleBuffer()
                    .get(copy);
            for (int row = 0; doubles.getNullCount() > 0 && row < rows; row++) {
                copy[row] = doubles.isNull(row) ? Double.NaN : copy[row];
            }
            return DoubleColumn.create(name(), copy);
        }
        if (isShort && values.getNullCount() == 0 && values instanceof IntVector ints) {
            var copy = new int[rows];
            ints.getDataBuffer()
                    .nioBuffer(0, rows * Integer.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asIntBuffer()
                    .get(copy);
            return IntColumn.create(name(), copy);
        }
        if (isShort && values.getNullCount() == 0 && values instanceof BigIntVector longs) {
            var copy = new long[rows];
            longs.getDataBuffer()
                    .nioBuffer(0, rows * Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asLongBuffer()
                    .get(copy);
            return LongColumn.create(name(), copy);
        }
        return TableBuilder.column(values);
    }

    private Column<?> texts() {
        var texts = new String[values.getValueCount()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = new String(((VarCharVector) values).get(i), StandardCharsets.UTF_8);
        }
        var column = StringColumn.create(name());
        for (int row = 0; row < rows; row++) {
            int code = code(row);
            if (code < 0) {
                column.appendMissing();
            } else {
                column.append(texts[code]);
            }
        }
        return column;
    }

    private <T> Column<T> runs(Column<T> each) {
        var column = each.emptyCopy();
        var ends = ends();
        int row = 0;
        for (int run = 0; run < each.size(); run++) {
            for (; row < ends.get(run); row++) {
                column.append(each, run);
            }
        }
        return column;
    }

    @Override
    public void close() {
        values.close();
        if (places != null) {
            places.close();
        }
    }
}
