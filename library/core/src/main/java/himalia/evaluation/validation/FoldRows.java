package himalia.evaluation.validation;

import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Rows of a part of a table, which a message counts from 0 again: nobody finds row 199 of a fold in the table. */
final class FoldRows {
    private static final Pattern ROW = Pattern.compile("\\brow (\\d{1,9})\\b");

    private FoldRows() {}

    /**
     * Returns an answer; of a refusal that names a row it tells which that is in the table.
     *
     * @param rows the table's number of each row of the part
     */
    static <T> T told(int[] rows, Supplier<T> answer) {
        try {
            return answer.get();
        } catch (IllegalArgumentException e) {
            var named = ROW.matcher(String.valueOf(e.getMessage()));
            if (!named.find() || Integer.parseInt(named.group(1)) >= rows.length) {
                throw e;
            }
            int row = Integer.parseInt(named.group(1));
            throw new IllegalArgumentException(
                    "%s; %d is its number within the fold, and in the table it is row %d"
                            .formatted(e.getMessage(), row, rows[row]),
                    e);
        }
    }
}
