package himalia.evaluation.explanation;

import himalia.display.bundle.Displayable;
import himalia.display.chart.Chart;

/**
 * Something that explains a model, drawn where it is the value of a cell.
 *
 * <pre>{@code
 * Explanation why = PartialDependence.of(model, test, "age");
 * why.chart()
 * }</pre>
 */
public sealed interface Explanation extends Displayable
        permits PermutationImportance, PartialDependence, ShapValues, TreeView {
    /** Draws it. */
    Chart chart();
}
