package himalia.storage;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        var marks = said.orElse(List.of());
        var plain = types(marks);
        var lenient = said.isPresent() ? plain : types(MARKS);
        var replaced = new ArrayList<String>();
        var texts = new ArrayList<String>();
        for (var column : plain.entrySet()) {
            var name = column.getKey();
            var type = lenient.getOrDefault(name, "VARCHAR");
            boolean text = column.getValue().equals("VARCHAR");
            if (type.equals("BOOLEAN")) {
                if (!isTrueOrFalse(name)) {
                    texts.add(name);
                    continue;
                }
            }
            if (text && !type.equals("VARCHAR")) {
                texts.add(name);
                replaced.add(
                        "CAST(CASE WHEN %1$s IN (%2$s) THEN NULL ELSE %1$s END AS %3$s) AS %1$s"
                                .formatted(identifier(name), list(MARKS), type));
            }
        }
        var rows = read(marks, texts);
        return replaced.isEmpty()
                ? rows
                : "(SELECT * REPLACE (%s) FROM %s)".formatted(String.join(", ", replaced), rows);
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
    private boolean isTrueOrFalse(String name) throws SQLException {
        var rows = read(List.of(), List.of(name));
        var sql =
                "SELECT bool_and(lower(%1$s) IN ('true', 'false') OR %1$s IN (%2$s)) FROM (FROM %3$s%4$s)"
                        .formatted(
                                identifier(name),
                                list(MARKS),
                                rows,
                                source.careful() ? "" : " LIMIT " + SAMPLE_ROWS);
        try (var result = statement.executeQuery(sql)) {
            result.next();
            return result.getBoolean(1);
        }
    }

    private String read(List<String> marks, List<String> texts) {
        var missing = new ArrayList<>(List.of(""));
        missing.addAll(marks);
        return "read_csv(%s, %s%s, sample_size = %d, auto_type_candidates = %s, nullstr = [%s]%s)"
                .formatted(
                        quoted(source.file().toString()),
                        csv.arguments(),
                        csv.values(),
                        source.careful() ? -1 : SAMPLE_ROWS,
                        TYPES,
                        list(missing),
                        texts.isEmpty()
                                ? ""
                                : texts.stream()
                                        .map(name -> quoted(name) + ": 'VARCHAR'")
                                        .collect(Collectors.joining(", ", ", types = {", "}")));
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
