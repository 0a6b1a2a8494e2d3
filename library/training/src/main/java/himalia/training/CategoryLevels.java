package himalia.training;

import himalia.model.Feature;
import himalia.model.Schema;
import himalia.table.LevelCodes;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The levels of the columns that XGBoost cuts into sets. It is told of each level's place among them, and keeps which columns those are; the levels of
 * texts are those of the schema, and of numbers they stand among the attributes of the trees.
 *
 * @param levels of each feature, in the order of their codes; none of other columns, and nothing at all where none is a category
 */
record CategoryLevels(List<List<String>> levels) {
    /** Of no model. */
    static final CategoryLevels NONE = new CategoryLevels(List.of());

    /** XGBoost's words for codes of levels, and for numbers. */
    private static final String CODES = "c";

    private static final String NUMBERS = "q";

    /** Returns those of rows to learn from. */
    static CategoryLevels learnt(
            String trainer, Table table, Schema schema, BoostingOptions options) {
        CategoryChecks.named(trainer, table, schema, options.categorical());
        if (options.categorical().isEmpty()) {
            return NONE;
        }
        return new CategoryLevels(
                schema.features().stream()
                        .map(
                                feature ->
                                        options.categorical().contains(feature.name())
                                                ? learnt(
                                                        feature,
                                                        Tables.column(table, feature.name()))
                                                : List.<String>of())
                        .toList());
    }

    private static List<String> learnt(Feature feature, Column<?> column) {
        var levels = CategoryChecks.levels(feature, column);
        return feature.type() == Feature.Type.CATEGORY
                ? feature.levels()
                : Tables.sorted(levels, column);
    }

    /** Returns those that trees were grown with. */
    static CategoryLevels of(Booster booster, Schema schema) {
        try {
            var types = booster.getFeatureTypes();
            // Where it was told of none, they are null.
            if (types == null || !Arrays.asList(types).contains(CODES)) {
                return NONE;
            }
            var levels = new ArrayList<List<String>>();
            if (types.length != schema.features().size()) {
                throw new IllegalArgumentException(
                        "the trees are of %d columns, and the schema beside them of %d; train again"
                                .formatted(types.length, schema.features().size()));
            }
            for (int j = 0; j < types.length; j++) {
                levels.add(CODES.equals(types[j]) ? of(booster, schema, j) : List.of());
            }
            return new CategoryLevels(levels);
        } catch (XGBoostError e) {
            throw new IllegalStateException(
                    "XGBoost cannot tell its categories: " + e.getMessage(), e);
        }
    }

    private static List<String> of(Booster booster, Schema schema, int j) throws XGBoostError {
        var feature = schema.features().get(j);
        return switch (feature.type()) {
            case CATEGORY -> feature.levels();
            case BOOLEAN -> List.of("false", "true");
            default -> {
                var told = booster.getAttr(attribute(j));
                if (told == null) {
                    throw new IllegalArgumentException(
                            "the trees do not tell the levels of column '%s'; train again"
                                    .formatted(feature.name()));
                }
                yield List.of(told.split(","));
            }
        };
    }

    private static String attribute(int j) {
        return "levels of f" + j;
    }

    /** Tells XGBoost which columns hold codes. */
    void tell(DMatrix rows) throws XGBoostError {
        if (!areNone()) {
            rows.setFeatureTypes(
                    levels.stream()
                            .map(each -> each.isEmpty() ? NUMBERS : CODES)
                            .toArray(String[]::new));
        }
    }

    /** Returns trees that keep the levels of numbers. */
    Booster kept(Schema schema, Booster booster) throws XGBoostError {
        for (int j = 0; j < levels.size(); j++) {
            if (!levels.get(j).isEmpty() && schema.features().get(j).type().isNumber()) {
                booster.setAttr(attribute(j), String.join(",", levels.get(j)));
            }
        }
        return booster;
    }

    /** Returns whether no column is a category. */
    boolean areNone() {
        return levels.isEmpty();
    }

    /** Returns those of a feature, none where it is no category. */
    List<String> of(int j) {
        return areNone() ? List.of() : levels.get(j);
    }

    /** Returns the names of what each node of a tree asks for. */
    List<List<String>> names(WrittenTree written) {
        if (areNone()) {
            return List.of();
        }
        return IntStream.range(0, written.sets().length)
                .mapToObj(
                        node ->
                                Arrays.stream(written.sets()[node])
                                        .mapToObj(
                                                of(Math.max(0, written.tree().features()[node]))
                                                        ::get)
                                        .toList())
                .toList();
    }

    /** Returns the columns of a table as XGBoost is told of them. */
    List<double[]> columns(Schema schema, Table table) {
        if (areNone()) {
            return FloatRange.columns(schema, table);
        }
        var others =
                IntStream.range(0, levels.size())
                        .filter(j -> levels.get(j).isEmpty())
                        .mapToObj(schema.features()::get)
                        .toList();
        var numbers =
                others.isEmpty()
                        ? List.<double[]>of().iterator()
                        : FloatRange.columns(new Schema(others, schema.target()), table).iterator();
        var columns = new ArrayList<double[]>();
        for (int j = 0; j < levels.size(); j++) {
            columns.add(
                    levels.get(j).isEmpty()
                            ? numbers.next()
                            : codes(schema.features().get(j), levels.get(j), table));
        }
        return columns;
    }

    /** Returns the same row by row. */
    double[][] rows(Schema schema, Table table) {
        if (areNone()) {
            return FloatRange.checked(schema, schema.rows(table));
        }
        var columns = columns(schema, table);
        var rows = new double[table.rowCount()][columns.size()];
        for (int j = 0; j < columns.size(); j++) {
            for (int row = 0; row < rows.length; row++) {
                rows[row][j] = columns.get(j)[row];
            }
        }
        return rows;
    }

    private static double[] codes(Feature feature, List<String> known, Table table) {
        var column = Tables.column(table, feature.name());
        CategoryChecks.kind(feature, column);
        var codes = LevelCodes.of(column);
        var placeOf = new HashMap<String, Integer>();
        known.forEach(level -> placeOf.put(level, placeOf.size()));
        var places = new int[codes.levels().size()];
        for (int level = 0; level < places.length; level++) {
            var place = placeOf.get(codes.levels().get(level));
            if (place == null) {
                throw CategoryChecks.unknown(column, codes.firstRow(level), known);
            }
            places[level] = place;
        }
        var numbers = new double[codes.size()];
        Arrays.setAll(
                numbers,
                row ->
                        codes.code(row) == LevelCodes.MISSING
                                ? Double.NaN
                                : places[codes.code(row)]);
        return numbers;
    }
}
