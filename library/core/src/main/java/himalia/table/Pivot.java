package himalia.table;

import static himalia.display.bundle.Given.given;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * From long to wide and back.
 *
 * <pre>{@code
 * Pivot.table(train, "city", "plan", Aggregate.mean("income"))   // a row for each city, a column for each plan
 * Pivot.melt(train, List.of("city"), "age", "income")            // a row for each city and variable
 * }</pre>
 */
public final class Pivot {
    private Pivot() {}

    /**
     * Makes a row of each value of one column, and a column of each value of another; in them stands what the aggregate makes of the
     * rows that have both. Where no row has, a count is 0, and any other value is missing, a
     * sum too.
     *
     * <p>A value that is missing gives a row, and a column named {@code missing}.
     *
     * @throws IllegalArgumentException if there is no such column, naming the nearest
     */
    public static Table table(Table table, String rows, String columns, Aggregate aggregate) {
        given(aggregate, "aggregate", "give one, such as Aggregate.count()");
        // Which refuses the same column twice, too.
        var grouped = GroupBy.of(table, rows, columns).agg(aggregate);
        var keys = RowGroups.of(grouped, List.of(grouped.column(0)));
        var across = RowGroups.of(grouped, List.of(grouped.column(1)));
        var values = grouped.column(2);
        var from = aggregate.from(table);
        var result = keys.keys().copy();
        var names = new ColumnNames(result.columnNames());
        for (int column = 0; column < across.keys().rowCount(); column++) {
            var cells = new ArrayList<@Nullable Object>();
            for (int row = 0; row < keys.keys().rowCount(); row++) {
                cells.add(ofNone(aggregate, from));
            }
            for (int row = 0; row < grouped.rowCount(); row++) {
                if (across.groups()[row] == column && !Tables.isMissing(values, row)) {
                    cells.set(keys.groups()[row], values.get(row));
                }
            }
            var key = across.keys().column(0);
            var name = Tables.isMissing(key, column) ? "missing" : Tables.level(key, column);
            result.addColumns(ValuesColumn.like(values, names.add(name), cells));
        }
        return result.setName(table.name());
    }

    /** Of no rows a count is 0. A sum would be 0 too, and is missing as in pandas: a pair that is not there has sold nothing, not for 0. */
    private static @Nullable Object ofNone(Aggregate aggregate, Column<?> like) {
        return aggregate.function() instanceof Reduction ours && !ours.isCount()
                ? null
                : aggregate.function().apply(like.emptyCopy());
    }

    /**
     * Makes a row of each value of some columns: the other columns stay, {@code variable} names the column and {@code value} holds
     * the value. All rows of the first come first.
     *
     * @param ids what stays
     * @param values the columns that become rows; none means all others
     * @throws IllegalArgumentException if there is no such column, or two hold different kinds
     */
    public static Table melt(Table table, List<String> ids, String... values) {
        var melted = new ArrayList<Column<?>>();
        for (var name : given(values, "values")) {
            melted.add(Tables.column(table, name));
        }
        var kept = new ArrayList<Column<?>>();
        for (var name : given(ids, "ids")) {
            kept.add(Tables.column(table, name));
        }
        if (melted.isEmpty()) {
            Tables.given(table).columns().stream()
                    .filter(column -> !kept.contains(column))
                    .forEach(melted::add);
        }
        int rows = table.rowCount();
        int[] repeated = new int[rows * melted.size()];
        var variable = new ArrayList<String>();
        var cells = new ArrayList<@Nullable Object>();
        for (int place = 0; place < repeated.length; place++) {
            int row = place % rows;
            var column = melted.get(place / rows);
            repeated[place] = row;
            variable.add(column.name());
            cells.add(Tables.isMissing(column, row) ? null : column.get(row));
        }
        var result = Table.create(table.name());
        kept.forEach(column -> result.addColumns(column.subset(repeated)));
        var names = new ColumnNames(result.columnNames());
        return result.addColumns(
                StringColumn.create(names.add("variable"), variable),
                ValuesColumn.of("column", names.add("value"), cells, Optional.empty()));
    }
}
