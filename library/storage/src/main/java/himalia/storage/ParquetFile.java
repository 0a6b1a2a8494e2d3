package himalia.storage;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a Parquet file says of its columns, which DuckDB changes where two of them differ in case only, or where a text is
 * JSON.
 *
 * @param names of the columns, as they are written
 * @param json the places of those that hold JSON
 */
record ParquetFile(List<String> names, Set<Integer> json) {
    /** One part of the schema: a column, or what is within one. */
    private record Part(String name, int parts, boolean isJson) {}

    static ParquetFile of(Queries queries, Path file) throws SQLException {
        var parts =
                queries.ask(
                        "SELECT name, coalesce(num_children, 0), coalesce(converted_type = 'JSON' OR logical_type LIKE 'JsonType%', false) FROM parquet_schema("
                                + CsvScan.quoted(file.toString())
                                + ")",
                        rows -> {
                            var all = new ArrayList<Part>();
                            while (rows.next()) {
                                all.add(
                                        new Part(
                                                rows.getString(1),
                                                rows.getInt(2),
                                                rows.getBoolean(3)));
                            }
                            return all;
                        });
        var names = new ArrayList<String>();
        var json = new HashSet<Integer>();
        for (int at = 1; at < parts.size(); at = behind(parts, at)) {
            if (parts.get(at).isJson()) {
                json.add(names.size());
            }
            names.add(parts.get(at).name());
        }
        return new ParquetFile(names, json);
    }

    /** What is within a part stands behind it. */
    private static int behind(List<Part> parts, int at) {
        int next = at + 1;
        for (int i = 0; i < parts.get(at).parts(); i++) {
            next = behind(parts, next);
        }
        return next;
    }
}
