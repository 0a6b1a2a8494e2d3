package himalia.datatests;

import himalia.table.Tables;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * What must hold of a table.
 *
 * <pre>{@code
 * check(train).hasRows(750).hasColumns("age", "churned").hasNoMissingValues();
 * }</pre>
 */
public final class TableCheck {
    private final Table table;
    private final Findings findings;

    TableCheck(Table table) {
        this.table = table;
        this.findings =
                Findings.of(
                        "",
                        "a table of %d rows and %d columns"
                                .formatted(table.rowCount(), table.columnCount()));
    }

    public TableCheck hasRows(int rows) {
        findings.expect(table.rowCount() == rows, "one of " + rows + " rows");
        return this;
    }

    public TableCheck hasMoreRowsThan(int rows) {
        findings.expect(table.rowCount() > rows, "one of more than " + rows + " rows");
        return this;
    }

    public TableCheck hasColumns(String... names) {
        var wanted = List.of(names);
        findings.expect(
                table.columnNames().containsAll(wanted),
                "one with the columns " + String.join(", ", wanted));
        return this;
    }

    /** Checks that no cell is empty; the message names the first column with empty ones. */
    public TableCheck hasNoMissingValues() {
        for (var column : table.columns()) {
            int missing = Tables.countMissing(column);
            if (missing > 0) {
                findings.expect(
                        false,
                        "one without missing values, but column '%s' has %d"
                                .formatted(column.name(), missing));
            }
        }
        findings.expect(true, "one without missing values");
        return this;
    }

    @Override
    public String toString() {
        return findings.toString();
    }
}
