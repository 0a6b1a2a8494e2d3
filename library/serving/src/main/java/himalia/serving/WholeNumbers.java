package himalia.serving;

import com.google.gson.JsonElement;
import himalia.model.Feature;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.columns.Column;

/** Columns of the kind that a feature was learnt from, out of cells that were read as numbers; NaN is missing. */
final class WholeNumbers {
    private WholeNumbers() {}

    /** Returns a column of ints; of doubles where a cell is none, as a table with such a cell would have. */
    static Column<?> ints(Feature feature, double[] values) {
        boolean fit =
                Arrays.stream(values)
                        .allMatch(
                                value ->
                                        Double.isNaN(value)
                                                || (value == (int) value
                                                        && value > Integer.MIN_VALUE));
        if (!fit) {
            return DoubleColumn.create(feature.name(), values);
        }
        var column = IntColumn.create(feature.name());
        for (double value : values) {
            if (Double.isNaN(value)) {
                column.appendMissing();
            } else {
                column.append((int) value);
            }
        }
        return column;
    }

    /**
     * Returns a column of longs; of doubles where a cell is none.
     *
     * @param cells as they were sent: a long has more digits than a double
     */
    static Column<?> longs(Feature feature, double[] values, List<JsonElement> cells) {
        var column = LongColumn.create(feature.name());
        for (int row = 0; row < values.length; row++) {
            double value = values[row];
            if (Double.isNaN(value)) {
                column.appendMissing();
            } else if (value == (long) value && Math.abs(value) < 1L << 53) {
                column.append((long) value);
            } else {
                long whole;
                try {
                    whole = new BigDecimal(cells.get(row).getAsString()).longValueExact();
                } catch (ArithmeticException fraction) {
                    return DoubleColumn.create(feature.name(), values);
                }
                if (whole == Long.MIN_VALUE) {
                    throw Refusal.bad(
                            "input '%s', row %d: it is %d, which marks a missing value in a column of whole numbers; send null for one, or another number"
                                    .formatted(feature.name(), row, whole));
                }
                column.append(whole);
            }
        }
        return column;
    }

    /** Returns a column of truths, sent as such or as 0 and 1. */
    static Column<?> truths(Feature feature, double[] values) {
        var column = BooleanColumn.create(feature.name());
        for (int row = 0; row < values.length; row++) {
            double value = values[row];
            if (Double.isNaN(value)) {
                column.appendMissing();
            } else if (value == 0 || value == 1) {
                column.append(value == 1);
            } else {
                throw Refusal.bad(
                        "input '%s', row %d: it is %s, and the model takes true and false; send them as datatype BOOL, or 0 and 1"
                                .formatted(feature.name(), row, value));
            }
        }
        return column;
    }
}
