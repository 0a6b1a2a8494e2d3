package himalia.evaluation.validation;

import himalia.evaluation.Metric;
import himalia.evaluation.Report;
import himalia.evaluation.folds.Fold;
import himalia.model.Labels;
import himalia.model.Predictions;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/** Folds that lack a class among the rows that they are judged by, and metrics that are undefined there. */
final class UndefinedFolds {
    private UndefinedFolds() {}

    /**
     * Refuses a metric that is undefined even where all rows of a fold are predicted right.
     *
     * @throws IllegalArgumentException naming the fold, the class, and how many folds can have it
     */
    static void refuse(Metric metric, Table table, String label, List<Fold> folds) {
        Labels labels;
        try {
            labels = Labels.toLearn(table, label);
        } catch (IllegalArgumentException noClasses) {
            return;
        }
        for (int fold = 0; fold < folds.size(); fold++) {
            var rows = folds.get(fold).testRows();
            var counts = new int[labels.classes().size()];
            IntStream.of(rows).forEach(row -> counts[labels.code(row)]++);
            int lacking = lacking(counts, labels.counts());
            if (lacking >= 0 && isUndefined(metric, labels, rows, table, label)) {
                throw new IllegalArgumentException(
                        message(metric, labels, lacking, fold, folds.size()));
            }
        }
    }

    /** Returns the rarest class without a row; -1 where each has one. */
    private static int lacking(int[] counts, int[] all) {
        return IntStream.range(0, counts.length)
                .filter(code -> counts[code] == 0)
                .reduce((one, other) -> all[other] < all[one] ? other : one)
                .orElse(-1);
    }

    private static boolean isUndefined(
            Metric metric, Labels labels, int[] rows, Table table, String label) {
        int classes = labels.classes().size();
        var right =
                Arrays.stream(rows)
                        .mapToObj(
                                row ->
                                        IntStream.range(0, classes)
                                                .mapToDouble(k -> k == labels.code(row) ? 1 : 0)
                                                .toArray())
                        .toArray(double[][]::new);
        var test = Tables.rows(table, rows);
        try {
            var report = Report.of(Predictions.of(labels.classes(), right), test, label);
            return Double.isNaN(metric.of(report));
        } catch (IllegalArgumentException ofAnotherKind) {
            return false;
        }
    }

    private static String message(Metric metric, Labels labels, int lacking, int fold, int folds) {
        int rows = labels.counts()[lacking];
        return "%s is undefined in fold %d of %d, which is judged by no row of class '%s'; the table has %d of it: take %s another metric"
                .formatted(
                        metric.name(),
                        fold,
                        folds,
                        labels.classes().get(lacking),
                        rows,
                        rows < 2
                                ? "more rows, or"
                                : "a splitter whose folds all have rows of each class, such as StratifiedKFold of at most %d folds, or"
                                        .formatted(rows));
    }
}
