package himalia.features;

import himalia.model.Feature;
import himalia.onnx.OnnxValue;
import himalia.table.Tables;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

/** A rule that makes a number of a number; a missing one stays missing. */
interface NumberRule extends ColumnRule {
    /** Returns what becomes of a number, NaN where it is missing. */
    double apply(double value);

    /** Returns the same in SQL. */
    String sql(String number);

    /** Returns the same as a value of a graph. */
    OnnxValue onnx(OnnxValue number);

    @Override
    default boolean isOfNumbers() {
        return true;
    }

    @Override
    default List<Column<?>> apply(Column<?> column) {
        var values = Tables.doubles((NumericColumn<?>) column);
        apply(values);
        return List.of(DoubleColumn.create(column.name(), values));
    }

    /** Puts what becomes of them in the place of numbers. */
    default void apply(double[] values) {
        apply(values, 0, values.length);
    }

    /** Puts what becomes of some of them in their place. */
    default void apply(double[] values, int from, int to) {
        for (int row = from; row < to; row++) {
            values[row] = Double.isNaN(values[row]) ? Double.NaN : apply(values[row]);
        }
    }

    @Override
    default Map<String, String> sql(Feature feature) {
        return Map.of(feature.name(), sql(SqlText.number(feature)));
    }

    @Override
    default Map<String, OnnxValue> onnx(Feature feature, OnnxValue column) {
        return Map.of(feature.name(), onnx(column));
    }
}
