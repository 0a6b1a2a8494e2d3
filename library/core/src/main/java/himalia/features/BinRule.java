package himalia.features;

import himalia.model.Feature;
import himalia.onnx.OnnxType;
import himalia.onnx.OnnxValue;
import himalia.table.ColumnNames;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

/**
 * The range that a number is in.
 *
 * @param edges where ranges begin and end
 * @param names a column for each range, or none for their numbers
 */
record BinRule(double[] edges, List<String> names) implements ColumnRule {
    BinRule {
        names = List.copyOf(names);
    }

    /** Returns the same with a column for each range. */
    BinRule named(String column, ColumnNames taken) {
        return new BinRule(
                edges,
                IntStream.range(0, bins()).mapToObj(i -> taken.add(column + "_" + i)).toList());
    }

    private int bins() {
        return edges.length - 1;
    }

    private int bin(double value) {
        int bin = 0;
        while (bin < bins() - 1 && value >= edges[bin + 1]) {
            bin++;
        }
        return bin;
    }

    @Override
    public boolean isOfNumbers() {
        return true;
    }

    @Override
    public List<Column<?>> apply(Column<?> column) {
        var numbers = Tables.doubles((NumericColumn<?>) column);
        if (names.isEmpty()) {
            for (int row = 0; row < numbers.length; row++) {
                numbers[row] = Double.isNaN(numbers[row]) ? Double.NaN : bin(numbers[row]);
            }
            return List.of(DoubleColumn.create(column.name(), numbers));
        }
        var flags = new double[bins()][numbers.length];
        for (int row = 0; row < numbers.length; row++) {
            if (!Double.isNaN(numbers[row])) {
                flags[bin(numbers[row])][row] = 1;
            }
        }
        var columns = new ArrayList<Column<?>>();
        for (int i = 0; i < flags.length; i++) {
            columns.add(DoubleColumn.create(names.get(i), flags[i]));
        }
        return columns;
    }

    @Override
    public Map<String, String> sql(Feature feature) {
        var number = SqlText.number(feature);
        if (names.isEmpty()) {
            var cases = new StringBuilder("CASE WHEN " + number + " IS NULL THEN NULL");
            for (int i = 1; i < bins(); i++) {
                cases.append(
                        " WHEN %s < %s THEN %d".formatted(number, SqlText.number(edges[i]), i - 1));
            }
            return Map.of(feature.name(), cases + " ELSE " + (bins() - 1) + " END");
        }
        var columns = new LinkedHashMap<String, String>();
        for (int i = 0; i < bins(); i++) {
            var from = i == 0 ? "true" : number + " >= " + SqlText.number(edges[i]);
            var to = i == bins() - 1 ? "true" : number + " < " + SqlText.number(edges[i + 1]);
            columns.put(
                    names.get(i),
                    "CASE WHEN %s IS NOT NULL AND %s AND %s THEN 1 ELSE 0 END"
                            .formatted(number, from, to));
        }
        return columns;
    }

    @Override
    public Map<String, OnnxValue> onnx(Feature feature, OnnxValue column) {
        var graph = column.graph();
        var bin = OnnxParts.stretch(column, Arrays.copyOf(edges, bins()));
        if (names.isEmpty()) {
            var number =
                    column.isMissing().choose(graph.number(Double.NaN), bin.as(OnnxType.NUMBER));
            return Map.of(feature.name(), number);
        }
        // Behind the bins stands a row for what is missing.
        var flags = new double[bins() + 1][bins()];
        for (int i = 0; i < bins(); i++) {
            flags[i][i] = 1;
        }
        var place = column.isMissing().choose(graph.integer(bins()), bin);
        return OnnxParts.named(names, place.rowsOf(graph.table(flags), "the bin of a number"));
    }
}
