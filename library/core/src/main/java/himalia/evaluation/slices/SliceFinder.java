package himalia.evaluation.slices;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.InterruptCheck;
import himalia.display.bundle.Progress;
import himalia.evaluation.Evaluation;
import himalia.evaluation.Metric;
import himalia.model.Model;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Looks for the parts of a table on which a model is worst.
 *
 * <pre>{@code
 * new SliceFinder("accuracy").find(model, test)
 * new SliceFinder("recall(yes)", 1, 100).find(model, test, "city", "age")
 * }</pre>
 *
 * <p>Every value of every column is a slice, of many different numbers every quarter, and so is every pair of these of two columns. A pair is told only
 * where it is worse than both of its parts. The more slices are looked at, the clearer one must be to be called worse; name columns where you
 * know which matter.
 *
 * <p>Y. Chung, T. Kraska, N. Polyzotis, K. H. Tae, S. E. Whang (2019): Slice Finder: Automated Data Slicing for Model Validation. ICDE.
 *
 * @param metric its name
 * @param depth 1 for slices of one column, 2 for pairs of two as well
 * @param leastRows slices of fewer rows are not looked at
 */
public record SliceFinder(String metric, int depth, int leastRows) {
    private static final int DEEPEST = 2;
    private static final int TOLD = 10;

    public SliceFinder {
        Metric.named(metric);
        if (depth < 1 || depth > DEEPEST) {
            throw new IllegalArgumentException(
                    "depth must be 1 or 2, one column or pairs of two, got " + depth);
        }
        if (leastRows < 1) {
            throw new IllegalArgumentException("leastRows must be at least 1, got " + leastRows);
        }
    }

    /** Looks at slices of one and of two columns that have 30 rows at least. */
    public SliceFinder(String metric) {
        this(metric, DEEPEST, 30);
    }

    /**
     * Returns the worst slices, ten at most, or all that are worse by more than chance.
     *
     * @param test has the model's features and its label
     * @param columns those to slice by; none for all that the model reads
     */
    public Slices find(Model model, Table test, String... columns) {
        var evaluation = Evaluation.of(model, test);
        return find(
                evaluation,
                test,
                given(columns, "columns").length > 0
                        ? columns
                        : model.schema().featureNames().toArray(new String[0]));
    }

    /**
     * The same of what is judged already, such as the out-of-fold predictions of a cross-validation.
     *
     * @param table the rows that were judged by, in the same order
     * @param columns those to slice by; none for all of the table, the label too
     */
    public Slices find(Evaluation evaluation, Table table, String... columns) {
        var judge = new SliceJudge(Slices.checked(evaluation, table), Metric.named(metric));
        var names = given(columns, "columns").length > 0 ? List.of(columns) : table.columnNames();
        var found = Slices.corrected(looked(judge, table, names));
        var told =
                found.stream()
                        .filter(slice -> judge.isWorse(slice.score().value(), judge.all()))
                        .filter(slice -> isWorseThanParts(slice, found, judge))
                        .sorted(Comparator.comparingDouble(Slice::p))
                        .toList();
        long worse = told.stream().filter(slice -> slice.corrected() < Slices.ALPHA).count();
        return new Slices(
                metric,
                evaluation.rows(),
                judge.overall(),
                found.size(),
                told.stream().limit(Math.max(worse, TOLD)).map(judge::withInterval).toList(),
                evaluation.warning());
    }

    private List<Slice> looked(SliceJudge judge, Table table, List<String> names) {
        var single = new ArrayList<List<SliceRows>>();
        for (var name : names) {
            single.add(
                    SliceRows.of(SliceColumn.of(table, name)).stream()
                            // Nothing is within a column of one value but all rows.
                            .filter(part -> part.rows().length < table.rowCount())
                            .filter(part -> part.rows().length >= leastRows)
                            .toList());
        }
        var looked = new ArrayList<Slice>();
        var interrupt = new InterruptCheck();
        try (var progress = Progress.whenLong("columns", single.size())) {
            for (int one = 0; one < single.size(); one++) {
                for (var part : single.get(one)) {
                    looked.add(judge.scored(part));
                    for (int other = one + 1; depth > 1 && other < single.size(); other++) {
                        interrupt.ask();
                        for (var second : single.get(other)) {
                            var both = part.and(second);
                            if (both.rows().length >= leastRows) {
                                looked.add(judge.scored(both));
                            }
                        }
                    }
                }
                progress.advance(1);
            }
            progress.finish("");
        }
        return looked;
    }

    private static boolean isWorseThanParts(Slice slice, List<Slice> all, SliceJudge judge) {
        return slice.conditions().size() == 1
                || all.stream()
                        .filter(part -> part.conditions().size() == 1)
                        .filter(part -> slice.conditions().containsAll(part.conditions()))
                        .allMatch(
                                part -> judge.isWorse(slice.score().value(), part.score().value()));
    }
}
