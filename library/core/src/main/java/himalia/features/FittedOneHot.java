package himalia.features;

import himalia.display.bundle.Listed;
import himalia.display.bundle.Nearest;
import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.model.UnfitCell;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The levels of categories, each to become a column.
 *
 * @param levels those of each column that it reads
 */
record FittedOneHot(
        OneHotEncoder step, List<Feature> reads, List<Levels> levels, Provenance provenance)
        implements FittedStep {
    private static final int LISTED = 20;

    FittedOneHot {
        reads = List.copyOf(reads);
        levels = List.copyOf(levels);
    }

    @Override
    public Table apply(Table table) {
        Map<String, List<Column<?>>> instead = new HashMap<>();
        for (int i = 0; i < reads.size(); i++) {
            var feature = reads.get(i);
            var column = Tables.column(table, feature.name());
            Columns.check(feature, column, step.name());
            instead.put(feature.name(), encoded(levels.get(i), column));
        }
        return Columns.replaced(table, instead);
    }

    private List<Column<?>> encoded(Levels levels, Column<?> column) {
        var places = new HashMap<String, Integer>();
        for (var level : levels.values()) {
            places.put(level, places.size());
        }
        var values = new double[levels.names().size()][column.size()];
        for (int row = 0; row < column.size(); row++) {
            int place =
                    Tables.isMissing(column, row)
                            ? places.size()
                            : places.getOrDefault(Tables.level(column, row), -1);
            if (place >= 0 && place < values.length) {
                values[place][row] = 1;
            } else if (step.unknown() == OneHotEncoder.Unknown.ERROR) {
                throw unknown(levels, column, row);
            }
        }
        var columns = new ArrayList<Column<?>>();
        for (int k = 0; k < values.length; k++) {
            columns.add(DoubleColumn.create(levels.names().get(k), values[k]));
        }
        return columns;
    }

    private static UnfitCell unknown(Levels levels, Column<?> column, int row) {
        var known = "and the model knows: " + Listed.of(levels.values(), LISTED);
        if (Tables.isMissing(column, row)) {
            return new UnfitCell(
                    column.name(),
                    row,
                    "is null, " + known,
                    "column '%s' is missing in row %d, and was in no row to learn from; put new SimpleImputer(SimpleImputer.Strategy.MOST_FREQUENT) before the OneHotEncoder, or let it ignore what it does not know: new OneHotEncoder(OneHotEncoder.Unknown.IGNORE)"
                            .formatted(column.name(), row));
        }
        var level = Tables.level(column, row);
        return new UnfitCell(
                column.name(),
                row,
                "is '" + level + "', " + known,
                "column '%s' has '%s' in row %d, which was in no row to learn from%s let the OneHotEncoder ignore what it does not know: new OneHotEncoder(OneHotEncoder.Unknown.IGNORE)"
                        .formatted(
                                column.name(),
                                level,
                                row,
                                Nearest.to(level, levels.values())
                                        .map(near -> "; did you mean '" + near + "'? Or")
                                        .orElse(";")));
    }
}
