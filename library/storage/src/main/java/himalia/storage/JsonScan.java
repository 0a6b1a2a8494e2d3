package himalia.storage;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How DuckDB is asked for the rows of a JSON file, so that its whole numbers keep all their digits, and its decimals are
 * not rounded where the first rows have none.
 */
final class JsonScan {
    private static final int SAMPLE_ROWS = 20_480;

    private static final Set<String> WHOLE = Set.of("BIGINT", "UBIGINT");

    private static final Set<String> PERHAPS_WHOLE = Set.of("DOUBLE", "HUGEINT");

    private final Statement statement;
    private final Source source;

    private JsonScan(Statement statement, Source source) {
        this.statement = statement;
        this.source = source;
    }

    /** Returns what stands behind FROM. */
    static String of(Statement statement, Source source) throws SQLException {
        return new JsonScan(statement, source).sql();
    }

    private String sql() throws SQLException {
        var guessed = types();
        var types = new LinkedHashMap<>(guessed);
        for (var name : rounded(named(guessed, WHOLE))) {
            types.put(name, "DOUBLE");
        }
        for (var name : named(guessed, PERHAPS_WHOLE)) {
            if (isWhole(name)) {
                types.put(name, "BIGINT");
            }
        }
        if (types.equals(guessed)) {
            return read("");
        }
        // Columns that are named are all that is read: none that comes later may be missing.
        return source.careful()
                ? read(columns(types))
                : new JsonScan(statement, source.carefully()).sql();
    }

    private static List<String> named(Map<String, String> types, Set<String> wanted) {
        return types.keySet().stream().filter(name -> wanted.contains(types.get(name))).toList();
    }

    private Map<String, String> types() throws SQLException {
        var types = new LinkedHashMap<String, String>();
        try (var result = statement.executeQuery("DESCRIBE FROM " + read(""))) {
            while (result.next()) {
                types.put(result.getString("column_name"), result.getString("column_type"));
            }
        }
        return types;
    }

    /** Returns the columns of whole numbers in which a later row is none. */
    private List<String> rounded(List<String> columns) throws SQLException {
        var rounded = new ArrayList<String>();
        if (columns.isEmpty()) {
            return rounded;
        }
        var questions =
                columns.stream()
                        .map(
                                name ->
                                        "coalesce(bool_or(json_type(json, %s) = 'DOUBLE'), false)"
                                                .formatted(pointer(name)))
                        .collect(Collectors.joining(", "));
        try (var result =
                statement.executeQuery("SELECT %s FROM %s".formatted(questions, objects()))) {
            result.next();
            for (int i = 0; i < columns.size(); i++) {
                if (result.getBoolean(i + 1)) {
                    rounded.add(columns.get(i));
                }
            }
        }
        return rounded;
    }

    /** DuckDB makes decimals of a positive whole number and a negative one; what has no value under the name is none of them. */
    private boolean isWhole(String column) throws SQLException {
        var sql =
                ("SELECT count(*) > 0 AND bool_and(json_type(json, %2$s) IN ('BIGINT', 'UBIGINT')"
                                + " AND try_cast(json_extract_string(json, %2$s) AS BIGINT) IS NOT NULL)"
                                + " FROM %1$s WHERE json_type(json, %2$s) != 'NULL'")
                        .formatted(objects(), pointer(column));
        try (var whole = statement.executeQuery(sql)) {
            return whole.next() && whole.getBoolean(1);
        }
    }

    private String read(String columns) {
        return "read_json(%s, format = '%s', sample_size = %d%s)"
                .formatted(file(), format(), source.careful() ? -1 : SAMPLE_ROWS, columns);
    }

    private String objects() {
        return "read_json_objects(%s, format = '%s')".formatted(file(), format());
    }

    private static String columns(Map<String, String> types) {
        return types.entrySet().stream()
                .map(type -> CsvScan.quoted(type.getKey()) + ": " + CsvScan.quoted(type.getValue()))
                .collect(Collectors.joining(", ", ", columns = {", "}"));
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
