package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.model.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Names and values in DuckDB's SQL.
 *
 * <pre>{@code
 * SqlText.name("the city")     // "the city", in its quotes
 * SqlText.text("it's")         // 'it''s'
 * SqlText.number(1)            // 1.0e0
 * }</pre>
 */
public final class SqlText {
    /** Longer queries take DuckDB a minute, and end its process before they are ten times as long. */
    private static final int MOST_LETTERS = 4_000_000;

    private SqlText() {}

    /**
     * Writes the name of a column.
     *
     * @throws UnsupportedOperationException if it is empty: SQL has no such name
     */
    public static String name(String column) {
        if (given(column, "column").isEmpty()) {
            throw nameless("SQL");
        }
        return "\"" + column.replace("\"", "\"\"") + "\"";
    }

    /** Java finds such a column by its place; what is written finds it by its name. */
    static UnsupportedOperationException nameless(String written) {
        return new UnsupportedOperationException(
                "a column has no name, and %s knows columns by their names; give it one before training, column.setName(\"a\")"
                        .formatted(written));
    }

    /** Writes a text. */
    public static String text(String value) {
        return "'" + given(value, "value").replace("'", "''") + "'";
    }

    /** Writes a number as a double: without an exponent it would be a decimal, which overflows. */
    public static String number(double value) {
        var digits = Double.toString(value);
        if (!Double.isFinite(value)) {
            return "'" + digits + "'::DOUBLE";
        }
        var written = digits.contains("E") ? digits : digits + "e0";
        return value < 0 || digits.startsWith("-") ? "(" + written + ")" : written;
    }

    /** Reads a column of numbers or truths as doubles; NaN is missing, as in Java, while DuckDB has it above all numbers. */
    public static String number(Feature feature) {
        return given(feature, "feature").type() == Feature.Type.BOOLEAN
                ? asDouble(feature.name())
                : number(feature.name());
    }

    /** Reads a column of numbers as {@link #number(Feature)} does. */
    static String number(String column) {
        return "nullif(" + asDouble(column) + ", " + number(Double.NaN) + ")";
    }

    private static String asDouble(String column) {
        return "CAST(" + name(column) + " AS DOUBLE)";
    }

    /** Whether a cell is empty; an empty text is, and NaN. */
    static String isMissing(Feature feature) {
        var name = name(feature.name());
        if (isText(feature)) {
            return "(%1$s IS NULL OR %1$s = '')".formatted(name);
        }
        return (feature.type().isNumber() ? number(feature) : name) + " IS NULL";
    }

    /**
     * Writes a value of rows that miss no cell; others end the query, which names the first column that does.
     *
     * @param by who takes no missing cells
     */
    public static String whole(List<Feature> features, String value, String by) {
        return present(features, finite(features, value, by), by);
    }

    /** Writes the same of what holds no infinite number, or is asked for that already. */
    static String present(List<Feature> features, String value, String by) {
        given(by, "by");
        var missing = new StringBuilder();
        for (var feature : given(features, "features")) {
            missing.append(
                    " WHEN %s IS NULL THEN error(%s)"
                            .formatted(
                                    number(feature),
                                    text(
                                            "%s takes no missing cells, and column '%s' has one"
                                                    .formatted(by, feature.name()))));
        }
        return "CASE" + missing + " ELSE " + given(value, "value") + " END";
    }

    /** Writes a value of rows that hold no infinite number; others end the query, which names the first column that does. */
    public static String finite(List<Feature> features, String value, String by) {
        given(by, "by");
        given(value, "value");
        var infinite = new StringBuilder();
        for (var feature : given(features, "features")) {
            if (feature.type().isNumber()) {
                infinite.append(
                        " WHEN isinf(%s) THEN error(%s)"
                                .formatted(
                                        number(feature),
                                        text(
                                                "column '%s' is infinite, and %s takes finite numbers"
                                                        .formatted(feature.name(), by))));
            }
        }
        return infinite.length() == 0 ? value : "CASE" + infinite + " ELSE " + value + " END";
    }

    /** Writes a condition that holds of finite numbers and ends the query of others, also where nothing reads what a step makes of them. */
    static String areFinite(List<Feature> features, String by) {
        return finite(features, "TRUE", by);
    }

    /**
     * Returns a query as it is, if DuckDB reads as long a one.
     *
     * @param of the last step in it
     * @throws UnsupportedOperationException if it is too long
     */
    static String bounded(String query, String of) {
        if (query.length() > MOST_LETTERS) {
            throw new UnsupportedOperationException(
                    "the query in SQL up to %s would have %,d letters, where DuckDB reads up to %,d; take fewer columns, steps, knots, ranges or levels, or a lower degree, or write it as ONNX, Onnx.write(step, file)"
                            .formatted(of, query.length(), MOST_LETTERS));
        }
        return query;
    }

    /** Whether a cell holds one of some levels. */
    static String isOneOf(Feature feature, List<String> levels) {
        var name = name(feature.name());
        var values =
                levels.stream()
                        .map(level -> isText(feature) ? text(level) : numberOf(level))
                        .collect(Collectors.joining(", "));
        return levels.size() == 1 ? name + " = " + values : name + " IN (" + values + ")";
    }

    /** Whole numbers stay as they are written, since none of many digits is a double. */
    private static String numberOf(String level) {
        return level.endsWith("Infinity") ? number(Double.parseDouble(level)) : level;
    }

    /** Writes a list of expressions. */
    public static String list(List<String> values) {
        return "[" + String.join(", ", given(values, "values")) + "]";
    }

    static boolean isText(Feature feature) {
        return feature.type() == Feature.Type.CATEGORY || feature.type() == Feature.Type.TEXT;
    }

    /**
     * Writes a query that puts columns in the place of others.
     *
     * @param instead expressions by name, by the column that goes; one of the same name stays at its place
     */
    static String select(Map<String, Map<String, String>> instead, String from) {
        var gone = new ArrayList<String>();
        var changed = new ArrayList<String>();
        var added = new ArrayList<String>();
        instead.forEach(
                (column, others) -> {
                    if (!others.containsKey(column)) {
                        gone.add(name(column));
                    }
                    others.forEach(
                            (name, expression) ->
                                    (name.equals(column) ? changed : added)
                                            .add(expression + " AS " + name(name)));
                });
        return "SELECT *%s%s%s FROM %s"
                .formatted(
                        in(" EXCLUDE ", gone),
                        in(" REPLACE ", changed),
                        added.stream().map(each -> ", " + each).collect(Collectors.joining()),
                        from);
    }

    /** Writes a query that adds columns, expressions by name. */
    static String adding(Map<String, String> columns, String from) {
        return "SELECT *%s FROM %s"
                .formatted(
                        columns.entrySet().stream()
                                .map(each -> ", " + each.getValue() + " AS " + name(each.getKey()))
                                .collect(Collectors.joining()),
                        from);
    }

    private static String in(String word, List<String> columns) {
        return columns.isEmpty() ? "" : word + "(" + String.join(", ", columns) + ")";
    }
}
