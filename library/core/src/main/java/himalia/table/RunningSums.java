package himalia.table;

import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;

/** The sum of each number and all before it. */
final class RunningSums {
    private RunningSums() {}

    static NumericColumn<?> of(NumericColumn<?> column) {
        return Totals.isReal(column) ? ofReals(column) : ofWholes(column);
    }

    private static DoubleColumn ofReals(NumericColumn<?> column) {
        var sums = DoubleColumn.create(column.name(), column.size());
        double sum = 0;
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                sum += column.getDouble(row);
                sums.set(row, sum);
            }
        }
        return sums;
    }

    private static LongColumn ofWholes(NumericColumn<?> column) {
        var sums = LongColumn.create(column.name(), column.size());
        long sum = 0;
        for (int row = 0; row < column.size(); row++) {
            if (!column.isMissing(row)) {
                sum = Totals.add(column, sum, row);
                sums.set(row, sum);
            } else {
                sums.setMissing(row);
            }
        }
        return sums;
    }
}
