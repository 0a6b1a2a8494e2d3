package himalia.table;

import himalia.display.grid.GridSource;
import himalia.display.grid.RowCount;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.selection.Selection;

/**
 * Some rows of a table in some order, by their numbers; the table itself is not copied.
 *
 * <pre>{@code
 * TableView grown = TableView.of(train).where(train.intColumn("age").isGreaterThan(30));
 * grown.chosen().map(ChosenRows::size)   // how many are older
 * }</pre>
 */
public final class ChosenRows {
    private final int[] rows;

    private ChosenRows(int[] rows) {
        this.rows = rows;
    }

    static ChosenRows all(Table table) {
        return new ChosenRows(IntStream.range(0, table.rowCount()).toArray());
    }

    /** Returns how many there are. */
    public int size() {
        return rows.length;
    }

    ChosenRows only(Selection selection) {
        return only((IntPredicate) selection::contains);
    }

    ChosenRows only(IntPredicate passes) {
        return new ChosenRows(Arrays.stream(rows).filter(passes).toArray());
    }

    ChosenRows sorted(Table table, List<String> columns) {
        if (columns.isEmpty()) {
            return this;
        }
        // Equal rows keep their order, so the last column is sorted by first.
        var sorted = rows;
        for (int i = columns.size() - 1; i >= 0; i--) {
            var each = columns.get(i);
            boolean down = each.startsWith("-") && !table.containsColumn(each);
            if (each.equals("-") && down) {
                throw new IllegalArgumentException(
                        "'-' stands right before the column to sort by, as in -"
                                + table.column(0).name());
            }
            var column = Tables.column(table, down ? each.substring(1) : each);
            sorted = RowSort.sorted(sorted, column, down);
        }
        return new ChosenRows(sorted);
    }

    ChosenRows sorted(Column<?> column, boolean descending) {
        return new ChosenRows(RowSort.sorted(rows, column, descending));
    }

    /** Returns a table of these rows alone. */
    Table copy(Table table) {
        return Tables.rows(table, rows);
    }

    /** Returns these rows of a table; each keeps the number that it has there. */
    GridSource of(TableSource table) {
        return new View(table, rows);
    }

    private static final class View implements GridSource {
        private final TableSource table;
        private final int[] rows;

        View(TableSource table, int[] rows) {
            this.table = table;
            this.rows = rows;
        }

        @Override
        public String name() {
            return table.name();
        }

        @Override
        public RowCount rows() {
            return RowCount.of(rows.length);
        }

        @Override
        public int columns() {
            return table.columns();
        }

        @Override
        public String columnName(int column) {
            return table.columnName(column);
        }

        @Override
        public String typeName(int column) {
            return table.typeName(column);
        }

        @Override
        public @Nullable Object cell(long row, int column) {
            return table.cell(rows[(int) row], column);
        }

        @Override
        public String rowName(long row) {
            return Integer.toString(rows[(int) row]);
        }
    }
}
