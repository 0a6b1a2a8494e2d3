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
     * @param instead what to let the encoder do, and the encoder that does
     */
    static UnfitCell of(
            List<String> levels, Column<?> column, int row, String step, String instead) {
        var known = "and the model knows: " + Listed.of(levels, LISTED);
        if (Tables.isMissing(column, row)) {
            return new UnfitCell(
                    column.name(),
                    row,
                    "is null, " + known,
                    "column '%s' is missing in row %d, and was in no row to learn from; put new SimpleImputer(SimpleImputer.Strategy.MOST_FREQUENT) before the %s, or let it %s"
                            .formatted(column.name(), row, step, instead));
        }
        var level = Tables.level(column, row);
        return new UnfitCell(
                column.name(),
                row,
                "is '" + level + "', " + known,
                "column '%s' has '%s' in row %d, which was in no row to learn from%s let the %s %s"
                        .formatted(
                                column.name(),
                                level,
                                row,
                                Nearest.to(level, levels)
                                        .map(near -> "; did you mean '" + near + "'? Or")
                                        .orElse(";"),
                                step,
                                instead));
    }

    /** Returns what to let an encoder do about it: to ignore it. */
    static String ignoring(String encoder) {
        return "ignore what it does not know: " + encoder;
    }

    /** Writes the same in SQL: it ends the query. */
    static String sql(String column, String step, String instead) {
        return "error(%s || coalesce('''' || CAST(%s AS VARCHAR) || '''', 'null') || %s)"
                .formatted(
                        SqlText.text("column '%s' has the value ".formatted(column)),
                        SqlText.name(column),
                        SqlText.text(", which" + known(step) + "; let it " + instead));
    }

    /** What a reader of a graph says, which does not know the value. */
    static String message(String column, String step, String instead) {
        return "column '%s' has a value that%s; let it %s".formatted(column, known(step), instead);
    }

    /** What a reader of a graph says, to which two numbers beyond 2^53 may be one. */
    static String inexact(String column) {
        return "column '%s' has a number that no double holds; give it as text".formatted(column);
    }

    private static String known(String step) {
        return " was in no row that the %s has learnt from".formatted(step);
    }
}
