package himalia.training;

import himalia.features.SqlText;
import himalia.model.Feature;
import java.util.List;

/** What XGBoost is told of a column, in DuckDB's SQL: its number, or the code of its level. */
final class CategorySql {
    private CategorySql() {}

    /**
     * Reads a column.
     *
     * @param levels in the order of their codes; none where it is no category
     */
    static String number(Feature feature, List<String> levels) {
        // Of truths the numbers are the codes.
        if (levels.isEmpty() || feature.type() == Feature.Type.BOOLEAN) {
            return SqlText.number(feature);
        }
        var name = SqlText.name(feature.name());
        boolean isText = feature.type() == Feature.Type.CATEGORY;
        var code = new StringBuilder("CASE ").append(name);
        for (int j = 0; j < levels.size(); j++) {
            var level = levels.get(j);
            code.append(
                    " WHEN %s THEN %s"
                            .formatted(isText ? SqlText.text(level) : level, SqlText.number(j)));
        }
        var missing =
                isText
                        ? "(%1$s IS NULL OR %1$s = '')".formatted(name)
                        : SqlText.number(feature) + " IS NULL";
        // It ends the query, and names the value.
        var unknown =
                "error(%s || CAST(%s AS VARCHAR) || %s)"
                        .formatted(
                                SqlText.text(
                                        "column '%s' has the value '".formatted(feature.name())),
                                name,
                                SqlText.text(
                                        "', which was in no row to learn from; make it missing"));
        return "CASE WHEN %s THEN NULL ELSE %s ELSE %s END END".formatted(missing, code, unknown);
    }
}
