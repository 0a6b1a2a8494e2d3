package himalia.featurestore;

import himalia.table.Tables;
import java.util.Map;
import java.util.Objects;
import tech.tablesaw.columns.Column;

/**
 * What a view says for the rows that ask, wherever it was looked up.
 *
 * @param columns of its features, a cell for each row that asks
 * @param times of the events that were found, past their time to live or not
 * @param tooOld which of them are past it, and have no value
 */
record Found(Map<String, Column<?>> columns, long[] times, boolean[] tooOld) {
    /** Returns how one cell came about. */
    FieldStatus status(String feature, int row) {
        if (times[row] == Moments.MISSING) {
            return FieldStatus.NOT_FOUND;
        }
        if (tooOld[row]) {
            return FieldStatus.OUTSIDE_MAX_AGE;
        }
        var column = Objects.requireNonNull(columns.get(feature));
        return Tables.isMissing(column, row) ? FieldStatus.NULL_VALUE : FieldStatus.PRESENT;
    }

    /** The one place that says when a value is too old: a value of just the age is not. */
    static boolean isTooOld(FeatureView view, long at, long event) {
        long age = at - event;
        // Of more than three hundred years the difference has no room, and is negative.
        return view.ttlNanos() != Long.MAX_VALUE && (age < 0 || age > view.ttlNanos());
    }
}
