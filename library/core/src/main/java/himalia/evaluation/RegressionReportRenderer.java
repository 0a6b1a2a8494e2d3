package himalia.evaluation;

import himalia.display.bundle.Amount;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;

/**
 * Shows how well numbers are predicted, what was judged, and a row a metric.
 *
 * <pre>{@code
 * display(RegressionReport.of(model, test));   // LinearRegression on 250 rows, predicting price; r2, rmse, …
 * }</pre>
 */
public final class RegressionReportRenderer implements Renderer<RegressionReport> {
    @Override
    public Class<RegressionReport> type() {
        return RegressionReport.class;
    }

    @Override
    public MimeBundle render(RegressionReport report) {
        return MetricsGrid.of("how far the predictions are off", report)
                .under(
                        "%s on %s, predicting %s"
                                .formatted(
                                        report.title(),
                                        Amount.of(report.rows(), "row"),
                                        report.label()),
                        report.judged());
    }
}
