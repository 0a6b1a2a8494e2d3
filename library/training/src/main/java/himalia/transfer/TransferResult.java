package himalia.transfer;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Display;
import himalia.display.bundle.Displayable;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Visible;
import himalia.display.chart.Chart;
import himalia.display.chart.Charts;
import himalia.evaluation.comparison.Holm;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What came of a {@link TransferStudy}: accuracy by way and number of rows, and whether transfer pays.
 *
 * <pre>{@code
 * var source = new MultilayerPerceptron(List.of(64), 30, 42).fit(train, "digit");
 * var result = new TransferStudy(Transfer.fineTune(source, 60, 42), List.of(20, 50), 5).run(others, test, "churned");
 * result.verdict()
 * result.table()                                      // way, rows, accuracy, 95 % from, to
 * result.scores(TransferWay.FROZEN, 50).mean()
 * result.chart()
 * }</pre>
 *
 * @param label what was predicted
 * @param scores of each way and number of rows
 * @param notes what makes the scores better than they are; empty where nothing does
 */
public record TransferResult(String label, List<TransferScores> scores, List<String> notes)
        implements Displayable {
    private static final double USUAL = 0.95;

    public TransferResult {
        given(label, "label");
        scores = List.copyOf(given(scores, "scores"));
        notes = List.copyOf(given(notes, "notes"));
        if (scores.isEmpty()) {
            throw new IllegalArgumentException("there are no scores, and nothing to tell of them");
        }
    }

    /** Returns the ways that were compared. */
    public List<TransferWay> ways() {
        return scores.stream().map(TransferScores::way).distinct().toList();
    }

    /** Returns the numbers of rows that were learnt from. */
    public List<Integer> sizes() {
        return List.copyOf(
                scores.stream()
                        .map(TransferScores::rows)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /**
     * Returns the scores of one way with one number of rows.
     *
     * @throws IllegalArgumentException if they are not among those that were compared
     */
    public TransferScores scores(TransferWay way, int rows) {
        given(way, "way");
        return scores.stream()
                .filter(each -> each.way() == way && each.rows() == rows)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "nothing was trained %s with %d rows; there are: %s with %s"
                                                .formatted(way.words(), rows, ways(), sizes())));
    }

    /**
     * Compares what takes over with what does not, with each number of rows. The probabilities are Holm's: that one of all comparisons tells a difference by chance is
     * no more probable than for a single one. None where there is one draw only.
     */
    public List<TransferComparison> tests() {
        var tests = new ArrayList<TransferComparison>();
        if (scores.get(0).accuracies().length < 2) {
            return tests;
        }
        for (int rows : sizes()) {
            for (var way : ways().stream().filter(TransferWay::isTransfer).toList()) {
                ways().stream()
                        .filter(other -> !other.isTransfer())
                        .forEach(
                                other ->
                                        tests.add(
                                                TransferComparison.of(
                                                        scores(way, rows), scores(other, rows))));
            }
        }
        var corrected = Holm.corrected(tests.stream().mapToDouble(TransferComparison::p).toArray());
        for (int i = 0; i < corrected.length; i++) {
            tests.set(i, tests.get(i).withP(corrected[i]));
        }
        return tests;
    }

    /** Returns what may be said: whether transfer helps, harms, or makes no difference that is more than chance. */
    public String verdict() {
        return new TransferWords(this).verdict();
    }

    /** Returns a row for each way and number of rows: the mean accuracy over the draws, and where it is to be expected. */
    public Table table() {
        var intervals = scores.stream().map(each -> each.interval(USUAL)).toList();
        return Table.create(
                "transfer",
                StringColumn.create("way", scores.stream().map(s -> s.way().words()).toList()),
                IntColumn.create("rows", scores.stream().mapToInt(TransferScores::rows).toArray()),
                DoubleColumn.create(
                        "accuracy", scores.stream().mapToDouble(TransferScores::mean).toArray()),
                DoubleColumn.create(
                        "95 % from", intervals.stream().mapToDouble(i -> i.low()).toArray()),
                DoubleColumn.create("to", intervals.stream().mapToDouble(i -> i.high()).toArray()));
    }

    /** Draws the accuracy of each way over the number of rows, with its interval. */
    public Chart chart() {
        var chart =
                Charts.line("'%s', learnt from few rows".formatted(label))
                        .x("rows", sizes())
                        .yLabel("accuracy");
        for (var way : ways()) {
            var each = sizes().stream().map(rows -> scores(way, rows)).toList();
            chart = chart.y(way.words(), each.stream().map(TransferScores::mean).toList());
            if (each.get(0).accuracies().length > 1) {
                var intervals = each.stream().map(s -> s.interval(USUAL)).toList();
                chart =
                        chart.band(
                                way.words(),
                                intervals.stream().mapToDouble(i -> i.low()).toArray(),
                                intervals.stream().mapToDouble(i -> i.high()).toArray());
            }
        }
        return chart;
    }

    @Override
    public MimeBundle bundle() {
        var words = verdict().lines().map(Visible::line).collect(Collectors.joining("\n"));
        return Display.render(chart().note(new TransferWords(this).headline()))
                .with(MimeBundle.PLAIN, words);
    }

    @Override
    public String toString() {
        return verdict();
    }
}
