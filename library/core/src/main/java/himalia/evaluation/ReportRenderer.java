package himalia.evaluation;

import himalia.display.bundle.Escape;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import himalia.display.bundle.Visible;
import himalia.display.grid.Grid;
import himalia.display.grid.GridOptions;

/**
 * Shows a report: its headline, a table by class, and who was taken for whom.
 *
 * <pre>{@code
 * display(Report.of(model, test));
 * }</pre>
 */
public final class ReportRenderer implements Renderer<Report> {
    @Override
    public Class<Report> type() {
        return Report.class;
    }

    @Override
    public MimeBundle render(Report report) {
        var headline = Visible.line(ReportText.headline(report));
        var byClass = Grid.of(new ClassGrid(report)).with(GridOptions.DEFAULT.precision(4));
        var confusion = Grid.of(new ConfusionGrid(report.confusion()));
        var judged = report.judged();
        return MimeBundle.plain(
                        judged.after(headline, "\n")
                                + "\n\n"
                                + byClass.text()
                                + "\n\n"
                                + confusion.text())
                .html(
                        Escape.verbatim(
                                        "<p>"
                                                + judged.after(Escape.html(headline), "<br>")
                                                + "</p>")
                                + byClass.html()
                                + confusion.html());
    }
}
