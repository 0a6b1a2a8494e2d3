package himalia.magics.storage;

import himalia.display.bundle.MimeBundle;
import himalia.magics.spi.Notebook;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** What the last statement of a cell has done, where that is no table to look at. */
final class SqlOutcome {
    private SqlOutcome() {}

    /** Returns the rows, unless they are better told in words: a plan, or how many rows were changed. */
    static @Nullable Table shown(
            Notebook notebook, @Nullable Table rows, OptionalLong changed, boolean isKept) {
        if (rows == null && changed.isPresent()) {
            long count = changed.getAsLong();
            tell(notebook, count + (count == 1 ? " row" : " rows") + " changed");
        }
        if (rows == null || isKept || !isPlan(rows)) {
            return rows;
        }
        // It is drawn with lines, which a cell of a table would cut.
        tell(notebook, rows.getString(0, 1).stripTrailing());
        return null;
    }

    private static void tell(Notebook notebook, String words) {
        notebook.display(MimeBundle.plain(words));
    }

    private static boolean isPlan(Table rows) {
        return rows.columnNames().equals(List.of("explain_key", "explain_value"))
                && rows.rowCount() == 1;
    }
}
