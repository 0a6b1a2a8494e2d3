package himalia.evaluation.slices;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.InterruptCheck;
import himalia.display.bundle.Progress;
import himalia.evaluation.Evaluation;
import himalia.evaluation.Metric;
import himalia.evaluation.comparison.Holm;
import himalia.model.Model;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
        SliceRows.checkDistinct(names);
        var looked = looked(judge, table, names);
        var corrected = Holm.corrected(looked.stream().mapToDouble(LookedSlice::p).toArray());
        var ofParts = new HashMap<SliceRows, Double>();
        looked.stream()
                .filter(slice -> !slice.isPair())
                .forEach(slice -> ofParts.put(slice.parts().get(0), slice.score()));
        var told =
                IntStream.range(0, corrected.length)
                        .boxed()
                        .filter(i -> judge.isWorse(looked.get(i).score(), judge.all()))
                        .filter(i -> isWorseThanParts(looked.get(i), ofParts, judge))
                        .sorted(Comparator.comparingDouble(i -> looked.get(i).p()))
                        .toList();
        long worse = told.stream().filter(i -> corrected[i] < Slices.ALPHA).count();
        return new Slices(
                metric,
                evaluation.rows(),
                judge.overall(),
                looked.size(),
                told.stream()
                        .limit(Math.max(worse, TOLD))
                        .map(
                                i ->
                                        judge.slice(
                                                looked.get(i).rows(),
                                                looked.get(i).p(),
                                                corrected[i]))
                        .toList(),
                evaluation.warning());
    }

    private List<LookedSlice> looked(SliceJudge judge, Table table, List<String> names) {
        var single = new ArrayList<List<SliceRows>>();
        for (var name : names) {
            single.add(
                    SliceRows.of(SliceColumn.of(table, name)).stream()
                            // Nothing is within a column of one value but all rows.
                            .filter(part -> part.rows().length < table.rowCount())
                            .filter(part -> part.rows().length >= leastRows)
                            .toList());
        }
        var places =
                single.stream().map(parts -> SliceRows.places(parts, table.rowCount())).toList();
        var looked = new ArrayList<LookedSlice>();
        var interrupt = new InterruptCheck();
        try (var progress = Progress.whenLong("columns", single.size())) {
            for (int one = 0; one < single.size(); one++) {
                for (var part : single.get(one)) {
                    interrupt.ask();
                    looked.add(LookedSlice.of(judge, List.of(part), part.rows()));
                    for (int other = one + 1; depth > 1 && other < single.size(); other++) {
                        for (var both : part.by(places.get(other)).entrySet()) {
                            interrupt.ask();
                            if (both.getValue().length >= leastRows) {
                                var second = single.get(other).get(both.getKey());
                                looked.add(
                                        LookedSlice.of(
                                                judge, List.of(part, second), both.getValue()));
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

    private static boolean isWorseThanParts(
            LookedSlice slice, Map<SliceRows, Double> ofParts, SliceJudge judge) {
        return !slice.isPair()
                || slice.parts().stream()
                        .allMatch(
                                part ->
                                        judge.isWorse(
                                                slice.score(),
                                                ofParts.getOrDefault(part, judge.all())));
    }
}
