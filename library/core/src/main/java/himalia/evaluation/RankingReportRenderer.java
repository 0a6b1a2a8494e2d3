package himalia.evaluation;

import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;

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
        return MetricsGrid.of("how well the rows of a query are in order", report)
                .under(report.headline(), report.judged());
    }
}
