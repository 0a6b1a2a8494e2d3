package himalia.features;

import himalia.model.Feature;
import himalia.onnx.OnnxValue;
import himalia.table.ColumnArrays;
import himalia.table.EachColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.columns.Column;

/**
 * A column for each level of a category.
 *
 * @param columns the column of each level, or {@link #NONE}
 * @param names the columns that come
 * @param infrequent the column of all rare levels, or {@link #NONE}
 */
record OneHotRule(
        Levels levels,
        int[] columns,
        List<String> names,
        int infrequent,
        OneHotEncoder.Unknown unknown)
        implements ColumnRule {
    static final int NONE = -1;

    OneHotRule {
        names = List.copyOf(names);
    }

    @Override
    public List<Column<?>> apply(Column<?> column) {
        var places = levels.places(column);
        NewColumns.checkRoom(names.size(), places.length, "OneHotEncoder");
        for (int row = 0; row < places.length; row++) {
            places[row] =
                    places[row] == Levels.UNKNOWN ? ofUnknown(column, row) : columns[places[row]];
        }
        return EachColumn.of(names.size(), places.length, k -> flags(places, k));
    }

    private Column<?> flags(int[] places, int k) {
        var flags = new double[places.length];
        for (int row = 0; row < flags.length; row++) {
            flags[row] = places[row] == k ? 1 : 0;
        }
        return ColumnArrays.reals(names.get(k), flags);
    }

    private int ofUnknown(Column<?> column, int row) {
        return switch (unknown) {
            case ERROR ->
                    throw UnknownLevel.of(
                            levels.values(),
                            column,
                            row,
                            "OneHotEncoder",
                            instead(Feature.of(column)));
            case IGNORE -> NONE;
            case INFREQUENT_IF_EXIST -> infrequent;
        };
    }

    /** What shall be done about an unknown level: where rare ones share a column, it can too. */
    private String instead(Feature feature) {
        return infrequent == NONE
                ? ignoring(feature)
                : "take such values for rare ones: "
                        + encoder(OneHotEncoder.Unknown.INFREQUENT_IF_EXIST, feature);
    }

    /** What would ignore unknown levels of a column. */
    static String ignoring(Feature feature) {
        return UnknownLevel.ignoring(encoder(OneHotEncoder.Unknown.IGNORE, feature));
    }

    /** Numbers and truths are categories only where they are named. */
    private static String encoder(OneHotEncoder.Unknown unknown, Feature feature) {
        boolean isNamed = feature.type() != Feature.Type.CATEGORY;
        return "new OneHotEncoder(OneHotEncoder.Unknown.%s%s)"
                .formatted(unknown, isNamed ? ", \"" + feature.name() + "\"" : "");
    }

    @Override
    public Map<String, String> sql(Feature feature) {
        var expressions = new LinkedHashMap<String, String>();
        boolean takesUnknown =
                unknown == OneHotEncoder.Unknown.INFREQUENT_IF_EXIST && infrequent != NONE;
        for (int k = 0; k < names.size(); k++) {
            var refusal =
                    k == 0 && unknown == OneHotEncoder.Unknown.ERROR
                            ? " WHEN %s THEN 0 ELSE %s END"
                                    .formatted(
                                            condition(feature, k, false),
                                            UnknownLevel.sql(
                                                    feature.name(),
                                                    "OneHotEncoder",
                                                    instead(feature)))
                            : " ELSE 0 END";
            expressions.put(
                    names.get(k),
                    takesUnknown && k == infrequent
                            ? "CASE WHEN %s THEN 0 ELSE 1 END"
                                    .formatted(condition(feature, k, false))
                            : "CASE WHEN %s THEN 1%s"
                                    .formatted(condition(feature, k, true), refusal));
        }
        return expressions;
    }

    /** Where the only level is dropped, no column comes that could refuse others. */
    @Override
    public Optional<String> refusal(Feature feature) {
        return names.isEmpty() && unknown == OneHotEncoder.Unknown.ERROR
                ? Optional.of(
                        "CASE WHEN %s THEN true ELSE %s END"
                                .formatted(
                                        condition(feature, NONE, true),
                                        UnknownLevel.sql(
                                                feature.name(), "OneHotEncoder", instead(feature))))
                : Optional.empty();
    }

    /** Whether a level of a column is met, or one of any other column, or of none. */
    private String condition(Feature feature, int column, boolean is) {
        var met = new ArrayList<String>();
        var texts =
                IntStream.range(0, levels.values().size())
                        .filter(place -> (columns[place] == column) == is)
                        .mapToObj(place -> levels.values().get(place))
                        .toList();
        if (!texts.isEmpty()) {
            met.add(SqlText.isOneOf(feature, texts));
        }
        int missing = levels.values().size();
        if (levels.hasMissing() && (columns[missing] == column) == is) {
            met.add(SqlText.isMissing(feature));
        }
        return met.isEmpty() ? "false" : met.stream().collect(Collectors.joining(" OR "));
    }

    @Override
    public Optional<OnnxValue> refused(Feature feature, OnnxValue column) {
        return names.isEmpty() && unknown == OneHotEncoder.Unknown.ERROR
                ? Optional.of(levels.places(feature, column).isEqual(levels.count()))
                : Optional.empty();
    }

    @Override
    public Map<String, OnnxValue> onnx(Feature feature, OnnxValue column) {
        if (names.isEmpty()) {
            return Map.of();
        }
        boolean refuses = unknown == OneHotEncoder.Unknown.ERROR;
        var flags = new double[levels.count() + (refuses ? 0 : 1)][names.size()];
        for (int place = 0; place < flags.length; place++) {
            int other = unknown == OneHotEncoder.Unknown.IGNORE ? NONE : infrequent;
            int to = place < levels.count() ? columns[place] : other;
            if (to != NONE) {
                flags[place][to] = 1;
            }
        }
        var found =
                levels.places(feature, column)
                        .rowsOf(
                                column.graph().table(flags),
                                UnknownLevel.message(
                                        feature.name(), "OneHotEncoder", instead(feature)));
        return OnnxParts.named(names, found);
    }
}
