package himalia.training;

import himalia.display.bundle.Listed;
import himalia.display.bundle.Nearest;
import himalia.model.Feature;
import himalia.model.Schema;
import himalia.model.UnfitCell;
import himalia.table.LevelCodes;
import himalia.table.Tables;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Says which column or cell XGBoost cannot take for a category, and what to do instead. */
final class CategoryChecks {
    /** As many as a category of a schema has. */
    static final int MOST = 1_000;

    private static final int LISTED = 20;

    private CategoryChecks() {}

    /** Refuses names of no feature, and texts that nobody has named: the way out is one of the trainer that was asked. */
    static void named(String trainer, Table table, Schema schema, List<String> categorical) {
        for (var name : categorical) {
            Tables.column(table, name);
            if (name.equals(schema.label())) {
                throw new IllegalArgumentException(
                        "'%s' is the label, and no column to be a category; take it out of categorical(…)"
                                .formatted(name));
            }
        }
        for (var feature : schema.features()) {
            if (feature.type() == Feature.Type.CATEGORY && !categorical.contains(feature.name())) {
                throw new IllegalArgumentException(
                        "column '%1$s' holds text, and this model takes numbers; %2$sput a OneHotEncoder before it in a Pipeline, or leave it out with table.rejectColumns(\"%1$s\")"
                                .formatted(
                                        feature.name(),
                                        naming(trainer)
                                                .map(
                                                        made ->
                                                                "name it as a category, %s.with(BoostingOptions.NONE.categorical(\"%s\")), "
                                                                        .formatted(
                                                                                made,
                                                                                feature.name()))
                                                .orElse("")));
            }
        }
    }

    /** Those that have options, and so categories. */
    private static Optional<String> naming(String trainer) {
        return switch (trainer) {
            case "GradientBoosting", "GradientBoostingRegressor" ->
                    Optional.of("new %s(100, 42)".formatted(trainer));
            case "GradientBoostingRanker" ->
                    Optional.of("new %s(100, \"query\", 42)".formatted(trainer));
            default -> Optional.empty();
        };
    }

    /** Refuses categories where trees grow somewhere else: rows go there as numbers. */
    static void areNone(String trainer, List<String> categorical) {
        if (!categorical.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s takes no categories in other processes, and '%s' is one; train in this one, without workers, or put new OneHotEncoder(\"%2$s\") before it in a Pipeline in place of categorical(\"%2$s\")"
                            .formatted(trainer, categorical.get(0)));
        }
    }

    /** Returns the levels of a column to learn from, in any order. */
    static List<String> levels(Feature feature, Column<?> column) {
        var name = feature.name();
        boolean isNumber = feature.type().isNumber();
        switch (feature.type()) {
            case CATEGORY, BOOLEAN, TEXT, WHOLE_NUMBER, LONG_NUMBER -> {}
            default ->
                    throw new IllegalArgumentException(
                            "column '%s' holds %s, and a category is a text, a whole number, or true or false; take it out of categorical(…)%s"
                                    .formatted(
                                            name,
                                            Tables.kind(column),
                                            isNumber
                                                    ? ", and it is cut as the number that it is"
                                                    : " and turn it into one of these, or into numbers"));
        }
        if (column instanceof NumericColumn<?> numbers) {
            // Of two that no double tells apart, what is written would make one.
            Tables.doubles(numbers);
        }
        var levels = LevelCodes.of(column).levels();
        if (levels.size() < 2) {
            throw new IllegalArgumentException(
                    "column '%s' %s, and a category has two levels at least; leave it out with table.rejectColumns(\"%s\")"
                            .formatted(
                                    name,
                                    levels.isEmpty()
                                            ? "has no value in any row"
                                            : "is '%s' in every row that has a value"
                                                    .formatted(levels.get(0)),
                                    name));
        }
        if (feature.type() == Feature.Type.TEXT || levels.size() > MOST) {
            throw new IllegalArgumentException(
                    "column '%s' has %,d different values in %,d rows, and a category has up to %,d%s"
                            .formatted(
                                    name,
                                    levels.size(),
                                    column.size(),
                                    MOST,
                                    isNumber
                                            ? "; take it out of categorical(…), and it is cut as the number that it is, or let rare ones share a column: new OneHotEncoder(\"%s\").minFrequency(20) in a Pipeline"
                                                    .formatted(name)
                                            : ", and half as many as rows; let rare ones share a column, new OneHotEncoder(\"%1$s\").minFrequency(20) in a Pipeline, count them by new CountEncoder(\"%1$s\"), or leave it out with table.rejectColumns(\"%1$s\")"
                                                    .formatted(name)));
        }
        return levels;
    }

    /** Refuses a column that holds something else than what was learnt. */
    static void kind(Feature feature, Column<?> column) {
        var learnt =
                switch (feature.type()) {
                    case CATEGORY -> column instanceof StringColumn ? "" : "text";
                    case BOOLEAN -> column instanceof BooleanColumn ? "" : "true and false";
                    default -> column instanceof NumericColumn<?> ? "" : "numbers";
                };
        if (!learnt.isEmpty()) {
            throw new IllegalArgumentException(
                    "column '%s' holds %s, and the model has learnt it as %s"
                            .formatted(column.name(), Tables.kind(column), learnt));
        }
    }

    /** What is said about a level that was in no row to learn from. */
    static UnfitCell unknown(Column<?> column, int row, List<String> known) {
        var level = Tables.level(column, row);
        return new UnfitCell(
                column.name(),
                row,
                "is '%s', and the model knows: %s".formatted(level, Listed.of(known, LISTED)),
                "column '%1$s' has '%2$s' in row %3$d, which was in no row to learn from%4$s make that cell missing, by setMissing(row) of its column, or train with new OneHotEncoder(OneHotEncoder.Unknown.IGNORE, \"%1$s\") in place of categorical(\"%1$s\")"
                        .formatted(
                                column.name(),
                                level,
                                row,
                                Nearest.to(level, known)
                                        .map(near -> "; did you mean '" + near + "'? Or")
                                        .orElse(";")));
    }
}
