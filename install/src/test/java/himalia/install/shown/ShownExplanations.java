package himalia.install.shown;

import himalia.evaluation.explanation.PartialDependence;
import himalia.evaluation.explanation.PermutationImportance;
import himalia.evaluation.explanation.ShapValues;
import himalia.evaluation.explanation.TreeView;
import himalia.model.Model;
import himalia.training.GradientBoosting;
import himalia.training.KMeans;
import himalia.training.RandomForest;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What explains a model, to be shown.
 *
 * @param text names a column and a class
 */
record ShownExplanations(String text) {
    private Table table() {
        return Table.create(
                text,
                DoubleColumn.create(text, 1, 1, 2, 2, 3, 3, 4, 4),
                DoubleColumn.create("x", 5, 4, 1, 2, 2, 3, 1, 0),
                StringColumn.create("y", "no", "no", "no", text, "no", text, text, text));
    }

    /** Returns all of them by what they are. */
    Map<String, Object> all() {
        var table = table();
        Model forest = new RandomForest(3, 42).fit(table, "y");
        var shap = ShapValues.of(forest, table);
        var dependence = PartialDependence.of(forest, table, text);
        var boosted = new GradientBoosting(2, 42).fit(table, "y");
        return Map.of(
                "mixed columns", PermutationImportance.of(forest, table, "y", 3, 42),
                "dependence", dependence,
                "dependence by row", dependence.withRows(),
                "SHAP values", shap,
                "SHAP values of a row", ShapValues.of(forest, table.first(1)),
                "bars of SHAP values", shap.bar(),
                "tree", TreeView.of(forest),
                "boosted tree", TreeView.of(boosted),
                "groups", new KMeans(2, 42).fit(table.rejectColumns("y")));
    }
}
