package himalia.display.grid;

import himalia.display.bundle.Escape;
import himalia.display.bundle.Given;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * A few rows of texts, with an interval drawn behind each on one scale; its lines have the page's own colour.
 *
 * <pre>{@code
 * new IntervalTable(List.of("model", "accuracy"), List.of(
 *     new IntervalTable.Row(List.of("linear", "0.91"), 0.91, 0.88, 0.94, false),
 *     new IntervalTable.Row(List.of("trees", "0.84"), 0.84, 0.80, 0.88, true)), 0.9).html()
 * }</pre>
 *
 * @param columns the heads of the texts
 * @param rows in order; the first {@value #SHOWN} are shown
 * @param reference a value that all are compared with, an upright line; NaN for none
 * @param isOneScale whether all rows are of one measure; each has a scale of its own else
 */
public record IntervalTable(
        List<String> columns, List<Row> rows, double reference, boolean isOneScale) {
    /** How many rows are shown. */
    public static final int SHOWN = 30;

    private static final int WIDTH = 220;
    private static final int MARGIN = 6;
    private static final int CELL_WIDTH = 70;
    private static final String CELL = "padding:2px 10px;text-align:";

    public IntervalTable {
        columns = List.copyOf(Given.given(columns, "columns"));
        rows = List.copyOf(Given.given(rows, "rows"));
    }

    /** Makes a table of one measure. */
    public IntervalTable(List<String> columns, List<Row> rows, double reference) {
        this(columns, rows, reference, true);
    }

    /**
     * One row.
     *
     * @param cells its texts, the first of which names it
     * @param value a point; NaN for none
     * @param low the lower end; NaN for none
     * @param high the upper end; NaN for none
     * @param isMarked whether it stands out
     * @param points what the value is the mean of, drawn pale; may be none
     */
    public record Row(
            List<String> cells,
            double value,
            double low,
            double high,
            boolean isMarked,
            List<Double> points) {
        public Row {
            cells = List.copyOf(Given.given(cells, "cells"));
            points = List.copyOf(Given.given(points, "points"));
        }

        /** Makes a row without points. */
        public Row(List<String> cells, double value, double low, double high, boolean isMarked) {
            this(cells, value, low, high, isMarked, List.of());
        }

        private DoubleStream ends() {
            return DoubleStream.concat(
                            DoubleStream.of(value, low, high),
                            points.stream().mapToDouble(each -> each))
                    .filter(Double::isFinite);
        }
    }

    /** Returns an HTML table that needs no style sheet and no script. */
    public String html() {
        var shown = rows.subList(0, Math.min(SHOWN, rows.size()));
        double least = ends(shown).min().orElse(0);
        double most = ends(shown).max().orElse(1);
        var html = new StringBuilder("<table style=\"border-collapse:collapse\"><thead><tr>");
        for (int i = 0; i < columns.size(); i++) {
            html.append(cell("th", i, text(columns.get(i))));
        }
        html.append("<th style=\"%sleft;width:%spx\">".formatted(CELL, WIDTH))
                .append(isOneScale ? scale(least, most) : "")
                .append("</th></tr></thead><tbody>");
        for (var row : shown) {
            html.append("<tr>");
            for (int i = 0; i < row.cells().size(); i++) {
                var text = text(row.cells().get(i));
                html.append(cell("td", i, row.isMarked() && i == 0 ? "<b>" + text + "</b>" : text));
            }
            html.append("<td style=\"%sleft\">".formatted(CELL))
                    .append(isOneScale ? drawn(row, least, most) : drawn(row))
                    .append("</td></tr>");
        }
        html.append("</tbody></table>");
        int left = rows.size() - shown.size();
        return html + (left == 0 ? "" : "<p>and %,d more</p>".formatted(left));
    }

    private DoubleStream ends(List<Row> shown) {
        return DoubleStream.concat(
                shown.stream().flatMapToDouble(Row::ends),
                DoubleStream.of(reference).filter(Double::isFinite));
    }

    /** The ends of the scale, each where it lies. */
    private static String scale(double least, double most) {
        return "<span style=\"display:flex;justify-content:space-between;font-weight:normal;opacity:0.7\"><span>%s</span><span>%s</span></span>"
                .formatted(number(least), number(most));
    }

    private static String cell(String kind, int column, String text) {
        return "<%s style=\"%s%s\">%s</%s>"
                .formatted(
                        kind, CELL, column == 0 ? "left" : "right;white-space:nowrap", text, kind);
    }

    private static String text(String cell) {
        return Escape.html(CellText.plain(cell, CELL_WIDTH).text());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 1000 ? "%.0f" : "%.3f", value);
    }

    private static String spoken(Row row) {
        boolean hasEnds = Double.isFinite(row.low()) && Double.isFinite(row.high());
        return number(row.value())
                + (hasEnds ? ", %s to %s".formatted(number(row.low()), number(row.high())) : "");
    }

    private String drawn(Row row) {
        return drawn(row, row.ends().min().orElse(0), row.ends().max().orElse(1));
    }

    private String drawn(Row row, double least, double most) {
        if (!Double.isFinite(row.value())) {
            return "";
        }
        var colour = row.isMarked() ? "#e4572e" : "currentColor";
        var svg =
                new StringBuilder(
                                "<svg width=\"%s\" height=\"16\" role=\"img\" aria-label=\""
                                        .formatted(WIDTH))
                        .append(spoken(row))
                        .append("\">");
        if (Double.isFinite(reference)) {
            svg.append(
                    "<line x1=\"%1$s\" x2=\"%1$s\" y1=\"0\" y2=\"16\" stroke=\"currentColor\" stroke-opacity=\"0.45\" stroke-dasharray=\"3 2\"/>"
                            .formatted(place(reference, least, most)));
        }
        if (Double.isFinite(row.low()) && Double.isFinite(row.high())) {
            svg.append(
                    "<line x1=\"%s\" x2=\"%s\" y1=\"8\" y2=\"8\" stroke=\"%s\" stroke-width=\"2\"/>"
                            .formatted(
                                    place(row.low(), least, most),
                                    place(row.high(), least, most),
                                    colour));
        }
        for (double point : row.points()) {
            if (Double.isFinite(point)) {
                svg.append(
                        "<circle cx=\"%s\" cy=\"8\" r=\"3\" fill=\"currentColor\" fill-opacity=\"0.3\"/>"
                                .formatted(place(point, least, most)));
            }
        }
        return svg.append(
                        "<circle cx=\"%s\" cy=\"8\" r=\"4\" fill=\"%s\"/></svg>"
                                .formatted(place(row.value(), least, most), colour))
                .toString();
    }

    private static String place(double value, double least, double most) {
        double share = most > least ? (value - least) / (most - least) : 0.5;
        return String.format(Locale.ROOT, "%.1f", MARGIN + share * (WIDTH - 2 * MARGIN));
    }
}
