package himalia.display.grid;

import himalia.display.bundle.Escape;
import java.util.regex.Pattern;

/**
 * Writes a cut grid as a plain table that front ends style as their own, light and dark.
 *
 * <p>Everything that matters is inline, because reopened notebooks lose every style sheet and script.
 */
final class HtmlGrid {
    /** Readable on light and on dark grounds. */
    private static final String MUTED = "color:#767676";

    /** As long as a point in time. */
    private static final int UNBROKEN = 24;

    /** At its hyphens and blanks a text may be broken. */
    private static final Pattern BREAK = Pattern.compile("[\\s-]");

    /** The room for a longer text: one that is cut at the usual fifty characters takes two lines. */
    private static final int LONG_EMS = 15;

    private final Cut cut;
    private final boolean titles;
    private final StringBuilder html = new StringBuilder();

    private HtmlGrid(Cut cut, boolean titles) {
        this.cut = cut;
        this.titles = titles;
    }

    /**
     * Writes the table.
     *
     * @param titles true to give the whole of a cut value as its tooltip
     */
    static String of(Cut cut, boolean titles) {
        return new HtmlGrid(cut, titles).write();
    }

    private String write() {
        // mathjax_ignore and tex2jax_ignore: else a cell with two dollar signs becomes a formula.
        html.append("<div style=\"overflow-x:auto\">\n")
                .append("<table class=\"dataframe mathjax_ignore tex2jax_ignore\"")
                .append(" style=\"font-variant-numeric:tabular-nums\">\n")
                .append(caption())
                .append("<thead>\n");
        header();
        types();
        html.append("</thead>\n<tbody>\n");
        for (int row = 0; row < cut.rows().size(); row++) {
            gapRow(row);
            row(row);
        }
        gapRow(cut.rows().size());
        return html.append("</tbody>\n</table>\n</div>").toString();
    }

    private String caption() {
        return cut.name().isEmpty() && cut.summary().isEmpty()
                ? ""
                : "<caption style=\"text-align:left;white-space:nowrap\">"
                        + (cut.name().isEmpty() ? "" : "<b>" + Escape.html(cut.name()) + "</b>")
                        + (cut.name().isEmpty() || cut.summary().isEmpty() ? "" : " ")
                        + size()
                        + "</caption>\n";
    }

    private String size() {
        return cut.summary().isEmpty()
                ? ""
                : "<span style=\"" + MUTED + "\">" + Escape.html(cut.summary()) + "</span>";
    }

    private void header() {
        html.append("<tr><th></th>");
        for (int i = 0; i < cut.columns().size(); i++) {
            gapColumn(i, "th scope=\"col\"", "th");
            var column = cut.columns().get(i);
            html.append("<th scope=\"col\"")
                    .append(align(column.numeric()))
                    .append(title(column.name()))
                    .append('>');
            html.append(Escape.html(column.name().text())).append("</th>");
        }
        gapColumn(cut.columns().size(), "th scope=\"col\"", "th");
        html.append("</tr>\n");
    }

    private void types() {
        if (!cut.hasTypes()) {
            return;
        }
        html.append("<tr><td></td>");
        for (int i = 0; i < cut.columns().size(); i++) {
            gapColumn(i, "td", "td");
            var column = cut.columns().get(i);
            html.append("<td style=\"text-align:")
                    .append(column.numeric() ? "right" : "left")
                    .append(";" + MUTED + "\">")
                    .append(Escape.html(column.type()))
                    .append("</td>");
        }
        gapColumn(cut.columns().size(), "td", "td");
        html.append("</tr>\n");
    }

    private void row(int row) {
        html.append("<tr><th scope=\"row\">")
                .append(Escape.html(cut.rowNames().get(row)))
                .append("</th>");
        for (int i = 0; i < cut.columns().size(); i++) {
            gapColumn(i, "td", "td");
            var column = cut.columns().get(i);
            var cell = column.cells().get(row);
            var magnitudes = column.magnitudes();
            var ground = magnitudes == null ? "" : magnitudes.ground(row);
            html.append("<td")
                    .append(align(column.numeric(), cell, ground))
                    .append(title(cell))
                    .append('>');
            html.append(
                    cell == GridCell.NULL
                            ? "<i style=\"" + MUTED + "\">null</i>"
                            : Escape.html(cell.text()));
            html.append(magnitudes == null ? "" : magnitudes.bar(row)).append("</td>");
        }
        gapColumn(cut.columns().size(), "td", "td");
        html.append("</tr>\n");
    }

    private void gapRow(int before) {
        if (cut.rows().gap() != before) {
            return;
        }
        var span = cut.columns().size() + (cut.columnSelection().gap() >= 0 ? 1 : 0);
        var left = cut.rows().left();
        html.append("<tr><th scope=\"row\">⋮</th><td colspan=\"")
                .append(Math.max(1, span))
                .append("\" style=\"text-align:left;" + MUTED + "\">")
                .append(left == 0 ? "more rows" : Grouped.of(left, "more row"))
                .append("</td></tr>\n");
    }

    private void gapColumn(int before, String open, String close) {
        if (cut.columnSelection().gap() == before) {
            html.append('<')
                    .append(open)
                    .append(" style=\"" + MUTED + "\" title=\"")
                    .append(Grouped.of(cut.columnSelection().left(), "more column"))
                    .append("\">…</")
                    .append(close)
                    .append('>');
        }
    }

    private static String align(boolean numeric) {
        return numeric ? " style=\"text-align:right\"" : " style=\"text-align:left\"";
    }

    /**
     * In a crowded table front ends break texts at their hyphens and blanks, down to a word a line, unless each cell forbids
     * it; a long one may be broken, but not so often that its row is taller than the others.
     */
    private static String align(boolean numeric, GridCell cell, String ground) {
        if (!ground.isEmpty()) {
            return " style=\"text-align:right" + ground + "\"";
        }
        if (numeric) {
            return align(true);
        }
        if (cell.text().length() > UNBROKEN) {
            return " style=\"text-align:left;min-width:" + LONG_EMS + "em\"";
        }
        return BREAK.matcher(cell.text()).find()
                ? " style=\"text-align:left;white-space:nowrap\""
                : align(false);
    }

    private String title(GridCell cell) {
        return titles && cell.isCut() ? " title=\"" + Escape.html(cell.whole()) + "\"" : "";
    }
}
