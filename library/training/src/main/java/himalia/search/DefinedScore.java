package himalia.search;

import himalia.evaluation.Metric;
import himalia.evaluation.Report;
import himalia.model.Labels;
import himalia.model.Predictions;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/** Metrics that rows leave undefined, such as {@code roc_auc} of one class. */
final class DefinedScore {
    /** Whole numbers that a regressor predicts look like classes; nobody judges a population by more. */
    private static final int MOST = 50;

    private DefinedScore() {}

    /**
     * Refuses a metric that is undefined even where all rows are predicted right.
     *
     * @throws IllegalArgumentException naming the class that no row has
     */
    static void check(Metric metric, Table train, String label, Table validation) {
        Labels labels;
        double right;
        try {
            labels = Labels.toCompare(validation, label, Labels.toLearn(train, label).classes());
            if (labels.classes().size() > MOST) {
                return;
            }
            right = metric.of(Report.of(right(labels), validation, label));
        } catch (IllegalArgumentException ofNumbers) {
            return;
        }
        var counts = labels.counts();
        var lacking = IntStream.range(0, counts.length).filter(k -> counts[k] == 0).findFirst();
        if (Double.isNaN(right) && lacking.isPresent()) {
            throw new IllegalArgumentException(
                    "%s is undefined on the validation rows, of which none is of class '%s'; take rows of each class, or another metric"
                            .formatted(metric.name(), labels.classes().get(lacking.getAsInt())));
        }
    }

    private static Predictions right(Labels labels) {
        int width = labels.classes().size();
        return Predictions.of(
                labels.classes(),
                IntStream.range(0, labels.size())
                        .mapToObj(
                                row -> {
                                    var right = new double[width];
                                    right[labels.code(row)] = 1;
                                    return right;
                                })
                        .toArray(double[][]::new));
    }
}
