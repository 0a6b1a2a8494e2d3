package himalia.features;

import himalia.model.Feature;
import himalia.onnx.OnnxValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.columns.Column;

/**
 * Numbers in place of a category, those of its level.
 *
 * @param names the columns that come
 * @param numbers for each of them, the number of each level
 * @param unknown for each of them, that of a level that was in no row to learn from
 * @param refusing what would take unknown levels, where they are refused; empty where they are not
 */
record LevelNumbers(
        Levels levels, List<String> names, double[][] numbers, double[] unknown, String refusing)
        implements ColumnRule {
    LevelNumbers {
        names = List.copyOf(names);
    }

    @Override
    public List<Column<?>> apply(Column<?> column) {
        return of(column, levels.places(column));
    }

    /** Puts numbers in the place of levels that are found already. */
    List<Column<?>> of(Column<?> column, int[] places) {
        if (names.size() > 1) {
            NewColumns.checkRoom(names.size(), places.length, "TargetEncoder");
        }
        var columns = new ArrayList<Column<?>>();
        for (int k = 0; k < names.size(); k++) {
            var values = new double[places.length];
            for (int row = 0; row < values.length; row++) {
                if (places[row] != Levels.UNKNOWN) {
                    values[row] = numbers[k][places[row]];
                } else if (refusing.isEmpty()) {
                    values[row] = unknown[k];
                } else {
                    throw UnknownLevel.of(
                            levels.values(),
                            column,
                            row,
                            "OrdinalEncoder",
                            UnknownLevel.ignoring(refusing));
                }
            }
            columns.add(DoubleColumn.create(names.get(k), values));
        }
        return columns;
    }

    @Override
    public Map<String, String> sql(Feature feature) {
        var columns = new LinkedHashMap<String, String>();
        for (int k = 0; k < names.size(); k++) {
            var cases = new StringBuilder("CASE");
            for (int place = 0; place < levels.count(); place++) {
                boolean isMissing = place == levels.values().size();
                var condition =
                        isMissing
                                ? SqlText.isMissing(feature)
                                : SqlText.isOneOf(feature, List.of(levels.values().get(place)));
                cases.append(
                        " WHEN %s THEN %s".formatted(condition, SqlText.number(numbers[k][place])));
            }
            var others =
                    refusing.isEmpty()
                            ? Double.isNaN(unknown[k]) ? "NULL" : SqlText.number(unknown[k])
                            : UnknownLevel.sql(
                                    feature.name(),
                                    "OrdinalEncoder",
                                    UnknownLevel.ignoring(refusing));
            columns.put(names.get(k), cases + " ELSE " + others + " END");
        }
        return columns;
    }

    @Override
    public Map<String, OnnxValue> onnx(Feature feature, OnnxValue column) {
        var rows = new double[levels.count() + (refusing.isEmpty() ? 1 : 0)][names.size()];
        for (int place = 0; place < rows.length; place++) {
            for (int k = 0; k < names.size(); k++) {
                rows[place][k] = place < levels.count() ? numbers[k][place] : unknown[k];
            }
        }
        var found =
                levels.places(feature, column)
                        .rowsOf(
                                column.graph().table(rows),
                                refusing.isEmpty()
                                        ? UnknownLevel.inexact(feature.name())
                                        : UnknownLevel.message(
                                                feature.name(),
                                                "OrdinalEncoder",
                                                UnknownLevel.ignoring(refusing)));
        return OnnxParts.named(names, found);
    }
}
