package himalia.storage;

import himalia.table.ColumnArrays;
import java.util.Arrays;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.FieldVector;
import tech.tablesaw.columns.Column;

/** Numbers of 64 bits with decimals. */
final class RealCells extends VectorCells {
    private double[] values = {};

    RealCells(String name) {
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
        bytes((BaseFixedWidthVector) vector, rows).asDoubleBuffer().get(values, at, rows);
        if (vector.getNullCount() > 0) {
            for (int row = 0; row < rows; row++) {
                if (vector.isNull(row)) {
                    values[at + row] = Double.NaN;
                }
            }
        }
        return true;
    }

    @Override
    Column<?> column(String name, int rows) {
        return ColumnArrays.reals(
                name, values.length == rows ? values : Arrays.copyOf(values, rows));
    }
}
