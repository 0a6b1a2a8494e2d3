package himalia.evaluation;

import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import himalia.display.bundle.Visible;

/**
 * Shows how well numbers are predicted, in one line.
 *
 * <pre>{@code
 * display(RegressionReport.of(model, test));   // LinearRegression on 250 rows: r2 0.8120, rmse 3.1000, …
 * }</pre>
 */
public final class RegressionReportRenderer implements Renderer<RegressionReport> {
    @Override
    public Class<RegressionReport> type() {
        return RegressionReport.class;
    }

    @Override
    public MimeBundle render(RegressionReport report) {
        return MimeBundle.plain(Visible.line(report.toString()));
    }
}
