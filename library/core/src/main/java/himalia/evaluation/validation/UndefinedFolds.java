package himalia.evaluation.validation;

import himalia.evaluation.Metric;
import himalia.evaluation.Report;
import himalia.evaluation.folds.Fold;
import himalia.evaluation.folds.FoldAdvice;
import himalia.model.Labels;
import himalia.model.Predictions;
import himalia.model.Target;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** Folds that lack a class among the rows that they are judged by, and metrics that are undefined there. */
final class UndefinedFolds {
    /** Classes that a metric is asked about. */
    private static final int MOST = 50;

    private UndefinedFolds() {}

    /**
     * Refuses a metric that is undefined even where all rows of a fold are predicted right.
     *
     * @throws IllegalArgumentException naming the fold, what it lacks, and what gives it that
     */
    static void refuse(Metric metric, List<Fold> folds, FoldAdvice advice) {
        var table = advice.table();
        var label = advice.label();
        boolean ofNumbers = metric.judges().orElse(Target.Kind.NUMBERS) == Target.Kind.NUMBERS;
        if (ofNumbers && table.column(label) instanceof NumericColumn<?> numbers) {
            UndefinedNumbers.refuse(metric, numbers, folds);
        }
        Labels labels;
        try {
            labels = Labels.toLearn(table, label);
        } catch (IllegalArgumentException noClasses) {
            return;
        }
        var all = labels.counts();
        for (int fold = 0; fold < folds.size(); fold++) {
            var first = firstRows(labels, folds.get(fold).testRows());
            int lacking = lacking(first, all);
            if (lacking >= 0 && isUndefined(metric, labels, first, lacking, table, label)) {
                throw new IllegalArgumentException(
                        "%s is undefined in fold %d of %d, which is judged by no row of class '%s': %s"
                                .formatted(
                                        metric.name(),
                                        fold,
                                        folds.size(),
                                        labels.classes().get(lacking),
                                        advice.text("take another metric")));
            }
        }
    }

    /** Returns a row of each class; -1 where it has none. */
    private static int[] firstRows(Labels labels, int[] rows) {
        var first = new int[labels.classes().size()];
        Arrays.fill(first, -1);
        for (int row : rows) {
            int code = labels.code(row);
            first[code] = first[code] < 0 ? row : first[code];
        }
        return first;
    }

    /** Returns the rarest class without a row; -1 where each has one. */
    private static int lacking(int[] first, int[] all) {
        return IntStream.range(0, first.length)
                .filter(code -> first[code] < 0)
                .reduce((one, other) -> all[other] < all[one] ? other : one)
                .orElse(-1);
    }

    /** Where all is right, one row of a class tells as much as many, and some classes as much as thousands. */
    private static boolean isUndefined(
            Metric metric, Labels labels, int[] first, int lacking, Table table, String label) {
        var asked =
                IntStream.range(0, first.length)
                        .filter(k -> metric.name().endsWith("(" + labels.classes().get(k) + ")"));
        var kept =
                Stream.of(
                                IntStream.of(lacking),
                                asked,
                                IntStream.range(0, first.length).filter(k -> first[k] >= 0),
                                IntStream.range(0, first.length))
                        .flatMapToInt(codes -> codes)
                        .distinct()
                        .limit(MOST)
                        .sorted()
                        .toArray();
        var having = IntStream.of(kept).filter(k -> first[k] >= 0).toArray();
        var right =
                IntStream.of(having)
                        .mapToObj(
                                k -> IntStream.of(kept).mapToDouble(j -> j == k ? 1 : 0).toArray())
                        .toArray(double[][]::new);
        var classes = IntStream.of(kept).mapToObj(labels.classes()::get).toList();
        var test = Tables.rows(table, IntStream.of(having).map(k -> first[k]).toArray());
        try {
            var report = Report.of(Predictions.of(classes, right), test, label);
            return Double.isNaN(metric.of(report));
        } catch (IllegalArgumentException ofAnotherKind) {
            return false;
        }
    }
}
