package himalia.evaluation.validation;

import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Rows of a table that are handed to a model, which counts them anew: what it refuses is found in the table by these numbers. */
record FoldRows(int[] rows, String whose) {
    private static final Pattern NUMBERED = Pattern.compile("\\brow (\\d{1,9})\\b");

    /** Does something with the rows; where one is refused by its number, the message tells that of the table, too. */
    <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException refused) {
            var message = String.valueOf(refused.getMessage());
            var numbered = NUMBERED.matcher(message);
            if (!numbered.find()) {
                throw refused;
            }
            int row = Integer.parseInt(numbered.group(1));
            if (row >= rows.length) {
                throw refused;
            }
            throw new IllegalArgumentException(
                    "%s; of the %d rows that %s, row %d is row %d of the table"
                            .formatted(message, rows.length, whose, row, rows[row]),
                    refused);
        }
    }
}
