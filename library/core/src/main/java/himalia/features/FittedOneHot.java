package himalia.features;

import himalia.display.bundle.Nearest;
import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The levels of categories, each to become a column.
 *
 * @param missing whether missing is a level, by the column's name
 */
record FittedOneHot(
        OneHotEncoder step,
        List<Feature> reads,
        Map<String, Boolean> missing,
        Provenance provenance)
        implements FittedStep {
    private static final String MISSING = "missing";

    FittedOneHot {
        reads = List.copyOf(reads);
        missing = Map.copyOf(missing);
    }

    @Override
    public Table apply(Table table) {
        Map<String, List<Column<?>>> instead = new HashMap<>();
        for (var feature : reads) {
            instead.put(feature.name(), encoded(feature, Tables.column(table, feature.name())));
        }
        return Columns.replaced(table, instead);
    }

    private List<Column<?>> encoded(Feature feature, Column<?> column) {
        if (!(column instanceof StringColumn texts)) {
            throw new IllegalArgumentException(
                    "column '%s' holds %s, and OneHotEncoder has learnt it as text"
                            .formatted(column.name(), Tables.kind(column)));
        }
        boolean hasMissing = missing.getOrDefault(feature.name(), false);
        int levels = feature.levels().size();
        var places = new HashMap<String, Integer>();
        for (var level : feature.levels()) {
            places.put(level, places.size());
        }
        var values = new double[levels + (hasMissing ? 1 : 0)][texts.size()];
        for (int row = 0; row < texts.size(); row++) {
            int place = texts.isMissing(row) ? levels : places.getOrDefault(texts.get(row), -1);
            if (place >= 0 && place < values.length) {
                values[place][row] = 1;
            } else if (step.unknown() == OneHotEncoder.Unknown.ERROR) {
                throw unknown(feature, texts, row);
            }
        }
        var columns = new ArrayList<Column<?>>();
        for (int k = 0; k < values.length; k++) {
            var level = k < levels ? feature.levels().get(k) : MISSING;
            columns.add(DoubleColumn.create(feature.name() + "_" + level, values[k]));
        }
        return columns;
    }

    private static IllegalArgumentException unknown(Feature feature, StringColumn texts, int row) {
        if (texts.isMissing(row)) {
            return new IllegalArgumentException(
                    "column '%s' is missing in row %d, and was in no row to learn from; put a SimpleImputer before the OneHotEncoder, or let it ignore what it does not know: new OneHotEncoder(OneHotEncoder.Unknown.IGNORE)"
                            .formatted(feature.name(), row));
        }
        var level = texts.get(row);
        return new IllegalArgumentException(
                "column '%s' has '%s' in row %d, which was in no row to learn from%s let the OneHotEncoder ignore what it does not know: new OneHotEncoder(OneHotEncoder.Unknown.IGNORE)"
                        .formatted(
                                feature.name(),
                                level,
                                row,
                                Nearest.to(level, feature.levels())
                                        .map(near -> "; did you mean '" + near + "'? Or")
                                        .orElse(";")));
    }
}
