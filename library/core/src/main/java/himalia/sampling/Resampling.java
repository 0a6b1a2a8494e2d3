package himalia.sampling;

import himalia.display.bundle.Amount;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What a sampler made of a table: the new table, and of every row where it comes from, or why it is gone.
 *
 * <pre>{@code
 * Resampling done = new SmoteTomek(5, 42).trace(train, "churned");
 * done.table()   // the rows to learn from
 * done.rows()    // row, how, from, to, at, because
 * }</pre>
 */
public final class Resampling {
    private final Table table;
    private final Draft draft;

    Resampling(Table table, Draft draft) {
        this.table = table;
        this.draft = draft;
    }

    /** Returns the new table. */
    public Table table() {
        return table;
    }

    /**
     * Returns a line for each row that was given and each that was added, in this order; a line's number is that row's.
     *
     * <ul>
     *   <li>{@code row}: where it is in the new table; missing if it was removed;
     *   <li>{@code how}: {@code kept}, {@code removed}, {@code copied} or {@code made};
     *   <li>{@code from}: the given row that it is, is a copy of, or starts from;
     *   <li>{@code to}, {@code at}: of a row that was made between two, the second, and how far it is on the way there,
     *       below zero where it lies on the other side;
     *   <li>{@code because}: of a row that was removed, the row that was the reason, where there is one.
     * </ul>
     */
    public Table rows() {
        var row = IntColumn.create("row", draft.entries());
        var how = StringColumn.create("how", draft.entries());
        var from = IntColumn.create("from", draft.entries());
        var to = IntColumn.create("to", draft.entries());
        var at = DoubleColumn.create("at", draft.entries());
        var because = IntColumn.create("because", draft.entries());
        var place = 0;
        for (var entry = 0; entry < draft.entries(); entry++) {
            boolean stays = draft.stays(entry);
            if (stays) {
                row.set(entry, place++);
            }
            how.set(entry, stays ? draft.how(entry) : "removed");
            from.set(entry, draft.from(entry));
            set(to, entry, draft.to(entry));
            at.set(entry, draft.at(entry));
            set(because, entry, draft.because(entry));
        }
        return Table.create("rows", row, how, from, to, at, because);
    }

    private static void set(IntColumn column, int entry, int value) {
        if (value != Draft.NONE) {
            column.set(entry, value);
        }
    }

    /** The counts in words: {@code 300 rows → 528: 290 kept, 10 removed, 238 made}. */
    @Override
    public String toString() {
        var counts = new int[4];
        for (var entry = 0; entry < draft.entries(); entry++) {
            var how = draft.stays(entry) ? draft.how(entry) : "removed";
            counts[
                    "kept".equals(how)
                            ? 0
                            : "removed".equals(how) ? 1 : "copied".equals(how) ? 2 : 3]++;
        }
        return "%s → %,d: %,d kept, %,d removed, %,d copied, %,d made"
                .formatted(
                        Amount.of(draft.given(), "row"),
                        table.rowCount(),
                        counts[0],
                        counts[1],
                        counts[2],
                        counts[3]);
    }
}
