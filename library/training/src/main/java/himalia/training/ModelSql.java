package himalia.training;

import himalia.features.SqlText;
import himalia.features.Standardiser;
import himalia.model.Schema;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Queries of models in DuckDB's SQL, which stand in each other: the columns that a model reads become a list, that becomes a list of
 * scores, that predictions. Lists, since an expression of a thousand summands is deeper than DuckDB allows.
 */
final class ModelSql {
    /** The list at hand. */
    static final String LIST = "\"(list)\"";

    /** What ends a query or a run whose probabilities Java would refuse. */
    static final String OVERFLOW =
            "a row has NaN for its probabilities; look for overflow, or for missing values, in what the model was given";

    private ModelSql() {}

    /** Puts numbers in the place of the columns that a model reads; a row that misses one ends the query. */
    static String completeRows(Schema schema, String algorithm, String from) {
        return rows(
                schema,
                j -> SqlText.number(schema.features().get(j)),
                numbers -> SqlText.whole(schema.features(), numbers, algorithm),
                from);
    }

    static String scaledRows(
            Schema schema, Standardiser standardiser, String algorithm, String from) {
        return rows(
                schema,
                j ->
                        "(%s - %s) / %s"
                                .formatted(
                                        SqlText.number(schema.features().get(j)),
                                        SqlText.number(standardiser.means()[j]),
                                        SqlText.number(standardiser.deviations()[j])),
                numbers -> SqlText.whole(schema.features(), numbers, algorithm),
                from);
    }

    /** As what computes with floats sees them, with codes in place of levels; a missing one stays so. */
    static String floatRows(Schema schema, CategoryLevels levels, String algorithm, String from) {
        return rows(
                schema,
                j ->
                        "CAST("
                                + CategorySql.number(schema.features().get(j), levels.of(j))
                                + " AS FLOAT)",
                numbers -> SqlText.finite(schema.features(), numbers, algorithm),
                from);
    }

    private static String rows(
            Schema schema, IntFunction<String> number, UnaryOperator<String> whole, String from) {
        var read =
                schema.featureNames().stream().map(SqlText::name).collect(Collectors.joining(", "));
        var numbers =
                IntStream.range(0, schema.features().size())
                        .mapToObj(number)
                        .collect(Collectors.joining(", ", "[", "]"));
        // It stands first: of two columns of a name, DuckDB calls the second one otherwise.
        return "SELECT %s AS %s, * EXCLUDE (%s) FROM %s"
                .formatted(whole.apply(numbers), LIST, read, from);
    }

    /** The score of the list by a vector, whose intercept is last. */
    static String score(double[] vector) {
        int width = vector.length - 1;
        var weights =
                IntStream.range(0, width)
                        .mapToObj(j -> SqlText.number(vector[j]))
                        .collect(Collectors.joining(", "));
        return "list_dot_product(%s, [%s]) + %s"
                .formatted(LIST, weights, SqlText.number(vector[width]));
    }

    /** Puts another list in the place of the one at hand. */
    static String list(List<String> values, String from) {
        return replaced(SqlText.list(values), from);
    }

    /** Puts what an expression gives in the place of the list at hand. */
    static String replaced(String expression, String from) {
        return "SELECT * REPLACE (%s AS %s) FROM (%s)".formatted(expression, LIST, from);
    }

    static String softmax(String from) {
        var powers =
                replaced(
                        "list_transform(%1$s, lambda s: exp(s - list_max(%1$s)))".formatted(LIST),
                        from);
        return shares(powers);
    }

    /** Divides a list by its sum; one that has no sum ends the query. */
    static String shares(String from) {
        var shares =
                replaced(
                        "list_transform(%1$s, lambda s: s / list_sum(%1$s))".formatted(LIST), from);
        // All are NaN where one is.
        return replaced(
                "CASE WHEN isnan(%1$s[1]) THEN error(%2$s) ELSE %1$s END"
                        .formatted(LIST, SqlText.text(OVERFLOW)),
                shares);
    }

    /** Makes columns of a list of probabilities, as {@link himalia.model.Predictions#table} has them. */
    static String classes(List<String> classes, String from) {
        var names = classes.stream().map(SqlText::text).collect(Collectors.joining(", "));
        // Of equally probable ones it is the first.
        var label = "[%1$s][list_position(%2$s, list_max(%2$s))]";
        var each =
                IntStream.range(0, classes.size())
                        .mapToObj(
                                k ->
                                        "%s[%s] AS %s"
                                                .formatted(
                                                        LIST,
                                                        k + 1,
                                                        SqlText.name("p(" + classes.get(k) + ")")))
                        .collect(Collectors.joining(", "));
        return "SELECT * EXCLUDE (%s), %s AS prediction, %s FROM (%s)"
                .formatted(LIST, label.formatted(names, LIST), each, from);
    }

    static String number(String expression, String from) {
        return "SELECT * EXCLUDE (%s), %s AS prediction FROM (%s)"
                .formatted(LIST, expression, from);
    }
}
