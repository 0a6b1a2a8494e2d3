package himalia.evaluation.costs;

import himalia.display.bundle.Escape;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import himalia.display.bundle.Visible;
import himalia.display.grid.Grid;
import himalia.display.grid.GridOptions;

/**
 * Shows a threshold, and what it gave on the rows that it was chosen by.
 *
 * <pre>{@code
 * display(ThresholdTuner.of(model, others).toF1());
 * }</pre>
 */
public final class OperatingPointRenderer implements Renderer<OperatingPoint> {
    @Override
    public Class<OperatingPoint> type() {
        return OperatingPoint.class;
    }

    @Override
    public MimeBundle render(OperatingPoint point) {
        var headline = Visible.line(point.headline());
        var grid = Grid.of(new OperatingPointGrid(point)).with(GridOptions.DEFAULT.precision(4));
        return MimeBundle.plain(headline + "\n\n" + grid.text())
                .html(Escape.verbatim("<p>" + Escape.html(headline) + "</p>") + grid.html());
    }
}
