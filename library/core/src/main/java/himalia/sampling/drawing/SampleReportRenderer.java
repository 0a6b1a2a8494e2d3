package himalia.sampling.drawing;

import himalia.display.bundle.Escape;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import himalia.display.bundle.Visible;
import himalia.display.grid.Grid;

/**
 * Shows what a sample has too few of, and the shares of all values.
 *
 * <pre>{@code
 * display(SampleReport.of(test, table));
 * }</pre>
 */
public final class SampleReportRenderer implements Renderer<SampleReport> {
    @Override
    public Class<SampleReport> type() {
        return SampleReport.class;
    }

    @Override
    public MimeBundle render(SampleReport report) {
        var headline = Visible.line(report.headline());
        var grid = Grid.of(new SampleReportGrid(report));
        return MimeBundle.plain(headline + "\n\n" + grid.text())
                .html(Escape.verbatim("<p>" + Escape.html(headline) + "</p>") + grid.html());
    }
}
