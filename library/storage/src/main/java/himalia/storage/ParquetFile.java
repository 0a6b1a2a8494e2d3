package himalia.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.arrow.vector.types.pojo.Field;

/**
 * What a Parquet file says of its columns, which DuckDB changes where two of them differ in case only, or where a text is
 * JSON or a number is a duration.
 *
 * @param names of the columns, as they are written
 * @param json the places of those that hold JSON
 * @param durations what is said of those that are durations or hold some, by their places
 */
record ParquetFile(List<String> names, Set<Integer> json, Map<Integer, Field> durations) {
    /** DuckDB makes doubles of decimals with more. */
    private static final int DIGITS = 38;

    /** One part of the schema: a column, or what is within one. */
    private record Part(String name, int parts, boolean isJson, int digits) {}

    static ParquetFile of(Queries queries, Path file) throws IOException, SQLException {
        var parts =
                queries.ask(
                        "SELECT name, coalesce(num_children, 0), coalesce(converted_type = 'JSON' OR logical_type LIKE 'JsonType%', false), CASE WHEN converted_type = 'DECIMAL' OR logical_type LIKE 'DecimalType%' THEN coalesce(precision, 0) ELSE 0 END FROM parquet_schema("
                                + CsvScan.quoted(file.toString())
                                + ")",
                        rows -> {
                            var all = new ArrayList<Part>();
                            while (rows.next()) {
                                all.add(
                                        new Part(
                                                rows.getString(1),
                                                rows.getInt(2),
                                                rows.getBoolean(3),
                                                rows.getInt(4)));
                            }
                            return all;
                        });
        var names = new ArrayList<String>();
        var json = new HashSet<Integer>();
        int next;
        for (int at = 1; at < parts.size(); at = next) {
            next = behind(parts, at);
            refuseLong(file, parts.get(at).name(), parts.subList(at, next));
            if (parts.get(at).isJson()) {
                json.add(names.size());
            }
            names.add(parts.get(at).name());
        }
        return new ParquetFile(names, json, ParquetDurations.of(queries, file, names));
    }

    private static void refuseLong(Path file, String column, List<Part> parts) throws BadFile {
        for (var part : parts) {
            if (part.digits() > DIGITS) {
                throw BadFile.because(
                        "%1$s: column '%2$s' holds decimals of %3$d digits, and of a Parquet file %4$d are read: write it as text, or all into an .arrow file; Storage.read(statement.executeQuery(\"FROM '%5$s'\")) has the nearest doubles"
                                .formatted(
                                        file.getFileName(),
                                        column,
                                        part.digits(),
                                        DIGITS,
                                        FileNames.typed(file)));
            }
        }
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
