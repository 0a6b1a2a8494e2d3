package himalia.table;

import static himalia.display.bundle.Given.given;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A table's rows in groups: those that have the same values in some columns.
 *
 * <pre>{@code
 * GroupBy.of(train, "city").agg(Aggregate.mean("age"), Aggregate.count().as("people"))
 * GroupBy.of(train, "city", "plan").agg(Aggregate.max("age"))
 * GroupBy.of(train, "city").transform(Aggregate.mean("age").as("mean_age"))
 * }</pre>
 *
 * <p>Groups stand in the order of their values. Rows that miss one are a group too, the last: pandas leaves them out unless told
 * {@code dropna=False}.
 */
public final class GroupBy {
    private final RowGroups groups;

    GroupBy(RowGroups groups) {
        this.groups = groups;
    }

    /**
     * Groups the rows of a table by one column or by several.
     *
     * @throws IllegalArgumentException if there is no such column, naming the nearest
     */
    public static GroupBy of(Table table, String... columns) {
        var by = new ArrayList<Column<?>>();
        for (var name : given(columns, "columns")) {
            var column = Tables.column(table, name);
            if (by.contains(column)) {
                throw new IllegalArgumentException(
                        "column '%s' is named twice; once makes the same groups".formatted(name));
            }
            by.add(column);
        }
        if (by.isEmpty()) {
            throw new IllegalArgumentException(
                    "name a column to group by; there are: "
                            + String.join(", ", Tables.given(table).columnNames()));
        }
        return new GroupBy(RowGroups.of(table, by));
    }

    /**
     * Returns a row for each group: its values, and what the aggregates make of its rows. A column whose name is taken has a number
     * behind it, {@code age_2}.
     *
     * @throws IllegalArgumentException if there is no such column, one holds nothing of the kind that is asked for, or {@code as}
     *     gives a name that another has
     */
    public Table agg(Aggregate... aggregates) {
        var result = groups.keys().copy();
        var names = new ColumnNames(result.columnNames());
        int[][] rows = groups.rows();
        for (var aggregate : some(aggregates)) {
            var name = names.add(aggregate.name());
            if (aggregate.isNamed() && !name.equals(aggregate.name())) {
                throw taken(aggregate);
            }
            result.addColumns(column(aggregate, name, rows));
        }
        return result.setName(groups.table().name());
    }

    /** Returns how many rows each group has, as the column {@code count}. */
    public Table size() {
        return agg(Aggregate.count());
    }

    /**
     * Returns the table with a column more for each aggregate: every row has what its group comes to. A column that {@code as} names
     * is replaced, as by {@link Columns#assign}, so that a cell may run twice.
     *
     * @throws IllegalArgumentException as {@link #agg} does, and if a column would be replaced that nobody has named: say
     *     {@code as}
     */
    public Table transform(Aggregate... aggregates) {
        int[][] rows = groups.rows();
        var made = Table.create("");
        for (var aggregate : some(aggregates)) {
            var name = aggregate.name();
            if (groups.keys().containsColumn(name)
                    || made.containsColumn(name)
                    || !aggregate.isNamed() && groups.table().containsColumn(name)) {
                throw taken(aggregate);
            }
            made.addColumns(column(aggregate, name, rows).subset(groups.groups()));
        }
        return Columns.assign(groups.table(), made.columns());
    }

    private static IllegalArgumentException taken(Aggregate aggregate) {
        return new IllegalArgumentException(
                "there is a column '%s' already; give the aggregate another name, such as .as(\"group_%1$s\")"
                        .formatted(aggregate.name()));
    }

    /** Returns the first rows of each group, in the order of the table. */
    public Table head(int rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("head(%d): 0 rows or more".formatted(rows));
        }
        int[] taken = new int[groups.keys().rowCount()];
        var kept = new ArrayList<Integer>();
        for (int row = 0; row < groups.groups().length; row++) {
            if (taken[groups.groups()[row]]++ < rows) {
                kept.add(row);
            }
        }
        return Tables.rows(groups.table(), kept.stream().mapToInt(row -> row).toArray());
    }

    /** Returns what it groups, and what to ask of it. */
    @Override
    public String toString() {
        return "%,d groups of %,d rows by %s; .agg(Aggregate.mean(\"…\")) and .size() make tables of them"
                .formatted(
                        groups.keys().rowCount(),
                        groups.groups().length,
                        String.join(", ", groups.keys().columnNames()));
    }

    private static List<Aggregate> some(Aggregate... aggregates) {
        if (given(aggregates, "aggregates").length == 0) {
            throw new IllegalArgumentException(
                    "say what each group comes to: Aggregate.mean(\"…\"), Aggregate.count()");
        }
        return Arrays.asList(aggregates);
    }

    /** Returns what an aggregate makes of each group. */
    private Column<?> column(Aggregate aggregate, String name, int[][] groupsRows) {
        var from = aggregate.from(groups.table());
        var values = new ArrayList<@Nullable Object>();
        for (int[] rows : groupsRows) {
            values.add(aggregate.function().apply(from.subset(rows)));
        }
        return aggregate.column(from, name, values);
    }
}
