package himalia.storage;

import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a CSV file lie in its bytes.
 *
 * @param separator between two cells
 * @param columns how many there are
 */
record QuickLayout(byte separator, int columns) {
    /** Of a column that has shown no values. */
    static final int UNKNOWN = -1;

    /** Returns what reads rows to know their forms alone. */
    QuickRows looking() {
        return rows(new QuickCells[columns], new TextParts[columns]);
    }

    /** Returns what reads rows into columns, each into one of both, or into none where it is unknown. */
    QuickRows rows(@Nullable QuickCells[] cells, @Nullable TextParts[] parts) {
        return new QuickRows(this, cells, parts);
    }

    /** Returns the forms of the columns; nothing if only DuckDB can tell that of one. */
    Optional<int[]> forms(IntFunction<QuickTally> tallies) {
        var forms = new int[columns];
        for (int column = 0; column < columns; column++) {
            var tally = tallies.apply(column);
            var form = tally.form();
            if (form.isEmpty()) {
                return Optional.empty();
            }
            forms[column] = tally.isEmpty() ? UNKNOWN : form.get();
        }
        return Optional.of(forms);
    }
}
