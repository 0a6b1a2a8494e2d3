package himalia.evaluation.validation;

import himalia.evaluation.Evaluation;
import himalia.evaluation.Metric;
import himalia.evaluation.RankingReport;
import himalia.evaluation.RegressionReport;
import himalia.evaluation.Report;
import himalia.evaluation.folds.Fold;
import himalia.evaluation.folds.FoldAdvice;
import himalia.evaluation.folds.Splitter;
import himalia.model.ClassPredictions;
import himalia.model.Labels;
import himalia.model.Predictions;
import himalia.model.Target;
import himalia.model.Trainer;
import himalia.table.Tables;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A fold whose model was trained, and what it says of the rows it is judged by.
 *
 * @param members stands for these rows and their labels
 */
record JudgedFold(
        Fold fold,
        Predictions predictions,
        Evaluation test,
        Duration fit,
        Duration predict,
        int members) {
    /**
     * Trains and judges a model.
     *
     * @param all the classes of the whole table, asked for where there are some
     */
    static JudgedFold of(
            Trainer trainer,
            Table table,
            Fold fold,
            int number,
            FoldAdvice advice,
            Supplier<List<String>> all) {
        var label = advice.label();
        var train = fold.train(table);
        var test = fold.test(table);
        var learning = new FoldRows(fold::trainRows, "fold %d learns from".formatted(number));
        var judging = new FoldRows(fold::testRows, "fold %d is judged by".formatted(number));
        var classes = FoldClasses.of(number, advice);
        long begin = System.nanoTime();
        try (var model =
                classes.told(
                        train,
                        label,
                        () -> learning.toldBy(trainer, () -> trainer.fit(train, label)))) {
            long fitted = System.nanoTime();
            Target.checkLabelled(model, "CrossValidation");
            var predictions = ofAllClasses(judging.told(() -> model.predict(test)), all);
            var end = System.nanoTime();
            return new JudgedFold(
                    fold,
                    predictions,
                    judged(trainer, predictions, test, label),
                    Duration.ofNanos(fitted - begin),
                    Duration.ofNanos(end - fitted),
                    members(fold.testRows(), test.column(label)));
        }
    }

    /** Returns how good the model is by some metrics; by those that a report shows where none is named. */
    FoldScores scores(List<Metric> metrics) {
        var values = new LinkedHashMap<String, Double>();
        if (metrics.isEmpty()) {
            values.putAll(test.metrics());
        }
        for (var metric : metrics) {
            values.put(metric.name(), metric.of(test));
        }
        return new FoldScores(values, fold.trainSize(), fold.testSize(), fit, predict, members);
    }

    /** Two tables of as many rows are told from each other by their labels. */
    private static int members(int[] rows, Column<?> labels) {
        int sum = Arrays.hashCode(rows);
        for (int row = 0; row < rows.length; row++) {
            sum = 31 * sum + labels.getUnformattedString(row).hashCode();
        }
        return sum;
    }

    /**
     * Judges a model by the rows it learnt from, then by those it did not: what is between both is overfitting.
     *
     * @param classes whose rows it learns from
     */
    static List<Evaluation> trainAndTest(
            Trainer trainer,
            Table table,
            String label,
            Splitter splitter,
            int[] train,
            int[] test,
            FoldClasses classes) {
        var features = CrossValidation.features(trainer, table, label, splitter);
        TornQueries.refuse(trainer, table, splitter, List.of(Fold.of(train, test)));
        return LeftColumns.of(trainer, splitter)
                .told(() -> trainAndTest(trainer, features, label, train, test, classes));
    }

    private static List<Evaluation> trainAndTest(
            Trainer trainer,
            Table table,
            String label,
            int[] train,
            int[] test,
            FoldClasses classes) {
        var rows = Tables.rows(table, train);
        var learning = new FoldRows(() -> train, "a model learns from");
        var judging = new FoldRows(() -> test, "a model is judged by");
        try (var model =
                classes.told(
                        rows,
                        label,
                        () -> learning.toldBy(trainer, () -> trainer.fit(rows, label)))) {
            Target.checkLabelled(model, "CrossValidation");
            var others = Tables.rows(table, test);
            Supplier<List<String>> all = () -> Labels.toLearn(table, label).classes();
            return List.of(
                    judged(
                            trainer,
                            ofAllClasses(learning.told(() -> model.predict(rows)), all),
                            rows,
                            label),
                    judged(
                            trainer,
                            ofAllClasses(judging.told(() -> model.predict(others)), all),
                            others,
                            label));
        }
    }

    static Evaluation judged(Trainer trainer, Predictions predictions, Table test, String label) {
        var query = trainer.ranksWithin();
        if (query.isPresent()) {
            return RankingReport.of(predictions, test, label, query.get());
        }
        return predictions instanceof ClassPredictions
                ? Report.of(predictions, test, label)
                : RegressionReport.of(predictions, test, label);
    }

    /** A rare class may have no row to learn from in some fold; its probability is 0 there. */
    private static Predictions ofAllClasses(Predictions predictions, Supplier<List<String>> all) {
        return predictions instanceof ClassPredictions some
                ? some.withClasses(all.get())
                : predictions;
    }
}
