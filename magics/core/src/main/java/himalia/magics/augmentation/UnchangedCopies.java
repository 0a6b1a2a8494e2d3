package himalia.magics.augmentation;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/** Copies that are their rows again, as of a text with one word: somebody would learn from these rows twice. */
final class UnchangedCopies {
    private UnchangedCopies() {}

    /**
     * Says how many there are; nothing where there is none.
     *
     * @param more the rows of a table, and below them the copies of each
     */
    static Optional<String> told(Table table, Table more, int copies) {
        long unchanged =
                IntStream.range(table.rowCount(), more.rowCount())
                        .filter(row -> isAlike(more, row, (row - table.rowCount()) / copies))
                        .count();
        return unchanged == 0
                ? Optional.empty()
                : Optional.of(
                        "%,d of %,d copies %s again: too little to change, or nothing drawn; take a stronger or another change"
                                .formatted(
                                        unchanged,
                                        more.rowCount() - table.rowCount(),
                                        unchanged == 1
                                                ? "is unchanged, its row"
                                                : "are unchanged, their rows"));
    }

    private static boolean isAlike(Table more, int copy, int row) {
        return more.columns().stream()
                .allMatch(column -> Objects.equals(column.get(copy), column.get(row)));
    }
}
