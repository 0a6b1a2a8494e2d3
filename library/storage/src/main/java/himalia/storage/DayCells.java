package himalia.storage;

import java.util.Arrays;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.FieldVector;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.columns.Column;

/** Days; one of a year that Tablesaw does not know is no value of the column. */
final class DayCells extends VectorCells {
    private int[] values = {};

    DayCells(String name) {
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
        var days = (DateDayVector) vector;
        for (int row = 0; row < rows; row++) {
            if (days.isNull(row)) {
                values[at + row] = Integer.MIN_VALUE;
            } else {
                int day = days.get(row);
                if (!PackedDays.holds(day)) {
                    return false;
                }
                values[at + row] = PackedDays.of(day);
            }
        }
        return true;
    }

    @Override
    Column<?> column(String name, int rows) {
        return DateColumn.createInternal(
                name, values.length == rows ? values : Arrays.copyOf(values, rows));
    }
}
