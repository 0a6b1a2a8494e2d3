package himalia.model;

import static himalia.display.bundle.Given.given;

import himalia.table.RowFingerprints;
import himalia.table.Tables;
import tech.tablesaw.api.Table;

/**
 * Where something that was fitted comes from.
 *
 * <pre>{@code
 * model.provenance().seenIn(test)           // how many test rows it has seen
 * model.provenance().table()                // "train"
 * }</pre>
 *
 * @param rows the rows it has seen, as they were given to it
 * @param table the name of the table that held them, or an empty text
 */
public record Provenance(RowFingerprints rows, String table) {
    public Provenance {
        given(rows, "rows");
        given(table, "table");
    }

    /** That of something of which nothing is known. */
    public static final Provenance UNKNOWN = new Provenance(RowFingerprints.UNKNOWN, "");

    /** Returns how many rows of a table it has seen; 0 where nobody knows, or the table lacks one of their columns. */
    public int seenIn(Table table) {
        given(table, "table");
        boolean canTell = rows.areKnown() && table.columnNames().containsAll(rows.columns());
        return canTell ? rows.countIn(table) : 0;
    }

    /**
     * Returns how many rows of a table it has learnt from; 0 where they are so few, or have so few values, that rows which it has
     * not seen are as often equal to those.
     *
     * <pre>{@code
     * model.provenance().learntFrom(test, "churned")
     * }</pre>
     *
     * @param label the column by whose classes rows are compared
     * @throws IllegalArgumentException if the table lacks the label
     */
    public int learntFrom(Table table, String label) {
        Tables.column(Tables.given(table), given(label, "label"));
        int seen = seenIn(table);
        return seen == 0 || EqualByChance.explains(seen, rows, table, label) ? 0 : seen;
    }

    /** Says that something was fitted on a table. */
    @SuppressWarnings("NullAway") // A table may have no name, which Tablesaw does not say.
    public static Provenance of(Table table) {
        given(table, "table");
        var name = table.name() == null ? "" : table.name();
        return new Provenance(RowFingerprints.of(table), name);
    }
}
