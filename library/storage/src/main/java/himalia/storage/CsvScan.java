package himalia.storage;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How DuckDB is asked for the rows of a CSV file, so that a column of numbers stays one where some are {@code NA}, and a
 * column of yes and no stays what was written.
 */
final class CsvScan {
    /** What stands for a missing value in files of R, pandas, SQL and spreadsheets. */
    private static final List<String> MARKS =
            List.of("NA", "N/A", "n/a", "NaN", "nan", "NULL", "null", "None", "#N/A", "-", "?");

    private static final int SAMPLE_ROWS = 20_480;

    private static final String TYPES =
            "['BOOLEAN', 'INTEGER', 'BIGINT', 'DOUBLE', 'TIME', 'DATE', 'TIMESTAMP', 'VARCHAR']";

    private final Statement statement;
    private final Source source;
    private final Csv csv;

    private CsvScan(Statement statement, Source source, Csv csv) {
        this.statement = statement;
        this.source = source;
        this.csv = csv;
    }

    /** Returns what stands behind FROM. */
    static String of(Statement statement, Source source) throws IOException, SQLException {
        return new CsvScan(statement, source, Csv.of(source.file(), source.options())).sql();
    }

    private String sql() throws SQLException {
        var said = source.options().missing();
        var plain = types(said.orElse(List.of()));
        var types = said.isPresent() ? plain : types(MARKS);
        boolean marked = !types.equals(plain);
        var marks = marked ? MARKS : said.orElse(List.of());
        var truths = named(types, "BOOLEAN");
        truths.retainAll(trueOrFalse(truths, marks));
        var texts = named(types, "VARCHAR");
        named(types, "BOOLEAN").stream().filter(name -> !truths.contains(name)).forEach(texts::add);
        var guarded = named(types, "BOOLEAN");
        if (!marked) {
            return truths.isEmpty()
                    ? read(marks, guarded)
                    : "(SELECT * REPLACE (%s) FROM %s)"
                            .formatted(truth(truths), read(marks, guarded));
        }
        // Row by row beside each other: in a column of texts a mark is a text.
        var columns =
                types.keySet().stream()
                        .map(
                                name ->
                                        truths.contains(name)
                                                ? truth(List.of(name))
                                                : (texts.contains(name) ? "texts." : "marked.")
                                                        + identifier(name))
                        .collect(Collectors.joining(", "));
        return texts.isEmpty()
                ? "(SELECT %s FROM %s marked)".formatted(columns, read(marks, guarded))
                : "(SELECT %s FROM %s marked POSITIONAL JOIN (SELECT %s FROM %s) texts)"
                        .formatted(
                                columns,
                                read(marks, guarded),
                                texts.stream()
                                        .map(CsvScan::identifier)
                                        .collect(Collectors.joining(", ")),
                                read(List.of(), List.copyOf(types.keySet())));
    }

    private static List<String> named(Map<String, String> types, String type) {
        return new ArrayList<>(
                types.keySet().stream().filter(name -> type.equals(types.get(name))).toList());
    }

    private Map<String, String> types(List<String> marks) throws SQLException {
        var types = new LinkedHashMap<String, String>();
        try (var result = statement.executeQuery("DESCRIBE FROM " + read(marks, List.of()))) {
            while (result.next()) {
                types.put(result.getString("column_name"), result.getString("column_type"));
            }
        }
        return types;
    }

    /** DuckDB takes yes, no, t, f, y and n for such values too; whoever wrote them wants to read them again. */
    private Set<String> trueOrFalse(List<String> columns, List<String> marks) throws SQLException {
        var found = new HashSet<String>();
        if (columns.isEmpty()) {
            return found;
        }
        var asked =
                columns.stream()
                        .map(
                                name ->
                                        "coalesce(bool_and(lower(%s) IN ('true', 'false')), true)"
                                                .formatted(identifier(name)))
                        .collect(Collectors.joining(", "));
        var sql =
                "SELECT %s FROM (FROM %s%s)"
                        .formatted(
                                asked,
                                read(marks, columns),
                                source.careful() ? "" : " LIMIT " + SAMPLE_ROWS);
        try (var result = statement.executeQuery(sql)) {
            result.next();
            for (int i = 0; i < columns.size(); i++) {
                if (result.getBoolean(i + 1)) {
                    found.add(columns.get(i));
                }
            }
        }
        return found;
    }

    /** Behind the first rows another word may stand: then the file is read once more, and the column is one of texts. */
    private static String truth(List<String> names) {
        return names.stream()
                .map(
                        name ->
                                ("CASE WHEN %1$s IS NULL THEN NULL WHEN lower(%1$s) = 'true' THEN true"
                                                + " WHEN lower(%1$s) = 'false' THEN false"
                                                + " ELSE error('neither true nor false: ' || %1$s) END AS %2$s")
                                        .formatted(identifier(name), identifier(name)))
                .collect(Collectors.joining(", "));
    }

    /**
     * Returns how it is read.
     *
     * @param marks what is missing beside the empty text
     * @param asText the columns whose type is not guessed
     */
    private String read(List<String> marks, List<String> asText) {
        var missing = new ArrayList<>(List.of(""));
        missing.addAll(marks);
        var columns = new StringBuilder();
        if (!asText.isEmpty()) {
            columns.append(
                    asText.stream()
                            .map(name -> quoted(name) + ": 'VARCHAR'")
                            .collect(Collectors.joining(", ", ", types = {", "}")));
        }
        return "read_csv(%s, %s%s, sample_size = %d, auto_type_candidates = %s, nullstr = [%s]%s)"
                .formatted(
                        quoted(source.file().toString()),
                        csv.arguments(),
                        csv.values(),
                        source.careful() ? -1 : SAMPLE_ROWS,
                        TYPES,
                        list(missing),
                        columns);
    }

    private static String list(List<String> texts) {
        return texts.stream().map(CsvScan::quoted).collect(Collectors.joining(", "));
    }

    private static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
