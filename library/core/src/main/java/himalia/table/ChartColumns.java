package himalia.table;

import himalia.display.chart.data.ColumnSource;
import himalia.display.chart.data.Columns;
import himalia.display.chart.data.DataColumn;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Tables as charts take them.
 *
 * <pre>{@code
 * Charts.line(train).x("date").y("temp").by("city")
 * }</pre>
 */
public final class ChartColumns implements ColumnSource {
    @Override
    public Optional<Columns> columns(Iterable<?> rows) {
        return rows instanceof Table table ? Optional.of(new OfTable(table)) : Optional.empty();
    }

    private static final int MONTHS = 12;

    private record OfTable(Table table) implements Columns {
        @Override
        public List<String> names() {
            return table.columnNames();
        }

        @Override
        public int size() {
            return table.rowCount();
        }

        @Override
        public DataColumn column(String name) {
            var column = Tables.column(table, name);
            boolean hasDigitsOfItsOwn =
                    column instanceof LongColumn || column instanceof FloatColumn;
            if (hasDigitsOfItsOwn && column.countMissing() < column.size()) {
                return DataColumn.of(column.name(), values(column));
            }
            if (column instanceof NumericColumn<?> numbers) {
                return DataColumn.numbers(column.name(), numbers.asDoubleArray());
            }
            var values = values(column);
            return column instanceof StringColumn
                    ? DataColumn.texts(column.name(), ordered(values))
                    : DataColumn.of(column.name(), values);
        }

        /** Months and days of the week have the order in which a list of them would be drawn. */
        private static List<@Nullable Object> ordered(List<@Nullable Object> texts) {
            var distinct = new LinkedHashSet<String>();
            for (var text : texts) {
                if (text != null && distinct.add((String) text) && distinct.size() > MONTHS) {
                    return texts;
                }
            }
            var names = TextOrder.calendar(distinct);
            if (names.isEmpty()) {
                return texts;
            }
            boolean areMonths = names.get().size() == MONTHS;
            var constants = new ArrayList<@Nullable Object>(texts.size());
            for (var text : texts) {
                constants.add(
                        text == null
                                ? null
                                : areMonths
                                        ? Month.valueOf((String) text)
                                        : DayOfWeek.valueOf((String) text));
            }
            return constants;
        }

        private static List<@Nullable Object> values(Column<?> column) {
            var values = new ArrayList<@Nullable Object>(column.size());
            for (int row = 0; row < column.size(); row++) {
                values.add(Tables.isMissing(column, row) ? null : column.get(row));
            }
            return values;
        }
    }
}
