package himalia.storage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.VarCharVector;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.columns.Column;

/** A column that grows by vectors as a whole, as long as it holds all values of them. */
abstract class VectorCells {
    /** Place that is made and not needed costs the time in which it is cleared. */
    private static final int MOST_MORE = 8;

    private final String name;
    private int count;
    private int likely;

    VectorCells(String name) {
        this.name = name;
    }

    /** Returns cells for such vectors, or null where they are read one by one. */
    static @Nullable VectorCells of(FieldVector vector) {
        var name = vector.getField().getName();
        if (vector instanceof IntVector) {
            return new IntCells(name);
        }
        if (vector instanceof BigIntVector) {
            return new LongCells(name);
        }
        if (vector instanceof Float8Vector) {
            return new RealCells(name);
        }
        if (vector instanceof BitVector) {
            return new TruthCells(name);
        }
        if (vector instanceof DateDayVector) {
            return new DayCells(name);
        }
        if (vector instanceof TimeStampVector moments) {
            return new MomentCells(name, moments);
        }
        return vector instanceof VarCharVector && MappedReader.isFlat(vector.getField())
                ? new TextCells(name)
                : null;
    }

    /** Takes the next rows; takes none and returns false where the column cannot hold one of them. */
    final boolean take(FieldVector vector, int rows) {
        reserve(count + rows);
        if (rows > 0 && !copy(vector, rows, count)) {
            return false;
        }
        count += rows;
        return true;
    }

    /** Makes place for so many rows. */
    final void reserve(int rows) {
        if (rows > room()) {
            boolean isLikely = likely >= rows && likely / MOST_MORE <= rows;
            room(isLikely ? likely : size(rows, room()));
        }
    }

    /** Takes how many rows there may be: place is made for all of them at once, unless they are many more than are needed. */
    final void expect(int rows) {
        likely = rows;
    }

    /** Returns for how many rows there is place. */
    abstract int room();

    /** Makes place for so many rows, and keeps what was taken. */
    abstract void room(int rows);

    /** Copies rows to a place; returns false where one is no value of the column. */
    abstract boolean copy(FieldVector vector, int rows, int at);

    /** Returns what has been taken. */
    final Column<?> column() {
        return column(name, count);
    }

    abstract Column<?> column(String name, int rows);

    /** Returns how much place to make where so much is needed, and so much is there. */
    static int size(int needed, int there) {
        return Math.max(needed, (int) Math.min(Integer.MAX_VALUE - 8, 2L * there));
    }

    /** Returns the bytes of a vector's values. */
    static ByteBuffer bytes(BaseFixedWidthVector vector, int rows) {
        return vector.getDataBuffer()
                .nioBuffer(0, rows * vector.getTypeWidth())
                .order(ByteOrder.nativeOrder());
    }
}
