package himalia.features;

import himalia.model.Labels;
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
        try (var model = trainer.fit(SelectedColumns.of(table, names, label), label)) {
            var codes = new int[0];
            if (model.schema().target() instanceof Target.Classes) {
                var labels = Labels.toLearn(table, label);
                codes = IntStream.range(0, labels.size()).map(labels::code).toArray();
            }
            double[][] numbers = {new double[table.rowCount()]};
            return new SelectionFolds(
                    TargetFolds.of(new TargetNumbers(numbers, List.of(), codes), folds, false, 0));
        }
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
