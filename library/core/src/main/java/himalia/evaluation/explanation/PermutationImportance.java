package himalia.evaluation.explanation;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.InterruptCheck;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Progress;
import himalia.display.chart.Chart;
import himalia.display.chart.Charts;
import himalia.evaluation.Interval;
import himalia.evaluation.Metric;
import himalia.evaluation.Scoring;
import himalia.model.Model;
import himalia.model.NumberPredictions;
import himalia.model.Predictions;
import himalia.model.Scorer;
import himalia.table.Seeds;
import himalia.table.Shuffle;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumberColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * How much worse a model gets when a column's cells are mixed, so that the column tells nothing; of any model and metric.
 *
 * <pre>{@code
 * PermutationImportance.of(model, test, "churned", 5, 42)     // the most important first
 * PermutationImportance.of(model, test, "churned", Scoring.ROC_AUC, 5, 42)     // where few rows are of one class
 * }</pre>
 *
 * <p>As scikit-learn's {@code permutation_importance}: by accuracy where classes are told apart, by R² where numbers are predicted,
 * and by {@code ndcg} where the rows of a query are put in order, unless a scorer is given. Of two columns that tell the same, each alone seems to count little.
 *
 * @param metric what was measured, in a word
 * @param whole the metric with no column mixed
 * @param features the columns, the most important first
 * @param lost by how much worse it was, a row a feature, a number each time it was mixed
 */
public record PermutationImportance(
        String metric, double whole, List<String> features, double[][] lost)
        implements Explanation {
    private static final double USUAL = 0.95;
    private static final int TOLD = 5;

    public PermutationImportance {
        given(metric, "metric");
        features = List.copyOf(given(features, "features"));
        lost = copy(given(lost, "lost"));
        if (features.size() != lost.length) {
            throw new IllegalArgumentException(
                    "there are %d features and what was lost without %d"
                            .formatted(features.size(), lost.length));
        }
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public double[][] lost() {
        return copy(lost);
    }

    /**
     * Mixes each column that the model reads.
     *
     * @param table rows with their label, which the model has not learnt from
     * @param repeats how often each column is mixed
     * @param seed makes two runs agree
     */
    public static PermutationImportance of(
            Model model, Table table, String label, int repeats, long seed) {
        return of(model, table, label, Scoring.ACCURACY_OR_R2, repeats, seed);
    }

    /**
     * The same by a metric's name.
     *
     * <pre>{@code
     * PermutationImportance.of(model, test, "churned", "log_loss", 5, 42)
     * }</pre>
     *
     * @param metric such as {@code roc_auc}, {@code f1(no)} or {@code rmse}
     */
    public static PermutationImportance of(
            Model model, Table table, String label, String metric, int repeats, long seed) {
        given(model, "model");
        Tables.column(Tables.given(table), given(label, "label"));
        var named = Metric.named(metric);
        int sign = named.isGreaterBetter() ? 1 : -1;
        var by = of(model, table, label, named, repeats, seed);
        return new PermutationImportance(metric, sign * by.whole, by.features, by.lost);
    }

    /**
     * The same by a metric of one's own choice.
     *
     * @param scorer what a model is worth, more for a better one: {@code Scoring.ROC_AUC}
     * @param repeats how often each column is mixed
     * @param seed makes two runs agree
     * @throws IllegalArgumentException if the metric says nothing of these rows, as ROC AUC of those of one class, or the model predicts no column
     */
    public static PermutationImportance of(
            Model model, Table table, String label, Scorer scorer, int repeats, long seed) {
        given(model, "model");
        Tables.column(Tables.given(table), given(label, "label"));
        var judge = RankingScorer.of(given(scorer, "scorer"), model);
        if (repeats < 1) {
            throw new IllegalArgumentException("repeats must be at least 1, got " + repeats);
        }
        ExplainedRows.check(table);
        var interrupt = new InterruptCheck();
        checkLabel(model);
        var said = model.predict(table);
        double whole = judge.score(said, table, label);
        checkWhole(whole, named(judge, said), Tables.column(table, label));
        var random = Seeds.random(seed);
        var names = model.schema().featureNames();
        var lost = new double[names.size()][repeats];
        try (var progress = Progress.whenLong("columns mixed", (long) repeats * names.size())) {
            for (int j = 0; j < lost.length; j++) {
                for (int i = 0; i < repeats; i++) {
                    interrupt.ask();
                    var mixed = mixed(table, names.get(j), random);
                    lost[j][i] = whole - judge.score(model.predict(mixed), table, label);
                    progress.advance(1);
                }
            }
            progress.finish("");
        }
        var order =
                IntStream.range(0, lost.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(j -> -mean(lost[j])))
                        .toList();
        return new PermutationImportance(
                named(judge, said),
                whole,
                order.stream().map(names::get).toList(),
                order.stream().map(j -> lost[j]).toArray(double[][]::new));
    }

    private static void checkLabel(Model model) {
        if (model.schema().target().column().isEmpty()) {
            throw new IllegalArgumentException(
                    "%s predicts no column, and nothing tells what mixing another one costs; explain a model that predicts numbers or classes"
                            .formatted(model.trainer().name()));
        }
    }

    /** Of rows of one class, or of one number, some metrics say nothing. */
    private static void checkWhole(double whole, String metric, Column<?> label) {
        if (Double.isNaN(whole)) {
            boolean isOne = label.countUnique() == 1;
            throw new IllegalArgumentException(
                    "%s says nothing of these rows%s; take others, or another metric, such as %s"
                            .formatted(
                                    metric,
                                    isOne
                                            ? ", whose '%s' is always %s"
                                                    .formatted(label.name(), label.get(0))
                                            : "",
                                    label instanceof NumberColumn<?, ?> && metric.equals("r2")
                                            ? "rmse"
                                            : "accuracy"));
        }
    }

    private static String named(Scorer scorer, Predictions said) {
        if (scorer == Scoring.ACCURACY_OR_R2) {
            return (said instanceof NumberPredictions ? Scoring.R2 : Scoring.ACCURACY).toString();
        }
        if (scorer instanceof RankingScorer ranking) {
            return named(ranking.metric(), said);
        }
        if (scorer instanceof Metric metric) {
            return metric.isGreaterBetter() ? metric.name() : "neg_" + metric.name();
        }
        return scorer instanceof Scoring ? scorer.toString() : "score";
    }

    private static Table mixed(Table table, String name, Random random) {
        var order = Shuffle.all(IntStream.range(0, table.rowCount()).toArray(), random);
        var mixed = Tables.rows(Table.create(Tables.column(table, name)), order);
        return ExplainedRows.with(table, mixed.column(0));
    }

    /** Returns by how much less the metric is without a column, on the mean. */
    public double mean(String feature) {
        return mean(lost[place(feature)]);
    }

    /** Returns how far the single numbers lie from their mean, as scikit-learn's {@code importances_std}. */
    public double deviation(String feature) {
        return deviation(lost[place(feature)]);
    }

    /**
     * Returns the mean with the ends between which that of very many mixings is to be expected, by Student's t; NaN for one mixing. It says nothing
     * of other rows.
     *
     * @param confidence between 0 and 1, such as 0.95
     */
    public Interval interval(String feature, double confidence) {
        return interval(lost[place(feature)], confidence);
    }

    static Interval interval(double[] lost, double confidence) {
        double mean = mean(lost);
        int count = lost.length;
        if (count < 2) {
            return new Interval(mean, Double.NaN, Double.NaN, confidence);
        }
        double error = deviation(lost) / Math.sqrt(count - 1.0);
        double margin =
                error
                        * new TDistribution(null, count - 1.0)
                                .inverseCumulativeProbability((1 + confidence) / 2);
        return new Interval(mean, mean - margin, mean + margin, confidence);
    }

    static double mean(double[] lost) {
        return Arrays.stream(lost).average().orElse(Double.NaN);
    }

    private static double deviation(double[] lost) {
        double mean = mean(lost);
        double squares = Arrays.stream(lost).map(each -> (each - mean) * (each - mean)).sum();
        return Math.sqrt(squares / lost.length);
    }

    private int place(String feature) {
        return ExplainedRows.place(features, feature);
    }

    /** Returns these as a table: {@code feature}, {@code importance}, {@code deviation}, the most important first. */
    public Table table() {
        return Table.create(
                "permutation importance",
                StringColumn.create("feature", features),
                DoubleColumn.create(
                        "importance", features.stream().mapToDouble(this::mean).toArray()),
                DoubleColumn.create(
                        "deviation", features.stream().mapToDouble(this::deviation).toArray()));
    }

    @Override
    public Chart chart() {
        var means = new LinkedHashMap<String, Double>();
        features.forEach(each -> means.put(each, mean(each)));
        return Charts.featureImportance("Mixed columns: what is lost of " + metric, means);
    }

    @Override
    public MimeBundle bundle() {
        return new ImportanceGrid(this, USUAL).bundle();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s %.4f; with a column mixed worse by %s",
                metric,
                whole,
                features.stream()
                        .limit(TOLD)
                        .map(each -> String.format(Locale.ROOT, "%s %.4f", each, mean(each)))
                        .collect(Collectors.joining(", ")));
    }
}
