package himalia.model;

import static himalia.display.bundle.Given.given;

import himalia.table.RowFingerprints;
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
    /** Farther above the mean, counts are not by chance. */
    private static final int DEVIATIONS = 3;

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
     * Returns true if as many rows of a table are equal to seen ones as chance explains: where rows come again and again among those that were seen, new
     * ones do, too, and nobody has shown them before.
     */
    public boolean isSeenByChance(Table table) {
        int seen = seenIn(table);
        if (seen == 0) {
            return true;
        }
        // Good and Turing: a new row is one of those that came before as often as rows came more
        // than once, which each repeated row makes two at most.
        double repeated = rows.rows() - rows.hashes().length;
        double expected = Math.min(1, 2 * repeated / rows.rows()) * table.rowCount();
        return seen <= expected + DEVIATIONS * Math.sqrt(expected);
    }

    /** Says that something was fitted on a table. */
    @SuppressWarnings("NullAway") // A table may have no name, which Tablesaw does not say.
    public static Provenance of(Table table) {
        given(table, "table");
        var name = table.name() == null ? "" : table.name();
        return new Provenance(RowFingerprints.of(table), name);
    }
}
