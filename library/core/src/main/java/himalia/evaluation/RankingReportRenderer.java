package himalia.evaluation;

import himalia.display.bundle.Escape;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import himalia.display.bundle.Visible;
import himalia.display.grid.Grid;
import himalia.display.grid.GridOptions;

/**
 * Shows how well rows are put in order, what was judged, and a row a metric.
 *
 * <pre>{@code
 * display(RankingReport.of(model, test));   // GradientBoostingRanker on 250 rows of 20 queries; ndcg, map, …
 * }</pre>
 */
public final class RankingReportRenderer implements Renderer<RankingReport> {
    @Override
    public Class<RankingReport> type() {
        return RankingReport.class;
    }

    @Override
    public MimeBundle render(RankingReport report) {
        var headline = Visible.line(report.headline());
        var metrics = MetricsGrid.of("how well the rows of a query are in order", report);
        var grid = Grid.of(metrics).with(GridOptions.DEFAULT.precision(metrics.decimals()));
        var judged = report.judged();
        return MimeBundle.plain(judged.after(headline, "\n") + "\n\n" + grid.text())
                .html(
                        Escape.verbatim(
                                        "<p>"
                                                + judged.after(Escape.html(headline), "<br>")
                                                + "</p>")
                                + grid.html());
    }
}
