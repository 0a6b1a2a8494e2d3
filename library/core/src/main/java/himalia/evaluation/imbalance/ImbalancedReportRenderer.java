package himalia.evaluation.imbalance;

import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import himalia.display.grid.Grid;
import himalia.display.grid.GridOptions;

/**
 * Shows a report on rare classes as a table.
 *
 * <pre>{@code
 * display(ImbalancedReport.of(report));
 * }</pre>
 */
public final class ImbalancedReportRenderer implements Renderer<ImbalancedReport> {
    @Override
    public Class<ImbalancedReport> type() {
        return ImbalancedReport.class;
    }

    @Override
    public MimeBundle render(ImbalancedReport report) {
        var grid = Grid.of(new ImbalancedGrid(report)).with(GridOptions.DEFAULT.precision(4));
        return MimeBundle.plain(grid.text()).html(grid.html());
    }
}
