package himalia.display.grid;

import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.ReadingRenderer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows the rows of a query's result, if showing them takes them away from nobody.
 *
 * <p>A result whose cursor goes both ways is read and put back as it was. Most go forward only: such a one is read when
 * it is a cell's own value and no variable holds it; of one that a variable holds, the columns are shown.
 */
public final class ResultSetRenderer implements ReadingRenderer<ResultSet> {
    private static final int MOST = GridOptions.DEFAULT.rows();

    @Override
    public Class<ResultSet> type() {
        return ResultSet.class;
    }

    @Override
    public MimeBundle render(ResultSet result) {
        return shown(result, false);
    }

    @Override
    public MimeBundle renderByReading(ResultSet result) {
        return shown(result, true);
    }

    private static MimeBundle shown(ResultSet result, boolean mayRead) {
        try {
            if (result.getType() != ResultSet.TYPE_FORWARD_ONLY) {
                return Grid.of(rowsPutBack(result)).bundle();
            }
            return Grid.of(mayRead ? rowsTaken(result) : columns(result)).bundle();
        } catch (SQLException e) {
            return MimeBundle.plain("result of a query, which cannot be read: " + e.getMessage());
        }
    }

    private static GridSource rowsPutBack(ResultSet result) throws SQLException {
        int row = result.getRow();
        boolean isOver = result.isAfterLast();
        result.beforeFirst();
        var rows = ResultRows.read(result, MOST);
        if (isOver) {
            result.afterLast();
        } else if (row == 0) {
            result.beforeFirst();
        } else {
            result.absolute(row);
        }
        return rows.named("result of a query");
    }

    private static GridSource rowsTaken(ResultSet result) throws SQLException {
        var rows = ResultRows.read(result, MOST);
        return rows.named(
                rows.isAll()
                        ? "result of a query, read to its end"
                        : "result of a query, its next "
                                + Grouped.of(rows.values().size(), "row")
                                + "; these are read, and $ goes on after them");
    }

    private static GridSource columns(ResultSet result) throws SQLException {
        var about = result.getMetaData();
        var facts = new ArrayList<List<@Nullable Object>>();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            facts.add(List.of(about.getColumnLabel(i), about.getColumnTypeName(i)));
        }
        return new Rows(
                "columns of a result that can be read once only; Storage.read(it) makes a table of it",
                List.of("column", "type"),
                List.of("", ""),
                RowCount.of(facts.size()),
                (row, column) -> facts.get(row).get(column));
    }
}
