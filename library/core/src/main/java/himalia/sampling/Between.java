package himalia.sampling;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import tech.tablesaw.api.NumericColumn;

/** Rows on the way from one row to another. */
record Between(List<NumericColumn<?>> columns, Draft draft) implements MadePoints {
    @Override
    public IntToDoubleFunction column(int feature) {
        var column = columns.get(feature);
        return entry ->
                Draft.between(
                        column.getDouble(draft.from(entry)),
                        column.getDouble(draft.to(entry)),
                        draft.at(entry));
    }

    /** A loop over arrays, which is fast from the first time on. */
    @Override
    public void fill(int feature, double[] values, int[] entries, int begin, double[] numbers) {
        draft.between(values, entries, begin, numbers);
    }
}
