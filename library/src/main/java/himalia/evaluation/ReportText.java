package himalia.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report's numbers as rows of words, which its two looks share. */
final class ReportText {
    private ReportText() {}

    /** Returns the report as one paragraph of text. */
    static String of(Report report) {
        var text = new StringBuilder(headline(report)).append('\n');
        for (var row : byClass(report)) {
            text.append('\n').append(line(row));
        }
        text.append('\n');
        for (var row : confusion(report)) {
            text.append('\n').append(line(row));
        }
        return text.toString();
    }

    static String headline(Report report) {
        var words = new ArrayList<String>();
        report.metrics()
                .forEach(
                        (name, value) -> {
                            boolean isInTheTable =
                                    List.of("precision", "recall", "f1").contains(name);
                            if (!isInTheTable) {
                                words.add(name.replace('_', ' ') + " " + number(value));
                            }
                        });
        return "%s on %d rows: %s"
                .formatted(report.title(), report.rows(), String.join(", ", words));
    }

    /** A heading, then one row a class. */
    static List<List<String>> byClass(Report report) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("class", "precision", "recall", "f1", "rows"));
        for (var name : report.classes()) {
            rows.add(
                    List.of(
                            name,
                            number(report.precision(name)),
                            number(report.recall(name)),
                            number(report.f1(name)),
                            count(report.confusion().rows(name))));
        }
        return rows;
    }

    /** A heading with the predicted classes, then one row for each true class. */
    static List<List<String>> confusion(Report report) {
        var rows = new ArrayList<List<String>>();
        var heading = new ArrayList<>(List.of("true \\ predicted"));
        heading.addAll(report.classes());
        rows.add(heading);
        for (var actual : report.classes()) {
            var row = new ArrayList<>(List.of(actual));
            for (var predicted : report.classes()) {
                row.add(count(report.confusion().count(actual, predicted)));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String line(List<String> cells) {
        var line = new StringBuilder("%-16s".formatted(cells.get(0)));
        for (var cell : cells.subList(1, cells.size())) {
            line.append(" %9s".formatted(cell));
        }
        return line.toString();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "n/a" : String.format(Locale.ROOT, "%.4f", value);
    }

    private static String count(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
