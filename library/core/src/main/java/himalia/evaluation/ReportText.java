package himalia.evaluation;

import himalia.display.bundle.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report's numbers in one line. */
final class ReportText {
    private static final List<String> IN_THE_TABLE = List.of("precision", "recall", "f1");

    private ReportText() {}

    static String headline(Report report) {
        var words = new ArrayList<String>();
        report.metrics()
                .forEach(
                        (name, value) -> {
                            if (IN_THE_TABLE.stream().noneMatch(name::startsWith)) {
                                words.add(name.replace('_', ' ') + " " + number(value));
                            }
                        });
        return "%s on %s%s: %s"
                .formatted(
                        report.title(),
                        Amount.of(report.rows(), "row"),
                        report.hasPositive() ? ", '%s' positive".formatted(report.positive()) : "",
                        String.join(", ", words));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "n/a" : String.format(Locale.ROOT, "%.4f", value);
    }
}
