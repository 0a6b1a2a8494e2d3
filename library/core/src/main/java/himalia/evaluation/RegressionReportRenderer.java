package himalia.evaluation;

import himalia.display.bundle.Amount;
import himalia.display.bundle.Escape;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import himalia.display.bundle.Visible;
import himalia.display.grid.Grid;
import himalia.display.grid.GridOptions;

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
        var headline =
                Visible.line(
                        "%s on %s, predicting %s"
                                .formatted(
                                        report.title(),
                                        Amount.of(report.rows(), "row"),
                                        report.label()));
        var metrics = MetricsGrid.of("how far the predictions are off", report);
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
