package himalia.storage;

import java.util.Arrays;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.FieldVector;
import tech.tablesaw.columns.Column;

/** True and false. */
final class TruthCells extends VectorCells {
    private byte[] values = {};

    TruthCells(String name) {
        super(name);
    }

    @Override
    int room() {
        return values.length;
    }

    @Override
    void room(int rows) {
        values = Arrays.copyOf(values, rows);
    }

    @Override
    boolean copy(FieldVector vector, int rows, int at) {
        var bits = (BitVector) vector;
        for (int row = 0; row < rows; row++) {
            values[at + row] = bits.isNull(row) ? ColumnsOfArrays.NO_TRUTH : (byte) bits.get(row);
        }
        return true;
    }

    @Override
    Column<?> column(String name, int rows) {
        return ColumnsOfArrays.truths(name, values, rows);
    }
}
