package himalia.storage;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    private static final String WHOLE = "\\s*[+-]?[0-9]+\\s*";

    private static final String DECIMAL =
            "\\s*[+-]?([0-9]+[%1$s]?[0-9]*|[%1$s][0-9]+)([eE][+-]?[0-9]+)?\\s*";

    private static final String TRUTH = "(?i)true|false";

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
        var misread = misread(types, marks);
        if (!source.careful() && misread.stream().anyMatch(name -> isWhole(types.get(name)))) {
            return new CsvScan(statement, source.carefully(), csv).sql();
        }
        misread.forEach(name -> types.put(name, isWhole(types.get(name)) ? "DOUBLE" : "VARCHAR"));
        // What is still no number was taken for one by its underscores, or as a hexadecimal one.
        var numbers = misread.stream().filter(name -> "DOUBLE".equals(types.get(name))).toList();
        unlike(all(numbers, decimals()), types, marks).forEach(name -> types.put(name, "VARCHAR"));
        var retyped = new LinkedHashMap<>(types);
        retyped.keySet().retainAll(misread);
        var texts = types.keySet().stream().filter(name -> isText(types.get(name))).toList();
        if (!marked || texts.isEmpty()) {
            return read(marks, retyped);
        }
        // Row by row beside each other: in a column of texts a mark is a text.
        var columns =
                types.keySet().stream()
                        .map(
                                name ->
                                        (texts.contains(name) ? "texts." : "marked.")
                                                + identifier(name))
                        .collect(Collectors.joining(", "));
        return "(SELECT %s FROM %s marked POSITIONAL JOIN (SELECT %s FROM %s) texts)"
                .formatted(
                        columns,
                        read(marks, retyped),
                        texts.stream().map(CsvScan::identifier).collect(Collectors.joining(", ")),
                        read(List.of(), allTexts(types)));
    }

    private static boolean isWhole(@Nullable String type) {
        return "INTEGER".equals(type) || "BIGINT".equals(type);
    }

    private static boolean isText(@Nullable String type) {
        return "VARCHAR".equals(type);
    }

    private static Map<String, String> allTexts(Map<String, String> types) {
        var texts = new LinkedHashMap<>(types);
        texts.replaceAll((name, type) -> "VARCHAR");
        return texts;
    }

    private Map<String, String> types(List<String> marks) throws SQLException {
        var types = new LinkedHashMap<String, String>();
        try (var result = statement.executeQuery("DESCRIBE FROM " + read(marks, Map.of()))) {
            while (result.next()) {
                types.put(result.getString("column_name"), result.getString("column_type"));
            }
        }
        return types;
    }

    /**
     * Returns the columns that would be read as something else than what is written, by all rows. DuckDB rounds where the
     * first rows are whole numbers and a later one is not, and it takes yes, no, t, f, y and n for truths; whoever wrote
     * them wants to read them again.
     */
    private List<String> misread(Map<String, String> types, List<String> marks)
            throws SQLException {
        var questions = new LinkedHashMap<String, String>();
        types.forEach(
                (name, type) -> {
                    if (isWhole(type)) {
                        questions.put(name, WHOLE);
                    } else if ("BOOLEAN".equals(type)) {
                        questions.put(name, TRUTH);
                    }
                });
        return unlike(questions, types, marks);
    }

    private String decimals() {
        return DECIMAL.formatted(csv.options().decimal());
    }

    private static Map<String, String> all(List<String> names, String pattern) {
        return names.stream().collect(Collectors.toMap(name -> name, name -> pattern));
    }

    /** Returns which columns have a value that does not match their pattern; all rows are read for it. */
    private List<String> unlike(
            Map<String, String> patterns, Map<String, String> types, List<String> marks)
            throws SQLException {
        var asked = List.copyOf(patterns.keySet());
        if (asked.isEmpty()) {
            return asked;
        }
        var questions =
                asked.stream()
                        .map(
                                name ->
                                        "coalesce(bool_and(regexp_full_match(%s, %s)), true)"
                                                .formatted(
                                                        identifier(name),
                                                        quoted(patterns.getOrDefault(name, ""))))
                        .collect(Collectors.joining(", "));
        var sql = "SELECT %s FROM %s".formatted(questions, read(marks, allTexts(types)));
        var unlike = new ArrayList<String>();
        try (var result = statement.executeQuery(sql)) {
            result.next();
            for (int i = 0; i < asked.size(); i++) {
                if (!result.getBoolean(i + 1)) {
                    unlike.add(asked.get(i));
                }
            }
        }
        return unlike;
    }

    /**
     * Returns how it is read.
     *
     * @param marks what is missing beside the empty text
     * @param retyped the columns whose type is not guessed
     */
    private String read(List<String> marks, Map<String, String> retyped) {
        var missing = new ArrayList<>(List.of(""));
        missing.addAll(marks);
        var types =
                retyped.entrySet().stream()
                        .map(type -> quoted(type.getKey()) + ": " + quoted(type.getValue()))
                        .collect(Collectors.joining(", "));
        return "read_csv(%s, %s%s, sample_size = %d, auto_type_candidates = %s, nullstr = [%s]%s)"
                .formatted(
                        quoted(source.file().toString()),
                        csv.arguments(),
                        csv.values(),
                        source.careful() ? -1 : SAMPLE_ROWS,
                        TYPES,
                        list(missing),
                        types.isEmpty() ? "" : ", types = {" + types + "}");
    }

    private static String list(List<String> texts) {
        return texts.stream().map(CsvScan::quoted).collect(Collectors.joining(", "));
    }

    static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
