package himalia.features;

import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxValue;
import himalia.table.ColumnArrays;
import himalia.table.EachColumn;
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
        implements SharingStep {
    FittedImputer {
        reads = List.copyOf(reads);
        numbers = Map.copyOf(numbers);
        texts = Map.copyOf(texts);
    }

    @Override
    public String toString() {
        return Learnt.line(this);
    }

    @Override
    public FittedImputer withoutRows() {
        return new FittedImputer(step, reads, numbers, texts, Provenance.UNKNOWN);
    }

    @Override
    public Table sharing(Table table) {
        var columns = reads.stream().map(read -> Tables.column(table, read.name())).toList();
        for (int i = 0; i < columns.size(); i++) {
            Columns.check(reads.get(i), columns.get(i), step.name());
        }
        var filled =
                EachColumn.<Column<?>>of(
                        columns.size(), table.rowCount(), i -> filled(columns.get(i)));
        Map<String, List<Column<?>>> instead = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            instead.put(columns.get(i).name(), List.of(filled.get(i)));
        }
        return Columns.replaced(table, instead, step.name());
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

    /** A column that misses nothing stays as it is. */
    private Column<?> filled(Column<?> column) {
        double usual = numbers.getOrDefault(column.name(), Double.NaN);
        if (column instanceof StringColumn values) {
            return filled(values, texts.getOrDefault(column.name(), ""));
        }
        if (column instanceof BooleanColumn flags) {
            return filled(flags, usual == 1);
        }
        // Always of fractions, so that what follows sees one type whether cells are missing or not.
        if (column instanceof DoubleColumn numbers) {
            return filled(numbers, usual);
        }
        var numbers = (NumericColumn<?>) column;
        var reals = DoubleColumn.create(column.name(), Tables.doubles(numbers));
        return ColumnArrays.printedAs(numbers, filled(reals, usual));
    }

    private static StringColumn filled(StringColumn values, String usual) {
        if (Tables.countMissing(values) == 0) {
            return values;
        }
        var filled = StringColumn.create(values.name());
        for (int row = 0; row < values.size(); row++) {
            filled.append(Tables.isMissing(values, row) ? usual : values.get(row));
        }
        return filled;
    }

    private static BooleanColumn filled(BooleanColumn flags, boolean usual) {
        var filled = flags;
        for (int row = 0; row < flags.size(); row++) {
            if (flags.isMissing(row)) {
                filled = filled == flags ? flags.copy() : filled;
                filled.set(row, usual);
            }
        }
        return filled;
    }

    /** Over the arrays: of a million cells nothing is asked one by one. */
    private static DoubleColumn filled(DoubleColumn numbers, double usual) {
        int first = nextMissing(ColumnArrays.of(numbers), 0, numbers.size());
        if (first == numbers.size()) {
            return numbers;
        }
        var filled = numbers.copy();
        var values = ColumnArrays.of(filled);
        for (int row = first;
                row < filled.size();
                row = nextMissing(values, row + 1, filled.size())) {
            values[row] = usual;
        }
        return filled;
    }

    private static int nextMissing(double[] values, int from, int to) {
        int row = from;
        while (row < to && !Double.isNaN(values[row])) {
            row++;
        }
        return row;
    }
}
