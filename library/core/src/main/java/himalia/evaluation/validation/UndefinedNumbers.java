package himalia.evaluation.validation;

import himalia.display.bundle.Amount;
import himalia.evaluation.Metric;
import himalia.evaluation.RegressionReport;
import himalia.evaluation.folds.Fold;
import himalia.model.Predictions;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** Folds that are judged by one number alone, of which some metrics of numbers, such as R², have nothing to explain. */
final class UndefinedNumbers {
    private UndefinedNumbers() {}

    /**
     * Refuses a metric that is undefined there even where the number is predicted right.
     *
     * @throws IllegalArgumentException naming the fold, and how many folds have two rows each
     */
    static void refuse(Metric metric, NumericColumn<?> label, List<Fold> folds) {
        for (int fold = 0; fold < folds.size(); fold++) {
            var rows = folds.get(fold).testRows();
            if (Arrays.stream(rows).mapToDouble(label::getDouble).distinct().count() == 1) {
                if (isUndefined(metric, label, rows)) {
                    throw new IllegalArgumentException(
                            message(metric, rows.length, label.size(), fold, folds.size()));
                }
                // What is defined of one row is so of more.
                if (rows.length == 1) {
                    return;
                }
            }
        }
    }

    private static boolean isUndefined(Metric metric, NumericColumn<?> label, int[] rows) {
        var numbers = Arrays.stream(rows).mapToDouble(label::getDouble).toArray();
        var test = Tables.rows(Table.create(label.copy()), rows);
        try {
            return Double.isNaN(
                    metric.of(RegressionReport.of(Predictions.of(numbers), test, label.name())));
        } catch (IllegalArgumentException | ClassCastException ofAnotherKind) {
            return false;
        }
    }

    private static String message(Metric metric, int judging, int rows, int fold, int folds) {
        return "%s is undefined in fold %d of %d, which is judged by %s; %stake another metric, such as rmse"
                .formatted(
                        metric.name(),
                        fold,
                        folds,
                        judging == 1
                                ? "1 row, and needs two"
                                : Amount.of(judging, "row") + " of the same number",
                        rows < 4
                                ? ""
                                : judging == 1
                                        ? "take KFold of at most %d folds, or ".formatted(rows / 2)
                                        : "take fewer folds, or ");
    }
}
