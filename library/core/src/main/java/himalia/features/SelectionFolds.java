package himalia.features;

import himalia.display.bundle.Amount;
import himalia.evaluation.Scoring;
import himalia.evaluation.folds.KFold;
import himalia.evaluation.folds.StratifiedKFold;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.Target;
import himalia.model.Trainer;
import himalia.table.Tables;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Folds on which selections judge models, with the same shares of classes in each; their rows are not mixed.
 *
 * @param fold the fold of each row
 */
record SelectionFolds(int[] fold) {
    /** What the trainer makes of the label says whether it is of classes; the number of different values does not. */
    static SelectionFolds of(
            Trainer trainer, Table table, List<String> names, String label, int folds) {
        try (var model = trainer.fit(SelectedColumns.of(trainer, table, names, label), label)) {
            Target.checkLabelled(model, "a selection of columns");
            return new SelectionFolds(
                    model.schema().target() instanceof Target.Classes
                            ? new StratifiedKFold(folds)
                                    .foldOfEach(Labels.toLearn(table, label).codes())
                            : new KFold(folds).foldOfEach(table.rowCount()));
        }
    }

    /**
     * Returns how good a model is of which a fold's rows are unseen.
     *
     * @throws IllegalArgumentException if that is undefined, and so the best of several
     */
    static double score(Scoring scoring, Model model, Table test, String label, int each) {
        double score = scoring.score(model.predict(test), test, label);
        if (Double.isNaN(score)) {
            throw new IllegalArgumentException(
                    "%s is undefined in fold %d, which is judged by %s; take fewer folds, or another scoring"
                            .formatted(scoring, each, Amount.of(test.rowCount(), "row")));
        }
        return score;
    }

    /** Returns the rows of a fold. */
    Table in(Table rows, int each) {
        return Tables.rows(rows, places(each, true));
    }

    /** Returns all other rows. */
    Table outside(Table rows, int each) {
        return Tables.rows(rows, places(each, false));
    }

    private int[] places(int each, boolean isIn) {
        return IntStream.range(0, fold.length).filter(row -> (fold[row] == each) == isIn).toArray();
    }
}
