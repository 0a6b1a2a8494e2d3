package himalia.evaluation;

import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Renderer;
import java.util.List;

/** Shows a report: its headline, a table by class, and who was taken for whom. */
public final class ReportRenderer implements Renderer<Report> {
    private static final String NUMBER = "text-align:right;font-variant-numeric:tabular-nums";

    @Override
    public Class<Report> type() {
        return Report.class;
    }

    @Override
    public MimeBundle render(Report report) {
        var html =
                "<div class=\"tex2jax_ignore mathjax_ignore\" style=\"overflow-x:auto\"><p>"
                        + escaped(ReportText.headline(report))
                        + "</p>"
                        + table(ReportText.byClass(report))
                        + table(ReportText.confusion(report))
                        + "</div>";
        return MimeBundle.plain(ReportText.of(report)).html(html);
    }

    private static String table(List<List<String>> rows) {
        var html = new StringBuilder("<table class=\"dataframe\"><thead><tr>");
        for (var name : rows.get(0)) {
            html.append("<th>").append(escaped(name)).append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (var row : rows.subList(1, rows.size())) {
            html.append("<tr><th scope=\"row\">").append(escaped(row.get(0))).append("</th>");
            for (var cell : row.subList(1, row.size())) {
                html.append("<td style=\"" + NUMBER + "\">").append(escaped(cell)).append("</td>");
            }
            html.append("</tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
