package himalia.evaluation.validation;

import himalia.model.Trainer;
import himalia.model.UnfitCell;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Rows of a table that are handed to a model, which counts them anew: what it refuses is found in the table by these numbers. */
record FoldRows(Supplier<int[]> rows, String whose) {
    private static final Pattern NUMBERED = Pattern.compile("\\brow (\\d{1,9})\\b");
    private static final String TOLD = "; of the %d rows that %s, row %d is row %d of the table";

    /** Trains on the rows; one that the trainer has drawn, made or cut is told as it is. */
    <T> T toldBy(Trainer trainer, Supplier<T> work) {
        return trainer.keepsRows() ? told(work) : work.get();
    }

    /** Does something with the rows; where one is refused by its number, the message tells that of the table, too. */
    <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException refused) {
            var numbered = isTold(refused) ? OptionalInt.empty() : row(refused);
            int row = numbered.orElse(-1);
            var rows = this.rows.get();
            if (row < 0 || row >= rows.length) {
                throw refused;
            }
            var message = refused.getMessage() + TOLD.formatted(rows.length, whose, row, rows[row]);
            if (refused instanceof UnfitCell cell) {
                var told = new UnfitCell(cell.column(), rows[row], cell.why(), message);
                told.initCause(cell);
                throw told;
            }
            throw new IllegalArgumentException(message, refused);
        }
    }

    private static OptionalInt row(IllegalArgumentException refused) {
        if (refused instanceof UnfitCell cell) {
            return OptionalInt.of(cell.row());
        }
        var numbered = NUMBERED.matcher(String.valueOf(refused.getMessage()));
        return numbered.find()
                ? OptionalInt.of(Integer.parseInt(numbered.group(1)))
                : OptionalInt.empty();
    }

    /** A step that judges by folds of its own has been told of those, and their table is not this one. */
    private static boolean isTold(Throwable refused) {
        var told = TOLD.substring(0, TOLD.indexOf('%'));
        for (var each = refused; each.getCause() != null; each = each.getCause()) {
            if (String.valueOf(each.getMessage()).startsWith(each.getCause().getMessage() + told)) {
                return true;
            }
        }
        return false;
    }
}
