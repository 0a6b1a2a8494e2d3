package himalia.storage;

import himalia.display.bundle.Escape;
import himalia.display.chart.Charts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Draws how cells lie one behind the other: the further back in memory, the deeper the colour. */
final class LayoutPicture {
    private static final int ROWS = 5;
    private static final int COLUMNS = 4;
    private static final int LETTERS = 10;

    /** So many of the columns that are left out are named. */
    private static final int NAMED = 12;

    private static final int DIGITS = 5;

    /** Laid over the page's own ground, so that text is read on it in light and in dark. */
    private static final String GROUND = "background:rgba(59,130,208,%.2f)";

    private static final double PALE = 0.04;
    private static final double DEEP = 0.6;
    private static final String MUTED = "color:#767676";

    private final TableLayout layout;
    private final List<Column<?>> columns;
    private final int rows;

    /** Where in a row each column begins, and how long the row is, in bytes. */
    private final long[] begins;

    LayoutPicture(TableLayout layout) {
        this.layout = layout;
        this.columns = layout.table().columns().stream().limit(COLUMNS).toList();
        this.rows = Math.min(ROWS, layout.table().rowCount());
        this.begins = new long[layout.table().columnCount() + 1];
        for (int column = 0; column + 1 < begins.length; column++) {
            begins[column + 1] = begins[column] + width(layout.table().column(column));
        }
    }

    private static int width(Column<?> column) {
        return switch (column.type().name()) {
            case "BOOLEAN" -> 1;
            case "SHORT" -> 2;
            case "INTEGER", "FLOAT", "LOCAL_DATE" -> 4;
            // A text is as long as it likes: what lies there is where it begins.
            default -> 8;
        };
    }

    private long byRow(int row, int column) {
        return row * begins[begins.length - 1] + begins[column];
    }

    private long byColumn(int row, int column) {
        long before = begins[column] * layout.table().rowCount();
        return before + (long) row * (begins[column + 1] - begins[column]);
    }

    String html() {
        var html = new StringBuilder("<div class=\"mathjax_ignore tex2jax_ignore\">");
        html.append("<div style=\"display:flex;flex-wrap:wrap;gap:1em 2em\">");
        grid(html, "By row", false);
        grid(html, "By column", true);
        html.append("</div><p style=\"margin:0.4em 0 1em;" + MUTED + "\">")
                .append(Escape.html(legend()))
                .append("</p>");
        costs(html);
        html.append("<img alt=\"")
                .append(Escape.html(chartWords()))
                .append("\" src=\"")
                .append("data:image/svg+xml;base64,")
                .append(
                        Base64.getEncoder()
                                .encodeToString(chart().getBytes(StandardCharsets.UTF_8)))
                .append("\"></div>");
        return html.toString();
    }

    private void grid(StringBuilder html, String title, boolean isByColumn) {
        html.append("<table style=\"font-variant-numeric:tabular-nums;margin:0\">")
                .append("<caption style=\"text-align:left\"><b>")
                .append(title)
                .append("</b></caption><thead><tr>");
        for (var column : columns) {
            html.append("<th scope=\"col\" style=\"text-align:right\">")
                    .append(Escape.html(shortened(column.name())));
            html.append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (int row = 0; row < rows; row++) {
            html.append("<tr>");
            for (int column = 0; column < columns.size(); column++) {
                html.append("<td style=\"text-align:right;")
                        .append(ground(isByColumn, row, column))
                        .append("\">")
                        .append(Escape.html(cell(row, column)))
                        .append("<br><small>")
                        .append(offset(isByColumn, row, column))
                        .append("</small></td>");
            }
            html.append("</tr>");
        }
        html.append("</tbody></table>");
    }

    private String ground(boolean isByColumn, int row, int column) {
        int place = isByColumn ? column * rows + row : row * columns.size() + column;
        double share = place / Math.max(1.0, rows * columns.size() - 1);
        return String.format(Locale.ROOT, GROUND, PALE + share * (DEEP - PALE));
    }

    private String offset(boolean isByColumn, int row, int column) {
        long offset = isByColumn ? byColumn(row, column) : byRow(row, column);
        return String.format(Locale.ROOT, "%,d", offset);
    }

    private String cell(int row, int column) {
        var values = columns.get(column);
        if (values.isMissing(row)) {
            return "missing";
        }
        if (values instanceof DoubleColumn || values instanceof FloatColumn) {
            return number(((NumericColumn<?>) values).getDouble(row));
        }
        // A whole number with fewer digits would be another one.
        var text = values.getString(row);
        return values instanceof NumericColumn ? text : shortened(text);
    }

    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        var exact = BigDecimal.valueOf(value);
        int whole = exact.precision() - exact.scale();
        var plain =
                exact.round(new MathContext(Math.max(DIGITS, whole)))
                        .stripTrailingZeros()
                        .toPlainString();
        return plain.length() <= LETTERS
                ? plain
                : String.valueOf(exact.round(new MathContext(DIGITS)).doubleValue());
    }

    private static String shortened(String text) {
        return text.length() <= LETTERS ? text : text.substring(0, LETTERS - 1) + "…";
    }

    private String legend() {
        var table = layout.table();
        return String.format(
                        Locale.ROOT,
                        "Below each value: where it begins, in bytes, of %s and %s. A row is %d bytes; the deeper the colour, the later it comes.",
                        counted(table.rowCount(), "row"),
                        counted(table.columnCount(), "column"),
                        begins[begins.length - 1])
                + leftOut().map(words -> " " + words).orElse("");
    }

    private static String counted(int number, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
    }

    /** Which columns lie behind those that are drawn. */
    private Optional<String> leftOut() {
        var others = layout.table().columnNames();
        if (others.size() == columns.size()) {
            return Optional.empty();
        }
        var names = others.subList(columns.size(), others.size());
        return Optional.of(
                "The first %d columns are drawn; left out: %s%s."
                        .formatted(
                                columns.size(),
                                String.join(", ", names.subList(0, Math.min(NAMED, names.size()))),
                                names.size() > NAMED
                                        ? " and %d more".formatted(names.size() - NAMED)
                                        : ""));
    }

    private void costs(StringBuilder html) {
        html.append("<table style=\"margin:0 0 0.6em\"><thead><tr><th></th>")
                .append("<th scope=\"col\">rows</th><th scope=\"col\">columns</th>")
                .append("<th scope=\"col\">quicker</th></tr></thead><tbody>");
        for (var cost : layout.costs()) {
            html.append("<tr><th scope=\"row\" style=\"text-align:left\">")
                    .append(Escape.html(cost.what()))
                    .append("</th>");
            for (var text : words(cost)) {
                html.append("<td style=\"text-align:right\">").append(text).append("</td>");
            }
            html.append("</tr>");
        }
        html.append("</tbody></table><p style=\"margin:0.4em 0 1em;" + MUTED + "\">")
                .append(Escape.html(measured()))
                .append("</p>");
    }

    private static List<String> words(AccessCost cost) {
        return List.of(
                AccessCost.words(cost.rowMicros()),
                AccessCost.words(cost.columnMicros()),
                cost.quicker());
    }

    private String measured() {
        var all = layout.measured() == layout.table().rowCount() ? "its" : "its first";
        return String.format(
                Locale.ROOT,
                "Measured with %s %s, warm, the time in the middle of many. Rows: a RowStore, which is an Avro file: to scan, it is read; of blocks whose rows are read, up to 16 MB stay in memory; a row that is appended waits for its block. Columns: a ColumnStore, Arrow in memory. From memory a row is quick to read either way; from a disk, each column is one place more to go to.",
                all,
                counted(layout.measured(), "row"));
    }

    private String chart() {
        var what = StringColumn.create("access");
        var micros = DoubleColumn.create("µs, logarithmic");
        var stores = StringColumn.create("kept by");
        for (var cost : layout.costs()) {
            what.append(cost.what()).append(cost.what());
            micros.append(cost.rowMicros()).append(cost.columnMicros());
            stores.append("row").append("column");
        }
        return Charts.bar(Table.create("costs", what, micros, stores))
                .x("access")
                .y("µs, logarithmic")
                .by("kept by")
                .logY()
                .size(640, 280)
                .svg();
    }

    private String chartWords() {
        return "the times above as bars";
    }

    String text() {
        var lines = new ArrayList<String>();
        for (boolean isByColumn : new boolean[] {false, true}) {
            lines.add(isByColumn ? "By column: value @ byte" : "By row: value @ byte");
            for (int row = 0; row < rows; row++) {
                var line = new StringBuilder();
                for (int column = 0; column < columns.size(); column++) {
                    line.append(
                            " %24s"
                                    .formatted(
                                            cell(row, column)
                                                    + " @ "
                                                    + offset(isByColumn, row, column)));
                }
                lines.add(line.toString());
            }
            lines.add("");
        }
        leftOut().ifPresent(words -> lines.addAll(List.of(words, "")));
        int wide = layout.costs().stream().mapToInt(cost -> cost.what().length()).max().orElse(0);
        var form = "%-" + Math.max(30, wide) + "s%12s%12s  %s";
        lines.add(form.formatted("", "rows", "columns", "quicker"));
        for (var cost : layout.costs()) {
            var words = words(cost);
            lines.add(form.formatted(cost.what(), words.get(0), words.get(1), words.get(2)));
        }
        lines.add("");
        lines.add(measured());
        return String.join("\n", lines);
    }
}
