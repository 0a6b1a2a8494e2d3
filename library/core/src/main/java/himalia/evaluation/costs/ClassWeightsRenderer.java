package himalia.evaluation.costs;

import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import himalia.display.grid.Grid;
import himalia.display.grid.GridOptions;

/**
 * Shows the weight of each class.
 *
 * <pre>{@code
 * display(ClassWeights.balanced(train, "churned"));
 * }</pre>
 */
public final class ClassWeightsRenderer implements Renderer<ClassWeights> {
    @Override
    public Class<ClassWeights> type() {
        return ClassWeights.class;
    }

    @Override
    public MimeBundle render(ClassWeights weights) {
        var grid = Grid.of(new ClassWeightsGrid(weights)).with(GridOptions.DEFAULT.precision(4));
        return MimeBundle.plain(grid.text()).html(grid.html());
    }
}
