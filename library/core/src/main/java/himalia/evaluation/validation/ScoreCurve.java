package himalia.evaluation.validation;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Display;
import himalia.display.bundle.Displayable;
import himalia.display.bundle.InterruptCheck;
import himalia.display.bundle.Listed;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Progress;
import himalia.display.chart.Chart;
import himalia.display.chart.Charts;
import himalia.evaluation.Metric;
import himalia.evaluation.folds.Fold;
import himalia.evaluation.folds.FoldAdvice;
import himalia.evaluation.folds.Splitter;
import himalia.model.Trainer;
import himalia.table.Seeds;
import himalia.table.Shuffle;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * A metric over the number of rows that are learnt from, or over a setting: of the rows that were learnt from, and of those that were not.
 *
 * <pre>{@code
 * ScoreCurve.learning(trainer, train, "churned", new StratifiedKFold(5, 42), "roc_auc", 0.1, 0.3, 0.5, 1.0)
 * ScoreCurve.validation(c -> new LogisticRegression(c), "c", train, "churned", new StratifiedKFold(5, 42), "roc_auc", 0.01, 0.1, 1)
 * }</pre>
 *
 * <p>Where both lines lie near each other and low, more rows will not help and a richer model may; where they lie apart, it is the other way.
 *
 * @param metric its name
 * @param setting what lies along the axis: {@code rows}, or the name of a setting
 * @param x its values
 * @param train the metric of the rows that were learnt from, an array a value, a number a fold
 * @param test that of the rows that were not
 */
public record ScoreCurve(
        String metric, String setting, double[] x, double[][] train, double[][] test)
        implements Displayable {
    private static final String ROWS = "rows";

    private static final int NAMED = 5;

    public ScoreCurve {
        given(metric, "metric");
        given(setting, "setting");
        x = given(x, "x").clone();
        train = copy(given(train, "train"));
        test = copy(given(test, "test"));
        if (x.length == 0 || train.length != x.length || test.length != x.length) {
            throw new IllegalArgumentException(
                    "as many scores as values are wanted, and one at least, got %d and %d for %d"
                            .formatted(train.length, test.length, x.length));
        }
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public double[] x() {
        return x.clone();
    }

    @Override
    public double[][] train() {
        return copy(train);
    }

    @Override
    public double[][] test() {
        return copy(test);
    }

    /**
     * Trains with ever more rows of each fold, in the table's order; scikit-learn's {@code learning_curve}. As many rows are taken of every fold:
     * shares are of the smallest one, such as the first of a {@link himalia.evaluation.folds.TimeSeriesSplit}.
     *
     * @param metric its name; {@code f1(no)} is that of class no
     * @param shares of the rows that a fold learns from, above 0 and at most 1, from the smallest up
     */
    public static ScoreCurve learning(
            Trainer trainer,
            Table table,
            String label,
            Splitter splitter,
            String metric,
            double... shares) {
        return learning(trainer, table, label, splitter, metric, shares, rows -> rows);
    }

    /**
     * The same, but that the rows of each fold are mixed first; scikit-learn's {@code shuffle=True}. It is for a table that is sorted by its label, and not
     * for one in an order of time.
     *
     * @param seed makes two runs agree
     */
    public static ScoreCurve shuffledLearning(
            Trainer trainer,
            Table table,
            String label,
            Splitter splitter,
            String metric,
            long seed,
            double... shares) {
        return learning(
                trainer,
                table,
                label,
                splitter,
                metric,
                shares,
                rows -> Shuffle.all(rows, Seeds.random(seed)));
    }

    private static ScoreCurve learning(
            Trainer trainer,
            Table table,
            String label,
            Splitter splitter,
            String metric,
            double[] shares,
            UnaryOperator<int[]> order) {
        given(trainer, "trainer");
        if (given(shares, "shares").length == 0) {
            throw new IllegalArgumentException(
                    "shares of the rows to learn from are missing; name some, such as 0.1, 0.3, 1");
        }
        for (int i = 0; i < shares.length; i++) {
            if (!(shares[i] > 0 && shares[i] <= 1)) {
                throw new IllegalArgumentException(
                        "shares of the rows to learn from are above 0 and at most 1, got "
                                + shares[i]);
            }
            if (i > 0 && shares[i] <= shares[i - 1]) {
                throw new IllegalArgumentException(
                        "shares of the rows to learn from go up, got %s after %s"
                                .formatted(shares[i], shares[i - 1]));
            }
        }
        return judged(share -> trainer, ROWS, table, label, splitter, metric, shares, order);
    }

    /**
     * Trains with each value of a setting; scikit-learn's {@code validation_curve}.
     *
     * @param trainer makes the trainer of a value
     * @param setting what the values are of
     */
    public static ScoreCurve validation(
            DoubleFunction<Trainer> trainer,
            String setting,
            Table table,
            String label,
            Splitter splitter,
            String metric,
            double... values) {
        given(trainer, "trainer");
        given(setting, "setting");
        given(values, "values");
        return judged(trainer, setting, table, label, splitter, metric, values, null);
    }

    private static ScoreCurve judged(
            DoubleFunction<Trainer> trainer,
            String setting,
            Table table,
            String label,
            Splitter splitter,
            String metric,
            double[] values,
            @Nullable UnaryOperator<int[]> order) {
        var scored = Metric.named(metric);
        for (double value : values) {
            scored.checkFits(trainer.apply(value));
        }
        Tables.column(table, given(label, "label"));
        var folds = given(splitter, "splitter").split(table, label);
        var advice = new FoldAdvice(splitter, table, label);
        UndefinedFolds.refuse(scored, folds, advice);
        int smallest = folds.stream().mapToInt(Fold::trainSize).min().orElse(0);
        var x = values.clone();
        var train = new double[values.length][folds.size()];
        var test = new double[values.length][folds.size()];
        var interrupt = new InterruptCheck();
        try (var progress = Progress.whenLong("models", (long) values.length * folds.size())) {
            for (int fold = 0; fold < folds.size(); fold++) {
                var rows = folds.get(fold).trainRows();
                for (int i = 0; i < values.length; i++) {
                    interrupt.ask();
                    var learnt = rows;
                    if (order != null) {
                        x[i] = size(values[i], smallest);
                        learnt = Arrays.copyOf(order.apply(rows.clone()), (int) x[i]);
                    }
                    var each = trainer.apply(values[i]);
                    var both =
                            JudgedFold.trainAndTest(
                                    each,
                                    table,
                                    label,
                                    splitter,
                                    learnt,
                                    folds.get(fold).testRows(),
                                    order == null || values[i] == 1
                                            ? FoldClasses.of(fold, advice)
                                            : ofShare(fold, values[i]));
                    train[i][fold] = scored.of(both.get(0));
                    test[i][fold] = scored.of(both.get(1));
                    progress.advance(1);
                }
            }
            progress.finish("");
        }
        return new ScoreCurve(metric, setting, x, train, test);
    }

    private static FoldClasses ofShare(int fold, double share) {
        return new FoldClasses(
                "fold %d, at the share %s of them,".formatted(fold, share),
                () -> "take a larger share, or mix the rows by shuffledLearning");
    }

    private static int size(double share, int rows) {
        return Math.max(1, (int) (share * rows));
    }

    /** Returns the mean over folds of the rows that were learnt from, a number a value. */
    public double[] trainMeans() {
        return means(train);
    }

    /** Returns the mean over folds of the rows that were not learnt from, a number a value. */
    public double[] testMeans() {
        return means(test);
    }

    private static double[] means(double[][] scores) {
        return Arrays.stream(scores)
                .mapToDouble(folds -> Arrays.stream(folds).average().orElse(Double.NaN))
                .toArray();
    }

    /** Draws both. */
    public Chart chart() {
        var note = undefined();
        return note.isEmpty() ? drawn() : drawn().note(note);
    }

    /** Says at which values the mean of the other rows is undefined, where no point is; empty where at none. */
    private String undefined() {
        var means = testMeans();
        var lost =
                IntStream.range(0, x.length)
                        .filter(i -> Double.isNaN(means[i]))
                        .mapToObj(i -> String.valueOf(x[i]))
                        .toList();
        return lost.isEmpty()
                ? ""
                : "no points of other rows at %s: %s is undefined in some fold, and so is its mean"
                        .formatted(Listed.of(lost, NAMED), metric);
    }

    private Chart drawn() {
        if (setting.equals(ROWS)) {
            var both = new LinkedHashMap<String, double[][]>();
            both.put("rows learnt from", train);
            both.put("other rows", test);
            return Charts.learningCurve(metric + " over rows", x, both);
        }
        return Charts.line(metric + " over " + setting)
                .x(setting, x)
                .y("rows learnt from", trainMeans())
                .y("other rows", testMeans());
    }

    @Override
    public MimeBundle bundle() {
        return Display.renderers().render(chart());
    }

    @Override
    public String toString() {
        return "%s over %s %s: %s of other rows"
                .formatted(metric, setting, Arrays.toString(x), Arrays.toString(testMeans()));
    }
}
