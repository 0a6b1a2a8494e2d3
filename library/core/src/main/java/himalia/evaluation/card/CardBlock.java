package himalia.evaluation.card;

import himalia.display.bundle.Escape;
import himalia.display.bundle.Visible;
import himalia.display.grid.IntervalTable;
import java.util.List;
import java.util.stream.Collectors;

/** A piece of a card's section, which is one in HTML and in Markdown. */
sealed interface CardBlock {
    String html();

    String markdown();

    /** A paragraph, as somebody wrote it. */
    record Words(String text) implements CardBlock {
        @Override
        public String html() {
            return text.lines()
                    .map(line -> Escape.html(Visible.line(line)))
                    .collect(Collectors.joining("<br>", "<p>", "</p>"));
        }

        @Override
        public String markdown() {
            return text.lines()
                    .map(line -> begun(safe(line.strip())))
                    .collect(Collectors.joining("  \n"));
        }

        /** What begins a line must not make it an item of a list, a rule or a heading's line. */
        private static String begun(String line) {
            return line.replaceFirst("^([-+](?=\\s|$)|-(?=-+$)|=(?==*$))", "\\\\$1")
                    .replaceFirst("^(\\d{1,9})([.)])(?=\\s|$)", "$1\\\\$2");
        }

        /** Names of columns and classes must not turn into headings, links or tags. */
        static String safe(String line) {
            return Visible.line(line)
                    .replaceAll("([\\\\`*\\[\\]<>|#$~&])", "\\\\$1")
                    // Between letters an underscore is one.
                    .replaceAll("(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])", "\\\\_");
        }
    }

    /** A table of texts. */
    record Facts(List<String> columns, List<List<String>> rows) implements CardBlock {
        private static final String CELL = "style=\"padding:2px 10px;text-align:left\"";

        @Override
        public String html() {
            return "<table style=\"border-collapse:collapse;margin-bottom:12px\"><thead>"
                    + row("th", columns)
                    + "</thead><tbody>"
                    + rows.stream().map(each -> row("td", each)).collect(Collectors.joining())
                    + "</tbody></table>";
        }

        private static String row(String kind, List<String> cells) {
            return cells.stream()
                    .map(
                            cell ->
                                    "<%s %s>%s</%s>"
                                            .formatted(
                                                    kind,
                                                    CELL,
                                                    Escape.html(Visible.line(cell)),
                                                    kind))
                    .collect(Collectors.joining("", "<tr>", "</tr>"));
        }

        @Override
        public String markdown() {
            return line(columns)
                    + "\n"
                    + "| --- ".repeat(columns.size())
                    + "|\n"
                    + rows.stream().map(Facts::line).collect(Collectors.joining("\n"));
        }

        private static String line(List<String> cells) {
            return cells.stream().map(Words::safe).collect(Collectors.joining(" | ", "| ", " |"));
        }
    }

    /** A table whose intervals are drawn where something can be drawn. */
    record Drawn(IntervalTable table) implements CardBlock {
        @Override
        public String html() {
            return table.html();
        }

        @Override
        public String markdown() {
            return new Facts(
                            table.columns(),
                            table.rows().stream()
                                    .limit(IntervalTable.SHOWN)
                                    .map(IntervalTable.Row::cells)
                                    .toList())
                    .markdown();
        }
    }
}
