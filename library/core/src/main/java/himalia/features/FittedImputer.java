package himalia.features;

import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.table.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The values that fill missing cells.
 *
 * @param numbers those of columns of numbers, by the column's name
 * @param texts those of columns of texts
 */
record FittedImputer(
        SimpleImputer step,
        List<Feature> reads,
        Map<String, Double> numbers,
        Map<String, String> texts,
        Provenance provenance)
        implements FittedStep {
    FittedImputer {
        reads = List.copyOf(reads);
        numbers = Map.copyOf(numbers);
        texts = Map.copyOf(texts);
    }

    @Override
    public Table apply(Table table) {
        Map<String, List<Column<?>>> instead = new HashMap<>();
        for (var feature : reads) {
            var name = feature.name();
            instead.put(name, List.of(filled(Tables.column(table, name))));
        }
        return Columns.replaced(table, instead);
    }

    private Column<?> filled(Column<?> column) {
        var number = numbers.get(column.name());
        var text = texts.get(column.name());
        if (number != null && column instanceof NumericColumn<?> values) {
            // Always of fractions, so that what follows sees one type whether cells are missing or
            // not.
            var filled = values.asDoubleArray();
            for (int row = 0; row < filled.length; row++) {
                filled[row] = column.isMissing(row) ? number : filled[row];
            }
            return DoubleColumn.create(column.name(), filled);
        }
        if (text != null && column instanceof StringColumn values) {
            var filled = StringColumn.create(column.name());
            for (int row = 0; row < values.size(); row++) {
                filled.append(values.isMissing(row) ? text : values.get(row));
            }
            return filled;
        }
        throw new IllegalArgumentException(
                "column '%s' holds %s, and SimpleImputer has learnt it as %s"
                        .formatted(
                                column.name(),
                                Tables.kind(column),
                                number == null ? "text" : "numbers"));
    }
}
