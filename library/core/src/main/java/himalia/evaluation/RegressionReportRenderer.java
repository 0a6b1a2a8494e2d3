package himalia.evaluation;

import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import himalia.display.bundle.Visible;

/** Shows how well numbers are predicted, in one line. */
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
