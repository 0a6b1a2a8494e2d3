package himalia.table;

import himalia.display.chart.mark.NumberSource;
import java.util.Optional;
import tech.tablesaw.api.NumericColumn;

/**
 * Columns as charts take them: a cell that is missing is a gap, and not the number that stands for it.
 *
 * <pre>{@code
 * Charts.histogram("Ages", train.intColumn("age"))
 * }</pre>
 */
public final class ColumnNumbers implements NumberSource {
    @Override
    public Optional<double[]> numbers(Iterable<?> values) {
        return values instanceof NumericColumn<?> column
                ? Optional.of(column.asDoubleArray())
                : Optional.empty();
    }
}
