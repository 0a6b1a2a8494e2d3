package himalia.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Arrays, which are lists of one length: where one is missing, DuckDB writes a Parquet file of them that no other program reads. */
final class ArraysAsLists {
    /** The length of an array in the name of a type, where it is no part of a name in quotes. */
    private static final Pattern ARRAY =
            Pattern.compile("\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'|\\[\\d+]");

    private ArraysAsLists() {}

    /** Returns what stands behind FROM to have the rows of a view with lists in the place of arrays. */
    static String of(Connection connection, String view) throws SQLException {
        var lists = new ArrayList<String>();
        try (var prepared = connection.prepareStatement("FROM " + view)) {
            var columns = prepared.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                var type = columns.getColumnTypeName(i);
                var list = ARRAY.matcher(type).replaceAll(part -> list(part.group()));
                if (!list.equals(type)) {
                    lists.add(
                            "CAST(%s AS %s) AS %1$s"
                                    .formatted(CsvScan.identifier(columns.getColumnName(i)), list));
                }
            }
        }
        return lists.isEmpty()
                ? view
                : "(SELECT * REPLACE (%s) FROM %s)".formatted(String.join(", ", lists), view);
    }

    private static String list(String part) {
        return Matcher.quoteReplacement(part.startsWith("[") ? "[]" : part);
    }
}
