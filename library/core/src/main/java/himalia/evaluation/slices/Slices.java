package himalia.evaluation.slices;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.display.bundle.Displayable;
import himalia.display.bundle.Escape;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Visible;
import himalia.display.grid.Grid;
import himalia.display.grid.GridOptions;
import himalia.display.grid.IntervalTable;
import himalia.evaluation.Evaluation;
import himalia.evaluation.Interval;
import himalia.evaluation.Metric;
import himalia.evaluation.comparison.Holm;
import himalia.model.Model;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * How good a model is on parts of a table, the worst first.
 *
 * <pre>{@code
 * Slices.of(model, test, "accuracy", "city")             // one slice a city
 * Slices.of(model, test, "recall", "city", "age")        // each city, each quarter of ages
 * new SliceFinder("accuracy").find(model, test)          // which are the worst?
 * }</pre>
 *
 * <p>Intervals are Wilson's where the metric is a share of rows (accuracy, recall, precision, specificity), the bootstrap's elsewhere. A
 * slice is called worse only where as many rows, drawn by chance, would hardly be as bad: by Fisher's exact test of a share, by 200 draws of
 * another metric, with Holm's correction for all slices that were looked at.
 *
 * @param metric its name
 * @param rows how many there are in all
 * @param overall the metric of all rows
 * @param looked how many slices were looked at
 * @param slices those that are told, the worst first
 * @param warning why the model looks better than it is, such as rows that it has learnt from; usually nothing
 */
public record Slices(
        String metric, int rows, Interval overall, int looked, List<Slice> slices, String warning)
        implements Displayable {
    /** More seldom by chance than this is called worse. */
    static final double ALPHA = 0.05;

    public Slices {
        given(metric, "metric");
        given(overall, "overall");
        slices = List.copyOf(given(slices, "slices"));
        given(warning, "warning");
    }

    /**
     * Judges a model on each part of a table.
     *
     * @param test has the model's features and its label
     * @param metric its name, such as {@code accuracy}, {@code recall(yes)}, {@code rmse}
     * @param columns one or more: a column of up to eight different numbers, or of texts, has a slice for each value, one of more numbers four, at
     *     its quartiles; of several columns all combinations that have rows
     */
    public static Slices of(Model model, Table test, String metric, String... columns) {
        return of(Evaluation.of(model, test), test, metric, columns);
    }

    /**
     * The same of what is judged already, such as the out-of-fold predictions of a cross-validation.
     *
     * <pre>{@code
     * Slices.of(cv.evaluation(), table, "accuracy", "city")
     * }</pre>
     *
     * @param table the rows that were judged by, in the same order
     */
    public static Slices of(Evaluation evaluation, Table table, String metric, String... columns) {
        var judge = new SliceJudge(checked(evaluation, table), Metric.named(metric));
        if (given(columns, "columns").length == 0) {
            throw new IllegalArgumentException(
                    "name a column to slice by, or search with new SliceFinder(\"%s\")"
                            .formatted(metric));
        }
        var slices = new ArrayList<Slice>();
        for (var part : SliceRows.every(table, List.of(columns))) {
            slices.add(judge.slice(part));
        }
        return new Slices(
                metric,
                evaluation.rows(),
                judge.overall(),
                slices.size(),
                worstFirst(corrected(slices), Metric.named(metric)),
                evaluation.warning());
    }

    private static List<Slice> worstFirst(List<Slice> slices, Metric metric) {
        int sign = metric.isGreaterBetter() ? 1 : -1;
        var sorted = new ArrayList<>(slices);
        // What is undefined is no worst one.
        sorted.sort(Comparator.comparingDouble(slice -> sign * slice.score().value()));
        return sorted;
    }

    static List<Slice> corrected(List<Slice> slices) {
        var p = Holm.corrected(slices.stream().mapToDouble(Slice::p).toArray());
        return IntStream.range(0, p.length).mapToObj(i -> slices.get(i).corrected(p[i])).toList();
    }

    static Evaluation checked(Evaluation evaluation, Table table) {
        given(evaluation, "evaluation");
        if (given(table, "table").rowCount() != evaluation.rows()) {
            throw new IllegalArgumentException(
                    "%d rows were judged, and the table has %d; give the table that they are of"
                            .formatted(evaluation.rows(), table.rowCount()));
        }
        return evaluation;
    }

    /** Returns those that are worse than the rest by more than chance, the worst first. */
    public List<Slice> worse() {
        return slices.stream().filter(slice -> slice.corrected() < ALPHA).toList();
    }

    /** Returns what may be said. */
    public String verdict() {
        var worse = worse();
        if (looked == 0) {
            return "%s %s of %s; no slice has enough rows to be looked at; let them have fewer, by leastRows (--least-rows).%s"
                    .formatted(metric, overall, Amount.of(rows, "row"), behind());
        }
        var found =
                worse.isEmpty()
                        ? "none is worse by more than chance"
                        : "%d %s worse by more than chance, first %s"
                                .formatted(
                                        worse.size(),
                                        worse.size() == 1 ? "is" : "are",
                                        worse.get(0).name());
        return "%s %s of %s; of %s %s.%s"
                .formatted(
                        metric,
                        overall,
                        Amount.of(rows, "row"),
                        Amount.of(looked, "slice"),
                        found,
                        behind());
    }

    private String behind() {
        return warning.isEmpty() ? "" : " " + warning;
    }

    /** Returns the slices as rows of a table in which the intervals are drawn, beside that of all rows. */
    public IntervalTable intervals() {
        return new SlicesGrid(this).drawn();
    }

    @Override
    public MimeBundle bundle() {
        var verdict = Visible.line(verdict());
        var grid = Grid.of(new SlicesGrid(this)).with(GridOptions.DEFAULT.precision(4));
        return MimeBundle.plain(verdict + "\n\n" + grid.text())
                .html(Escape.verbatim("<p>" + Escape.html(verdict) + "</p>" + intervals().html()));
    }

    @Override
    public String toString() {
        return verdict();
    }
}
