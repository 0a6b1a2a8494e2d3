package himalia.evaluation.imbalance;

import static himalia.display.bundle.Given.given;

import himalia.display.grid.Grid;
import himalia.evaluation.Confusion;
import himalia.evaluation.Report;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Precision, recall, specificity, F1, geometric mean and index balanced accuracy of each class, and their means by rows: what
 * imbalanced-learn's {@code classification_report_imbalanced} prints.
 *
 * <pre>{@code
 * ImbalancedReport.of(report)          // shown as a table
 * ImbalancedReport.of(report).table()  // class, precision, recall, specificity, f1, geometric mean, iba, rows
 * }</pre>
 *
 * <p>Classes that neither occur nor are predicted are left out.
 *
 * @param confusion how often each class was taken for each other
 * @param alpha how much the difference of sensitivity and specificity weighs in the index balanced accuracy
 */
public record ImbalancedReport(Confusion confusion, double alpha) {
    static final String MEAN = "avg / total";

    static final List<String> COLUMNS =
            List.of("precision", "recall", "specificity", "f1", "geometric mean", "iba", "rows");

    public ImbalancedReport {
        given(confusion, "confusion");
        new IndexBalancedAccuracy(alpha, true);
    }

    /** Reports on a model's predictions, with an alpha of 0.1. */
    public static ImbalancedReport of(Report report) {
        return of(given(report, "report").confusion());
    }

    /** Reports on predicted and true classes, with an alpha of 0.1. */
    public static ImbalancedReport of(Confusion confusion) {
        return new ImbalancedReport(confusion, IndexBalancedAccuracy.DEFAULT.alpha());
    }

    /** Returns a row for each class, and one for their means by rows and the rows in all. */
    public Table table() {
        var names = names();
        var table = Table.create("by class", StringColumn.create("class", names));
        for (var column = 0; column < COLUMNS.size(); column++) {
            int at = column;
            table.addColumns(
                    DoubleColumn.create(
                            COLUMNS.get(column),
                            IntStream.range(0, names.size())
                                    .mapToDouble(row -> value(row, at))
                                    .toArray()));
        }
        return table;
    }

    /** The rows' names: the classes, and the mean. */
    List<String> names() {
        return Stream.concat(classes().stream(), Stream.of(MEAN)).toList();
    }

    double value(int row, int column) {
        var classes = classes();
        if (row < classes.size()) {
            return value(classes.get(row), column);
        }
        return column == COLUMNS.size() - 1
                ? classes.stream().mapToDouble(confusion::rows).sum()
                : ImbalancedMetrics.mean(classes, name -> value(name, column), confusion::rows);
    }

    private List<String> classes() {
        return new ImbalancedMetrics(confusion).classes().toList();
    }

    private double value(String name, int column) {
        return switch (column) {
            case 0 -> confusion.precision(name);
            case 1 -> confusion.recall(name);
            case 2 -> confusion.specificity(name);
            case 3 -> confusion.f1(name);
            case 4 -> new ImbalancedMetrics(confusion).geometricMean(name);
            case 5 -> new IndexBalancedAccuracy(alpha, true).geometricMean(confusion, name);
            default -> confusion.rows(name);
        };
    }

    /** Returns the table as text. */
    @Override
    public String toString() {
        return Grid.of(new ImbalancedGrid(this)).text();
    }
}
