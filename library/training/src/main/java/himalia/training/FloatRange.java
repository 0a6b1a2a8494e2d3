package himalia.training;

import himalia.model.NumericLabel;
import himalia.model.Schema;
import himalia.model.UnfitCell;
import himalia.table.EachColumn;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.Table;

/** Numbers that XGBoost, which computes with floats, can take. */
final class FloatRange {
    /** The exponent of distances whose squares a float holds the sum of, for as many rows as there may be. */
    private static final int LARGE = 40;

    private FloatRange() {}

    /** Returns the rows as they are, if each of their numbers is one as a float. */
    static double[][] checked(Schema schema, double[][] rows) {
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                if (Float.isInfinite((float) rows[i][j])) {
                    throw unfit(schema, i, j, rows[i][j]);
                }
            }
        }
        return rows;
    }

    /** Returns the columns of a table, if each of their numbers is one as a float. */
    static List<double[]> columns(Schema schema, Table table) {
        var columns = schema.columns(table);
        var fits = EachColumn.of(columns.size(), table.rowCount(), j -> fits(columns.get(j)));
        if (fits.contains(false)) {
            // Whose first cell is named, in the order of the rows.
            checked(schema, schema.rows(table));
        }
        return columns;
    }

    /** Refuses a column to learn from whose numbers are all 0 as floats, though they are not: a tree would learn nothing of it. */
    static void refuseZeros(Schema schema, List<double[]> columns) {
        for (int j = 0; j < columns.size(); j++) {
            var values = columns.get(j);
            double largest = 0;
            for (int i = 0; i < values.length && (float) largest == 0; i++) {
                largest = Math.abs(values[i]) > largest ? Math.abs(values[i]) : largest;
            }
            if (largest != 0 && (float) largest == 0) {
                throw new IllegalArgumentException(
                        "column '%s' has numbers up to %s only, and XGBoost, which computes with floats, takes them all for 0; multiply it by something, or leave it out"
                                .formatted(schema.features().get(j).name(), largest));
            }
        }
    }

    private static boolean fits(double[] values) {
        for (double value : values) {
            if (Float.isInfinite((float) value)) {
                return false;
            }
        }
        return true;
    }

    private static UnfitCell unfit(Schema schema, int row, int feature, double value) {
        var name = schema.features().get(feature).name();
        return new UnfitCell(
                name,
                row,
                "is %s, and the model takes numbers up to 3.4E38".formatted(value),
                tooLarge("column '" + name + "'", row, value));
    }

    /** Returns what labels are measured from and in. */
    static XgboostModel.Scale scale(NumericLabel label) {
        double mean = mean(label);
        return new XgboostModel.Scale(mean, unit(label, mean));
    }

    private static double mean(NumericLabel label) {
        for (int row = 0; row < label.values().length; row++) {
            if (Float.isInfinite((float) label.values()[row])) {
                throw new IllegalArgumentException(
                        tooLarge("label '" + label.name() + "'", row, label.values()[row]));
            }
        }
        return Arrays.stream(label.values()).average().orElseThrow();
    }

    /**
     * Returns the unit in which distances are learnt that are small or large: XGBoost makes no split that gains less than a millionth,
     * whatever the numbers are measured in, and none whose gain, a sum of squares, no float holds. It is a power of two, so that no digit
     * changes.
     */
    private static double unit(NumericLabel label, double mean) {
        double largest =
                Arrays.stream(label.values()).map(value -> Math.abs(value - mean)).max().orElse(0);
        int exponent = Math.getExponent(largest);
        return largest == 0 || exponent >= 0 && exponent <= LARGE
                ? 1
                : Math.scalb(1.0, exponent < 0 ? exponent : exponent - LARGE);
    }

    /** Returns how far each number is from the mean: floats of what lies close together far from 0 are all one. */
    static float[] distances(NumericLabel label, XgboostModel.Scale scale) {
        var distances = new float[label.values().length];
        for (int row = 0; row < distances.length; row++) {
            distances[row] = (float) ((label.values()[row] - scale.middle()) / scale.unit());
        }
        return distances;
    }

    private static String tooLarge(String what, int row, double value) {
        return ("%s has %s in row %d, and XGBoost takes numbers up to 3.4E38 only; divide it by something, or drop that row"
                .formatted(what, value, row));
    }
}
