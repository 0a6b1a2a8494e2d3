package himalia.features.leakage;

import himalia.display.bundle.Escape;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import himalia.display.bundle.Visible;

/**
 * Shows what a leakage check has found: each with its rows, and what to do.
 *
 * <pre>{@code
 * display(LeakageCheck.of("churned").check(train, test));
 * }</pre>
 */
public final class LeakageReportRenderer implements Renderer<LeakageReport> {
    @Override
    public Class<LeakageReport> type() {
        return LeakageReport.class;
    }

    @Override
    public MimeBundle render(LeakageReport report) {
        var text = new StringBuilder(Visible.line(report.headline()));
        var html = new StringBuilder("<p>").append(Escape.html(Visible.line(report.headline())));
        html.append("</p>");
        if (!report.isClean()) {
            var grid = new LeakGrid(report);
            html.append("<ul>");
            for (int row = 0; row < report.leaks().size(); row++) {
                var leak = report.leaks().get(row);
                var rows =
                        leak.rows().isEmpty() ? "" : " (rows " + LeakGrid.rows(leak.rows()) + ")";
                var name = Visible.line(grid.rowName(row));
                var found = Visible.line(leak.text() + rows);
                var advice = Visible.line(leak.advice());
                text.append("\n\n%s: %s\n    %s".formatted(name, found, advice));
                html.append(
                        "<li><b>%s</b>: %s<br><i>%s</i></li>"
                                .formatted(
                                        Escape.html(name),
                                        Escape.html(found),
                                        Escape.html(advice)));
            }
            html.append("</ul>");
        }
        notes(report, text, html);
        return MimeBundle.plain(text.toString()).html(Escape.verbatim(html.toString()));
    }

    private static void notes(LeakageReport report, StringBuilder text, StringBuilder html) {
        text.append(report.notes().isEmpty() ? "" : "\n");
        for (var each : report.notes()) {
            var note = Visible.line(each);
            text.append("\n· ").append(note);
            html.append("<p>· ").append(Escape.html(note)).append("</p>");
        }
    }
}
