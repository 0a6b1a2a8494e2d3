package himalia.features;

import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxValue;
import himalia.table.Tables;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The values that fill missing cells.
 *
 * @param numbers those of columns of numbers and of booleans (1 for true), by the column's name
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
            var column = Tables.column(table, name);
            Columns.check(feature, column, step.name());
            instead.put(name, List.of(filled(column)));
        }
        return Columns.replaced(table, instead);
    }

    @Override
    public String sql(String from) {
        Map<String, Map<String, String>> instead = new LinkedHashMap<>();
        for (var feature : reads) {
            var name = feature.name();
            instead.put(name, Map.of(name, sql(feature)));
        }
        return SqlText.select(instead, from);
    }

    private String sql(Feature feature) {
        var name = feature.name();
        if (SqlText.isText(feature)) {
            return "coalesce(nullif(%s, ''), %s)"
                    .formatted(SqlText.name(name), SqlText.text(texts.getOrDefault(name, "")));
        }
        double usual = numbers.getOrDefault(name, Double.NaN);
        return feature.type() == Feature.Type.BOOLEAN
                ? "coalesce(%s, %s)".formatted(SqlText.name(name), usual == 1)
                : "coalesce(%s, %s)".formatted(SqlText.number(feature), SqlText.number(usual));
    }

    @Override
    public void onnx(OnnxGraph graph) {
        Map<String, Map<String, OnnxValue>> instead = new LinkedHashMap<>();
        for (var feature : reads) {
            var name = feature.name();
            var column = graph.column(name);
            var usual =
                    SqlText.isText(feature)
                            ? graph.text(texts.getOrDefault(name, ""))
                            : graph.number(numbers.getOrDefault(name, Double.NaN));
            instead.put(name, Map.of(name, column.isMissing().choose(usual, column)));
        }
        graph.replace(instead);
    }

    private Column<?> filled(Column<?> column) {
        var name = column.name();
        if (column instanceof StringColumn values) {
            var filled = StringColumn.create(name);
            for (int row = 0; row < values.size(); row++) {
                filled.append(
                        Tables.isMissing(values, row)
                                ? texts.getOrDefault(name, "")
                                : values.get(row));
            }
            return filled;
        }
        double usual = numbers.getOrDefault(name, Double.NaN);
        if (column instanceof BooleanColumn flags) {
            var filled = BooleanColumn.create(name);
            for (int row = 0; row < flags.size(); row++) {
                filled.append(flags.isMissing(row) ? usual == 1 : flags.getByte(row) == 1);
            }
            return filled;
        }
        // Always of fractions, so that what follows sees one type whether cells are missing or not.
        var filled = Tables.doubles((NumericColumn<?>) column);
        for (int row = 0; row < filled.length; row++) {
            filled[row] = column.isMissing(row) ? usual : filled[row];
        }
        return DoubleColumn.create(name, filled);
    }
}
