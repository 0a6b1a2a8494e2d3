package himalia.magics.storage;

import himalia.magics.spi.LineSoFar;
import himalia.magics.spi.TextCandidates;
import himalia.table.RowLists;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Offers, in SQL, the columns of the lists of rows and of the files that it names, and tables: those of the notebook and of the
 * database, and those that it makes; behind a dot, columns alone.
 */
public final class SqlNames implements TextCandidates {
    @Override
    public List<String> of(LineSoFar line) {
        var words = line.words();
        if (!words.get(words.size() - 1).equals("%%sql")) {
            return List.of();
        }
        var columns = new LinkedHashSet<String>();
        var tables = new ArrayList<String>();
        line.variables()
                .forEach(
                        (name, value) -> {
                            var its = RowLists.columns(value);
                            if (RowLists.isRows(value)) {
                                tables.add(name);
                            }
                            if (words.contains(name)) {
                                columns.addAll(its);
                            }
                        });
        if (words.contains("%%load")) {
            // The database's own tables are loaded from nowhere.
            return tables;
        }
        var written = WrittenColumns.of(words, line.directory());
        columns.addAll(written.columns());
        if (words.contains(".")) {
            return List.copyOf(columns);
        }
        columns.addAll(tables);
        columns.addAll(written.tables());
        for (int i = 0; i + 2 < words.size(); i++) {
            // load sales from '…', create table daily as select …
            if (words.get(i).matches("(?i)load|table")) {
                columns.add(words.get(i + 1));
            }
        }
        return List.copyOf(columns);
    }
}
