package himalia.features;

import himalia.display.bundle.Listed;
import himalia.display.bundle.Nearest;
import himalia.model.UnfitCell;
import himalia.table.Tables;
import java.util.List;
import tech.tablesaw.columns.Column;

/** What is said about a level that was in no row to learn from. */
final class UnknownLevel {
    private static final int LISTED = 20;

    private UnknownLevel() {}

    /**
     * Returns what is to be thrown.
     *
     * @param step the encoder's name
     * @param ignoring the same encoder, such that it ignores what it does not know
     */
    static UnfitCell of(
            List<String> levels, Column<?> column, int row, String step, String ignoring) {
        var known = "and the model knows: " + Listed.of(levels, LISTED);
        if (Tables.isMissing(column, row)) {
            return new UnfitCell(
                    column.name(),
                    row,
                    "is null, " + known,
                    "column '%s' is missing in row %d, and was in no row to learn from; put new SimpleImputer(SimpleImputer.Strategy.MOST_FREQUENT) before the %s, or let it ignore what it does not know: %s"
                            .formatted(column.name(), row, step, ignoring));
        }
        var level = Tables.level(column, row);
        return new UnfitCell(
                column.name(),
                row,
                "is '" + level + "', " + known,
                "column '%s' has '%s' in row %d, which was in no row to learn from%s let the %s ignore what it does not know: %s"
                        .formatted(
                                column.name(),
                                level,
                                row,
                                Nearest.to(level, levels)
                                        .map(near -> "; did you mean '" + near + "'? Or")
                                        .orElse(";"),
                                step,
                                ignoring));
    }

    /** Writes the same in SQL: it ends the query. */
    static String sql(String column, String step) {
        return "error(%s)".formatted(SqlText.text(message(column, step)));
    }

    /** What a reader of a query or a graph says, which does not know the value. */
    static String message(String column, String step) {
        return "column '%s' has a value that was in no row that the %s has learnt from"
                .formatted(column, step);
    }
}
