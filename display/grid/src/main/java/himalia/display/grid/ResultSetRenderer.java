package himalia.display.grid;

import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows what a query's result will hold: its columns and their types, never its rows.
 *
 * <p>Most results can be read once only; to show the rows would be to take them away.
 */
public final class ResultSetRenderer implements Renderer<ResultSet> {
    @Override
    public Class<ResultSet> type() {
        return ResultSet.class;
    }

    @Override
    public MimeBundle render(ResultSet result) {
        try {
            return Grid.of(columns(result)).bundle();
        } catch (SQLException e) {
            return MimeBundle.plain("result of a query, which cannot be read: " + e.getMessage());
        }
    }

    private static GridSource columns(ResultSet result) throws SQLException {
        var about = result.getMetaData();
        var facts = new ArrayList<List<@Nullable Object>>();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            facts.add(List.of(about.getColumnLabel(i), about.getColumnTypeName(i)));
        }
        return new Rows(
                "result of a query, its rows not read yet",
                List.of("column", "type"),
                List.of("", ""),
                RowCount.of(facts.size()),
                (row, column) -> facts.get(row).get(column));
    }
}
