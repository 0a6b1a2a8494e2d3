package himalia.table;

import himalia.display.chart.mark.NumberSource;
import java.util.Optional;
import tech.tablesaw.api.NumericColumn;

/**
 * Columns as charts take them: a cell that is missing is a gap, and not the number that stands for it.
 *
 * <p>Example: {@code Charts.histogram("Ages", table.intColumn("age"))}.
 */
public final class ColumnNumbers implements NumberSource {
    @Override
    public Optional<double[]> numbers(Iterable<?> values) {
        if (!(values instanceof NumericColumn<?> column)) {
            return Optional.empty();
        }
        var numbers = new double[column.size()];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = column.isMissing(row) ? Double.NaN : column.getDouble(row);
        }
        return Optional.of(numbers);
    }
}
