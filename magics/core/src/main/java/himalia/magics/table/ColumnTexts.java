package himalia.magics.table;

import himalia.magics.spi.LineSoFar;
import himalia.magics.spi.TextCandidates;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tech.tablesaw.api.Table;

/**
 * Offers the columns of the tables that a statement names; of all tables, where it names none and calls for a column. A
 * method that takes a file is left to the files.
 */
public final class ColumnTexts implements TextCandidates {
    private static final Pattern FILES =
            Pattern.compile(
                    "(?i)(read|write|save|csv|json|html|parquet|file|path|resolve).*|get|println?|printf|format");

    /** Whose {@code of} takes a file or folder. */
    private static final Pattern OF_FILES = Pattern.compile("(?i).*(path|file|uri).*");

    @Override
    public List<String> of(LineSoFar line) {
        var words = line.words();
        var method = words.get(words.size() - 1);
        int call = words.subList(0, words.size() - 1).lastIndexOf(method);
        var owner = call > 0 ? words.get(call - 1) : "";
        boolean isOfFiles = method.equals("of") && OF_FILES.matcher(owner).matches();
        if (isOfFiles || FILES.matcher(method).matches()) {
            return List.of();
        }
        var tables = line.variables(Table.class);
        var columns = new LinkedHashSet<String>();
        // The table that stands next to the text is the likeliest.
        for (int i = words.size() - 1; i >= 0; i--) {
            var table = tables.get(words.get(i));
            if (table != null) {
                columns.addAll(table.columnNames());
            }
        }
        boolean isColumn =
                method.toLowerCase(Locale.ROOT).contains("column") || owner.equals("Aggregate");
        if (columns.isEmpty() && isColumn) {
            tables.values().forEach(table -> columns.addAll(table.columnNames()));
        }
        return List.copyOf(columns);
    }
}
