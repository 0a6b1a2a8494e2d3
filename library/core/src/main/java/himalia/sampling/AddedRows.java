package himalia.sampling;

import himalia.display.bundle.Amount;
import himalia.table.FreeMemory;
import java.util.Collection;

/** What the rows that a sampler adds take up. */
final class AddedRows {
    /** What a row takes up besides its cells: where it comes from. */
    private static final long ROW_BYTES = 64;

    /** A cell is drawn, put into a column, and copied with that. */
    private static final long CELL_BYTES = 3 * Double.BYTES;

    private AddedRows() {}

    /** Refuses to add more rows than there is memory for, before the first one. */
    static void check(Collection<Integer> added, Classes classes, Strategy strategy) {
        long rows = added.stream().mapToLong(Integer::longValue).sum();
        boolean isTable = classes.codes().length + rows <= Integer.MAX_VALUE - 8L;
        FreeMemory.check(
                isTable ? rows * (ROW_BYTES + CELL_BYTES * classes.columns()) : Long.MAX_VALUE,
                "strategy %s adds %,d rows of %s"
                        .formatted(strategy.text(), rows, Amount.of(classes.columns(), "column")),
                "ask for fewer, or");
    }
}
