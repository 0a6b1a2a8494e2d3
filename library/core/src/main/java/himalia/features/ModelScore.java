package himalia.features;

import himalia.model.Labels;
import himalia.model.NumberPredictions;
import himalia.model.NumericLabel;
import himalia.model.Predictions;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/** One number for how well a model does: the share of rows that it tells right, or R². */
final class ModelScore {
    private ModelScore() {}

    static double of(Predictions predictions, Table table, String label) {
        if (predictions instanceof NumberPredictions numbers) {
            return explained(numbers.numbers(), NumericLabel.of(table, label).values());
        }
        var classes = predictions.classes();
        var labels = Labels.toCompare(table, label, classes);
        int right = 0;
        for (int row = 0; row < labels.size(); row++) {
            right += predictions.label(row).equals(classes.get(labels.code(row))) ? 1 : 0;
        }
        return right / (double) labels.size();
    }

    /** Returns the mean over the classes that occur of the share of their rows that are told right. */
    static double balanced(Predictions predictions, Table table, String label) {
        var classes = predictions.classes();
        var labels = Labels.toCompare(table, label, classes);
        var right = new double[classes.size()];
        var all = new double[classes.size()];
        for (int row = 0; row < labels.size(); row++) {
            int code = labels.code(row);
            all[code]++;
            right[code] += predictions.label(row).equals(classes.get(code)) ? 1 : 0;
        }
        return IntStream.range(0, all.length)
                .filter(code -> all[code] > 0)
                .mapToDouble(code -> right[code] / all[code])
                .average()
                .orElse(Double.NaN);
    }

    private static double explained(double[] predicted, double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double missed = 0;
        double all = 0;
        for (int row = 0; row < values.length; row++) {
            missed += (values[row] - predicted[row]) * (values[row] - predicted[row]);
            all += (values[row] - mean) * (values[row] - mean);
        }
        return all == 0 ? 0 : 1 - missed / all;
    }
}
