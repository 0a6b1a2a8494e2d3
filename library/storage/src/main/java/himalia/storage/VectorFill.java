package himalia.storage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.TimeStampMicroTZVector;
import org.apache.arrow.vector.TimeStampMicroVector;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.columns.Column;

/** Rows of a table's columns into vectors, a column as a whole. */
final class VectorFill {
    private final byte[] present;
    private final int rows;

    private VectorFill(int rows) {
        this.rows = rows;
        present = new byte[(rows + 7) / 8];
        Arrays.fill(present, (byte) -1);
    }

    /** Fills an allocated vector with rows from the given one on; returns false, and does nothing, where it takes cells one by one. */
    static boolean fill(Column<?> column, FieldVector vector, int from, int rows) {
        var fill = new VectorFill(rows);
        if (column instanceof IntColumn ints && vector instanceof IntVector into) {
            fill.ints(ints, into, from);
        } else if (column instanceof LongColumn longs && vector instanceof BigIntVector into) {
            fill.longs(longs, into, from);
        } else if (column instanceof DoubleColumn reals && vector instanceof Float8Vector into) {
            fill.reals(reals, into, from);
        } else if (column instanceof DateColumn days && vector instanceof DateDayVector into) {
            fill.days(days, into, from);
        } else if (column instanceof DateTimeColumn times
                && vector instanceof TimeStampMicroVector into) {
            fill.moments(times::getLongInternal, into, from);
        } else if (column instanceof InstantColumn times
                && vector instanceof TimeStampMicroTZVector into) {
            fill.moments(times::getLongInternal, into, from);
        } else if (column instanceof BooleanColumn truths && vector instanceof BitVector into) {
            fill.truths(truths, into, from);
        } else {
            return false;
        }
        return true;
    }

    /** A moment as Tablesaw packs it. */
    private interface Packed {
        long at(int row);
    }

    private void missing(int row) {
        present[row >> 3] &= (byte) ~(1 << (row & 7));
    }

    private void ints(IntColumn column, IntVector vector, int from) {
        var values = new int[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = column.getInt(from + row);
            if (values[row] == Integer.MIN_VALUE) {
                missing(row);
            }
        }
        bytes(vector, Integer.BYTES).asIntBuffer().put(values);
        end(vector);
    }

    private void truths(BooleanColumn column, BitVector vector, int from) {
        var values = new byte[present.length];
        for (int row = 0; row < rows; row++) {
            byte value = column.getByte(from + row);
            if (value == 1) {
                values[row >> 3] |= (byte) (1 << (row & 7));
            } else if (value != 0) {
                missing(row);
            }
        }
        vector.getDataBuffer().setBytes(0, values);
        end(vector);
    }

    private void longs(LongColumn column, BigIntVector vector, int from) {
        var values = new long[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = column.getLong(from + row);
            if (values[row] == Long.MIN_VALUE) {
                missing(row);
            }
        }
        bytes(vector, Long.BYTES).asLongBuffer().put(values);
        end(vector);
    }

    private void reals(DoubleColumn column, Float8Vector vector, int from) {
        var values = new double[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = column.getDouble(from + row);
            if (Double.isNaN(values[row])) {
                missing(row);
            }
        }
        bytes(vector, Double.BYTES).asDoubleBuffer().put(values);
        end(vector);
    }

    private void days(DateColumn column, DateDayVector vector, int from) {
        var values = new int[rows];
        for (int row = 0; row < rows; row++) {
            int packed = column.getIntInternal(from + row);
            if (packed == Integer.MIN_VALUE) {
                missing(row);
            } else {
                values[row] = (int) PackedDays.epochDay(packed);
            }
        }
        bytes(vector, Integer.BYTES).asIntBuffer().put(values);
        end(vector);
    }

    private void moments(Packed moments, BaseFixedWidthVector vector, int from) {
        var values = new long[rows];
        for (int row = 0; row < rows; row++) {
            long packed = moments.at(from + row);
            if (packed == Long.MIN_VALUE) {
                missing(row);
            } else {
                values[row] = PackedDays.epochMillis(packed) * 1_000;
            }
        }
        bytes(vector, Long.BYTES).asLongBuffer().put(values);
        end(vector);
    }

    private ByteBuffer bytes(BaseFixedWidthVector vector, int width) {
        return vector.getDataBuffer().nioBuffer(0, rows * width).order(ByteOrder.nativeOrder());
    }

    private void end(FieldVector vector) {
        vector.getValidityBuffer().setBytes(0, present);
        vector.setValueCount(rows);
    }
}
