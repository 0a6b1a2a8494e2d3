package himalia.storage;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How DuckDB is asked for the rows of a JSON file. It looks at all rows before it guesses a type; what that type would still
 * change is read as it is written.
 */
final class JsonScan {
    private static final String LONG_WHOLE = "[:,\\[]\\s*-?[0-9]{16,}\\s*[,\\]}]";

    private final Queries queries;
    private final Source source;

    private JsonScan(Queries queries, Source source) {
        this.queries = queries;
        this.source = source;
    }

    /** Returns what stands behind FROM. */
    static String of(Queries queries, Source source) throws IOException, SQLException {
        Bom.refuse(
                source.file(),
                "write it in UTF-8, with Files.writeString(path, Files.readString(path, StandardCharsets.UTF_16))");
        return new JsonScan(queries, source).sql();
    }

    /** Returns how many columns there are, by the first rows. */
    static int columns(Queries queries, Source source) throws SQLException {
        return new JsonScan(queries, source).types("").size();
    }

    private String sql() throws IOException, SQLException {
        boolean isRecords = hasRecords();
        var types = types(", sample_size = -1");
        var changed = changed(types, isRecords);
        types.replaceAll(
                (name, type) ->
                        "JSON".equals(type) || changed.contains(name)
                                ? isNested(type) ? "JSON" : "VARCHAR"
                                : type.replace("UBIGINT", "BIGINT").replace("HUGEINT", "BIGINT"));
        var columns =
                types.entrySet().stream()
                        .map(
                                type ->
                                        CsvScan.quoted(type.getKey())
                                                + ": "
                                                + CsvScan.quoted(type.getValue()))
                        .collect(Collectors.joining(", "));
        return "read_json(%s, format = '%s', records = '%s', columns = {%s})"
                .formatted(file(), format(), isRecords, columns);
    }

    private boolean hasRecords() throws IOException, SQLException {
        var sql = "SELECT count(*) > 0, coalesce(bool_or(json_type(json) = 'OBJECT'), false) FROM ";
        boolean[] found =
                queries.row(
                        sql + objects(),
                        row -> new boolean[] {row.getBoolean(1), row.getBoolean(2)});
        if (!found[0]) {
            throw BadFile.because(
                    "%s holds no rows, and without one it has no columns: a table is %s"
                            .formatted(
                                    source.file().getFileName(),
                                    source.format() == Format.JSON
                                            ? "an array of objects, such as [{\"a\": 1}]"
                                            : "one object a line, such as {\"a\": 1}"));
        }
        return found[1];
    }

    private static boolean isNested(String type) {
        return type.contains("(") || type.contains("[");
    }

    private Map<String, String> types(String sample) throws SQLException {
        var sql =
                "DESCRIBE FROM read_json(%s, format = '%s', dateformat = 'iso'%s)"
                        .formatted(file(), format(), sample);
        return queries.ask(
                sql,
                rows -> {
                    var types = new LinkedHashMap<String, String>();
                    while (rows.next()) {
                        types.put(rows.getString("column_name"), rows.getString("column_type"));
                    }
                    return types;
                });
    }

    /** Returns the columns in which a number would lose digits. */
    private List<String> changed(Map<String, String> types, boolean isRecords) throws SQLException {
        var asked = new ArrayList<String>();
        var questions = new ArrayList<String>();
        types.forEach(
                (name, type) -> {
                    if (type.matches(".*(UBIGINT|HUGEINT|DOUBLE).*")) {
                        asked.add(name);
                        questions.add(question(type, isRecords ? pointer(name) : "'$'"));
                    }
                });
        if (asked.isEmpty()) {
            return asked;
        }
        return queries.row(
                "SELECT %s FROM %s".formatted(String.join(", ", questions), objects()),
                answer -> {
                    var changed = new ArrayList<String>();
                    for (int i = 0; i < asked.size(); i++) {
                        if (answer.getBoolean(i + 1)) {
                            changed.add(asked.get(i));
                        }
                    }
                    return changed;
                });
    }

    private static String question(String type, String pointer) {
        var text = "json_extract_string(json, " + pointer + ")";
        var isChanged =
                isNested(type)
                        ? "regexp_matches(%s, %s)".formatted(text, CsvScan.quoted(LONG_WHOLE))
                        : "DOUBLE".equals(type)
                                ? NumberReadings.isRounded(text)
                                : "TRY_CAST("
                                        + text
                                        + " AS BIGINT) IS NULL AND "
                                        + text
                                        + " IS NOT NULL";
        return "coalesce(bool_or(" + isChanged + "), false)";
    }

    private String objects() {
        return "read_json_objects(%s, format = '%s')".formatted(file(), format());
    }

    private String file() {
        return CsvScan.quoted(source.file().toString());
    }

    private String format() {
        return source.format() == Format.JSON ? "array" : "newline_delimited";
    }

    private static String pointer(String name) {
        return CsvScan.quoted("/" + name.replace("~", "~0").replace("/", "~1"));
    }
}
