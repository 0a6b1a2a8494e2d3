package himalia.storage;

import himalia.table.ColumnArrays;
import java.util.Arrays;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.FieldVector;
import tech.tablesaw.columns.Column;

/** Whole numbers of 32 bits; the least one is Tablesaw's missing value, and no value of the column. */
final class IntCells extends VectorCells {
    private int[] values = {};

    IntCells(String name) {
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
        bytes((BaseFixedWidthVector) vector, rows).asIntBuffer().get(values, at, rows);
        boolean hasNulls = vector.getNullCount() > 0;
        for (int row = 0; row < rows; row++) {
            if (hasNulls && vector.isNull(row)) {
                values[at + row] = Integer.MIN_VALUE;
            } else if (values[at + row] == Integer.MIN_VALUE) {
                return false;
            }
        }
        return true;
    }

    @Override
    Column<?> column(String name, int rows) {
        return ColumnArrays.ints(
                name, values.length == rows ? values : Arrays.copyOf(values, rows));
    }
}
