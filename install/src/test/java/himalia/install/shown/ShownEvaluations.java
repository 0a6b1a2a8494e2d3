package himalia.install.shown;

import himalia.evaluation.Report;
import himalia.evaluation.card.ModelCard;
import himalia.evaluation.clustering.ClusterAgreement;
import himalia.evaluation.clustering.ClusterSeparation;
import himalia.evaluation.comparison.ModelComparison;
import himalia.evaluation.folds.StratifiedKFold;
import himalia.evaluation.slices.SimpsonsCheck;
import himalia.evaluation.slices.Slices;
import himalia.evaluation.validation.CrossValidation;
import himalia.training.LogisticRegression;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What is said of how good a model is, to be shown.
 *
 * @param text names a column, values and models
 */
record ShownEvaluations(String text) {
    private Table table() {
        return Table.create(
                text,
                DoubleColumn.create("x", 1, 1, 2, 2, 3, 3, 4, 4),
                StringColumn.create(text, text, "b", text, "b", text, "b", text, "b"),
                StringColumn.create("y", "no", "no", "no", text, "no", text, text, text));
    }

    private LogisticRegression trainer() {
        return new LogisticRegression(1.0);
    }

    private Report report() {
        return Report.of(trainer().fit(table().rejectColumns(text), "y"), table());
    }

    /** Returns all of them by what they are. */
    Map<String, Object> all() {
        var table = table();
        var folds = new StratifiedKFold(2, 42);
        var learnt = table.rejectColumns(text);
        var cv = CrossValidation.of(trainer(), learnt, "y", folds);
        var scores = cv.scores("accuracy", "log_loss");
        var model = trainer().fit(learnt, "y");
        var slices = Slices.of(report(), table, "accuracy", text);
        return Map.of(
                "slices", slices,
                "Simpson's check", SimpsonsCheck.ofRates(table, "y", "no", text, "x"),
                "model card",
                        ModelCard.of(model, table)
                                .named(text)
                                .with(ModelCard.Section.INTENDED_USE, text)
                                .with(slices),
                "agreement of groups", ClusterAgreement.of(table, text, "y"),
                "separation of groups", ClusterSeparation.of(table, text, "x"),
                "cross-validation", cv,
                "scores of folds", scores,
                "comparison of trainers",
                        new ModelComparison("accuracy", Map.of(text, scores, "other", scores)),
                "ROC curve", report().scores("no").roc(),
                "calibration curve", report().calibration(5));
    }
}
