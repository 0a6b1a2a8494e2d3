package himalia.training;

import himalia.model.NumericLabel;
import himalia.model.Schema;
import himalia.model.UnfitCell;
import java.util.Arrays;

/** Numbers that XGBoost, which computes with floats, can take. */
final class FloatRange {
    private FloatRange() {}

    /** Returns the rows as they are, if each of their numbers is one as a float. */
    static double[][] checked(Schema schema, double[][] rows) {
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                if (Float.isInfinite((float) rows[i][j])) {
                    var name = schema.features().get(j).name();
                    throw new UnfitCell(
                            name,
                            i,
                            "is %s, and the model takes numbers up to 3.4E38".formatted(rows[i][j]),
                            tooLarge("column '" + name + "'", i, rows[i][j]));
                }
            }
        }
        return rows;
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
     * Returns the unit in which small distances are learnt: XGBoost makes no split that gains less than a millionth, whatever
     * the numbers are measured in. It is a power of two, so that no digit changes.
     */
    private static double unit(NumericLabel label, double mean) {
        double largest =
                Arrays.stream(label.values()).map(value -> Math.abs(value - mean)).max().orElse(0);
        return largest == 0 || largest >= 1 ? 1 : Math.scalb(1.0, Math.getExponent(largest));
    }

    /** Returns how far each number is from the mean: floats of what lies close together far from 0 are all one. */
    static float[] distances(NumericLabel label, XgboostModel.Scale scale) {
        var distances = new float[label.values().length];
        for (int row = 0; row < distances.length; row++) {
            distances[row] = (float) ((label.values()[row] - scale.middle()) / scale.unit());
            if (Float.isInfinite(distances[row])) {
                throw new IllegalArgumentException(
                        tooLarge("label '" + label.name() + "'", row, label.values()[row]));
            }
        }
        return distances;
    }

    private static String tooLarge(String what, int row, double value) {
        return ("%s has %s in row %d, and XGBoost takes numbers up to 3.4E38 only; divide it by something, or drop that row"
                .formatted(what, value, row));
    }
}
