package himalia.features;

import himalia.model.Feature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
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
        var flags = new double[names.size()][places.length];
        for (int row = 0; row < places.length; row++) {
            int to = places[row] == Levels.UNKNOWN ? ofUnknown(column, row) : columns[places[row]];
            if (to != NONE) {
                flags[to][row] = 1;
            }
        }
        var done = new ArrayList<Column<?>>();
        for (int k = 0; k < flags.length; k++) {
            done.add(DoubleColumn.create(names.get(k), flags[k]));
        }
        return done;
    }

    private int ofUnknown(Column<?> column, int row) {
        return switch (unknown) {
            case ERROR ->
                    throw UnknownLevel.of(
                            levels.values(),
                            column,
                            row,
                            "OneHotEncoder",
                            "new OneHotEncoder(OneHotEncoder.Unknown.IGNORE)");
            case IGNORE -> NONE;
            case INFREQUENT_IF_EXIST -> infrequent;
        };
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
                                            UnknownLevel.sql(feature.name(), "OneHotEncoder"))
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
                                        UnknownLevel.sql(feature.name(), "OneHotEncoder")))
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
}
