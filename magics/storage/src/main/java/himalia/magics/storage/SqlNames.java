package himalia.magics.storage;

import himalia.magics.spi.LineSoFar;
import himalia.magics.spi.TextCandidates;
import himalia.table.RowLists;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Offers, in SQL, the columns of the lists of rows that it names, and the variables that are tables to it. */
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
        columns.addAll(tables);
        return List.copyOf(columns);
    }
}
