package himalia.training;

import himalia.model.Target;
import java.util.List;

/** What XGBoost says of its sums, in DuckDB's SQL by floats as it does: a tie of two classes is one there too. */
final class XgboostSql {
    /** XGBoost's own: powers of more are no floats. */
    private static final String MOST = "CAST(88.7 AS FLOAT)";

    private static final String ONE = "CAST(1 AS FLOAT)";

    private XgboostSql() {}

    /** Makes columns of a list of sums: one of two classes, else one a class. */
    static String classes(Target.Classes target, List<String> sums, String from) {
        var query = ModelSql.list(sums, from);
        if (sums.size() == 1) {
            var second =
                    "%1$s / (CAST(exp(least(-%2$s[1], %3$s)) AS FLOAT) + %1$s)"
                            .formatted(ONE, ModelSql.LIST, MOST);
            var probable = ModelSql.list(List.of(second), query);
            var both =
                    List.of("1 - CAST(" + ModelSql.LIST + "[1] AS DOUBLE)", ModelSql.LIST + "[1]");
            return ModelSql.classes(target.classes(), ModelSql.list(both, probable));
        }
        var powers = each("CAST(exp(s - list_max(%s)) AS FLOAT)".formatted(ModelSql.LIST), query);
        var shares = each("s / CAST(list_sum(%s) AS FLOAT)".formatted(ModelSql.LIST), powers);
        return ModelSql.classes(target.classes(), each("CAST(s AS DOUBLE)", shares));
    }

    private static String each(String expression, String from) {
        return ModelSql.replaced(
                "list_transform(%s, lambda s: %s)".formatted(ModelSql.LIST, expression), from);
    }
}
