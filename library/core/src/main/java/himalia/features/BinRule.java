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
import java.util.stream.LongStream;
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
    private static final String STEP = "KBinsDiscretizer";

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
        int low = 0;
        int high = bins() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (value >= edges[middle]) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    @Override
    public boolean isOfNumbers() {
        return true;
    }

    @Override
    public List<Column<?>> apply(Column<?> column) {
        NumberColumns.refuseMissing((NumericColumn<?>) column, STEP);
        var numbers = Tables.doubles((NumericColumn<?>) column);
        if (names.isEmpty()) {
            Arrays.setAll(numbers, row -> bin(numbers[row]));
            return List.of(DoubleColumn.create(column.name(), numbers));
        }
        NewColumns.checkRoom(bins(), numbers.length, STEP);
        var flags = new double[bins()][numbers.length];
        for (int row = 0; row < numbers.length; row++) {
            flags[bin(numbers[row])][row] = 1;
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
            var cases = new StringBuilder("CASE");
            for (int i = 1; i < bins(); i++) {
                cases.append(
                        " WHEN %s < %s THEN %s".formatted(number, SqlText.number(edges[i]), i - 1));
            }
            cases.append(" ELSE " + (bins() - 1) + " END");
            var bin = bins() == 1 ? "0" : cases.toString();
            return Map.of(feature.name(), present(feature, bin));
        }
        var columns = new LinkedHashMap<String, String>();
        for (int i = 0; i < bins(); i++) {
            var from = i == 0 ? "true" : number + " >= " + SqlText.number(edges[i]);
            var to = i == bins() - 1 ? "true" : number + " < " + SqlText.number(edges[i + 1]);
            columns.put(
                    names.get(i),
                    present(feature, "CASE WHEN %s AND %s THEN 1 ELSE 0 END".formatted(from, to)));
        }
        return columns;
    }

    private static String present(Feature feature, String value) {
        return SqlText.present(List.of(feature), value, STEP);
    }

    @Override
    public Map<String, OnnxValue> onnx(Feature feature, OnnxValue column) {
        var graph = column.graph();
        var bin =
                OnnxParts.stretch(column, Arrays.copyOf(edges, bins()))
                        .refusing(column.isMissing(), STEP + " takes no missing cells");
        if (names.isEmpty()) {
            return Map.of(feature.name(), bin.as(OnnxType.NUMBER));
        }
        var places = graph.row(LongStream.range(0, bins()).toArray());
        return OnnxParts.named(names, bin.isEqual(places).as(OnnxType.NUMBER));
    }
}
