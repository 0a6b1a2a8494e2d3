package himalia.features;

import himalia.model.Feature;
import himalia.onnx.OnnxValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tech.tablesaw.columns.Column;

/** What becomes of one column, learnt from the rows to learn from; a record, so that a model file can hold it. */
interface ColumnRule {
    /** Returns whether it computes with numbers, of which none may be infinite. */
    default boolean isOfNumbers() {
        return false;
    }

    /** Returns the columns that stand in its place. */
    List<Column<?>> apply(Column<?> column);

    /** Returns the same as expressions in SQL, by the names of the columns that come, in order. */
    Map<String, String> sql(Feature feature);

    /** Returns the same as values of a graph, by the names of the columns that come, in order. */
    Map<String, OnnxValue> onnx(Feature feature, OnnxValue column);

    /** Returns a condition in SQL that ends a query of rows that are refused, where no expression does. */
    default Optional<String> refusal(Feature feature) {
        return Optional.empty();
    }

    /** Returns where rows are refused in a graph, where no column that comes does. */
    default Optional<OnnxValue> refused(Feature feature, OnnxValue column) {
        return Optional.empty();
    }
}
