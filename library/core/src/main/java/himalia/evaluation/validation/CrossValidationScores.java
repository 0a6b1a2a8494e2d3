package himalia.evaluation.validation;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import himalia.display.bundle.Displayable;
import himalia.display.bundle.Escape;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Visible;
import himalia.display.grid.Grid;
import himalia.display.grid.GridOptions;
import himalia.evaluation.Interval;
import himalia.evaluation.Metric;
import himalia.model.Target;
import java.time.Duration;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.distribution.TDistribution;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * How good the models of all folds are.
 *
 * <pre>{@code
 * var scores = CrossValidation.of(trainer, table, "churned", new StratifiedKFold(5, 42)).scores("roc_auc");
 * scores.mean("roc_auc")
 * scores.interval("roc_auc", 0.95)
 * scores.table()                     // a row a fold
 * }</pre>
 *
 * @param trainer what was trained, with its settings
 * @param folds in the order of the splitter
 */
public record CrossValidationScores(String trainer, List<FoldScores> folds) implements Displayable {
    private static final int FEWEST_FOLDS = 2;

    public CrossValidationScores {
        given(trainer, "trainer");
        folds = List.copyOf(given(folds, "folds"));
        if (folds.isEmpty()) {
            throw new IllegalArgumentException("there are no folds, and nothing to tell of them");
        }
    }

    /** Returns the names of the metrics. */
    public List<String> metrics() {
        return List.copyOf(folds.get(0).metrics().keySet());
    }

    /**
     * Returns a metric of each fold.
     *
     * @throws IllegalArgumentException if it was not asked for
     */
    public double[] values(String metric) {
        if (!folds.get(0).metrics().containsKey(given(metric, "metric"))) {
            throw new IllegalArgumentException(
                    "'%s' was not asked for; there are: %s; CrossValidation.scores(\"%s\") computes it without training again"
                            .formatted(metric, String.join(", ", metrics()), metric));
        }
        return folds.stream().mapToDouble(fold -> fold.metrics().get(metric)).toArray();
    }

    /**
     * Returns a metric of each fold, by which models can be put in an order.
     *
     * @throws IllegalArgumentException if it is undefined in a fold, which is named
     */
    public double[] comparable(String metric) {
        var values = values(metric);
        for (int fold = 0; fold < values.length; fold++) {
            if (Double.isNaN(values[fold])) {
                throw new IllegalArgumentException(
                        "%s is undefined in fold %d of %s, and nothing is better or worse than that; %s, or another metric"
                                .formatted(metric, fold, trainer, mend(metric)));
            }
        }
        return values;
    }

    /** By what the metric judges; of one of one's own nobody knows. */
    private static String mend(String metric) {
        Optional<Target.Kind> kind;
        try {
            kind = Metric.named(metric).judges();
        } catch (IllegalArgumentException ofOnesOwn) {
            kind = Optional.empty();
        }
        var ofClasses =
                "take a splitter whose folds all have rows of each class, such as StratifiedKFold of no more folds than the rarest class has rows";
        var ofNumbers = "take fewer folds, each judged by two rows at least whose numbers differ";
        return kind.map(known -> known == Target.Kind.CLASSES ? ofClasses : ofNumbers)
                .orElse(ofClasses + "; of numbers, " + ofNumbers);
    }

    /** Returns the mean of a metric over the folds. */
    public double mean(String metric) {
        return DoubleStream.of(values(metric)).average().orElse(Double.NaN);
    }

    /** Returns the mean of the first metric in words. */
    String firstMean() {
        var metric = metrics().get(0);
        double mean = mean(metric);
        return Double.isNaN(mean)
                ? "mean %s undefined".formatted(metric)
                : String.format(Locale.ROOT, "mean %s %.4f", metric, mean);
    }

    /** Returns the standard deviation of a metric over the folds, with one less than their number. */
    public double deviation(String metric) {
        var values = values(metric);
        double mean = mean(metric);
        double squares = DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / (values.length - 1));
    }

    /**
     * Returns where the mean is to be expected: Student's interval, widened because the folds learn from the same rows, and cut where
     * the metric ends: no area under a curve is above 1.
     *
     * <p>C. Nadeau, Y. Bengio (2003): Inference for the Generalization Error. Machine Learning 52, 239–281.
     *
     * @param confidence such as 0.95
     * @return with NaN for its ends where there is one fold only
     */
    public Interval interval(String metric, double confidence) {
        double mean = mean(metric);
        var unknown = new Interval(mean, Double.NaN, Double.NaN, confidence);
        if (folds.size() < 2) {
            return unknown;
        }
        double error = deviation(metric) * Math.sqrt(1.0 / folds.size() + testOverTrain());
        double margin =
                error
                        * new TDistribution(null, folds.size() - 1)
                                .inverseCumulativeProbability((1 + confidence) / 2);
        var range = range(metric);
        return new Interval(
                mean,
                Math.max(mean - margin, range.getMin()),
                Math.min(mean + margin, range.getMax()),
                confidence);
    }

    /** How far a metric reaches, by its name; one of one's own that is called as another may reach further. */
    private DoubleSummaryStatistics range(String metric) {
        var range = DoubleStream.of(values(metric)).summaryStatistics();
        try {
            var known = Metric.named(metric);
            range.accept(known.least());
            range.accept(known.most());
        } catch (IllegalArgumentException ofOnesOwn) {
            range.accept(Double.NEGATIVE_INFINITY);
            range.accept(Double.POSITIVE_INFINITY);
        }
        return range;
    }

    /** Returns how many rows are judged by for each that is learnt from, on the mean. */
    public double testOverTrain() {
        return folds.stream()
                .mapToDouble(fold -> (double) fold.testRows() / fold.trainRows())
                .average()
                .orElse(Double.NaN);
    }

    /** Returns how long all models were trained, in sum. */
    public Duration fit() {
        return folds.stream().map(FoldScores::fit).reduce(Duration.ZERO, Duration::plus);
    }

    /** Returns a row a fold: its number, its metrics, its rows, and how long it took, in seconds. */
    public Table table() {
        var table = Table.create("folds");
        var number = IntColumn.create("fold");
        var train = IntColumn.create("train rows");
        var test = IntColumn.create("test rows");
        var fit = DoubleColumn.create("fit seconds");
        var predict = DoubleColumn.create("predict seconds");
        for (var fold : folds) {
            number.append(number.size());
            train.append(fold.trainRows());
            test.append(fold.testRows());
            fit.append(seconds(fold.fit()));
            predict.append(seconds(fold.predict()));
        }
        table.addColumns(number);
        for (var metric : metrics()) {
            table.addColumns(DoubleColumn.create(metric, values(metric)));
        }
        return table.addColumns(train, test, fit, predict);
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    /** Says of which metrics some folds are undefined, and with them the mean; empty where of none. */
    private String undefined() {
        var told = new StringBuilder();
        for (var metric : metrics()) {
            long folds = DoubleStream.of(values(metric)).filter(Double::isNaN).count();
            if (folds > 0) {
                told.append(
                        "%s is undefined in %d of %s, and so is its mean. "
                                .formatted(metric, folds, Amount.of(this.folds.size(), "fold")));
            }
        }
        return told.length() == 0
                ? ""
                : told
                        + (folds.size() > FEWEST_FOLDS
                                ? "Each fold should be judged by rows of every class, or by numbers that differ: take StratifiedKFold, rows in another order, or fewer folds, or another metric."
                                : "Each fold should be judged by rows of every class, or by numbers that differ: take StratifiedKFold, rows in another order, or more rows, or another metric.");
    }

    private String headline() {
        return Visible.line(
                String.format(
                        Locale.ROOT,
                        "%s, %s, trained in %.2f s",
                        trainer,
                        Amount.of(folds.size(), "fold"),
                        seconds(fit())));
    }

    @Override
    public MimeBundle bundle() {
        var grid = Grid.of(new FoldsGrid(this)).with(GridOptions.DEFAULT.precision(4));
        var note = Visible.line(undefined());
        return MimeBundle.plain(
                        headline() + "\n\n" + grid.text() + (note.isEmpty() ? "" : "\n\n" + note))
                .html(
                        Escape.verbatim(
                                "<p>"
                                        + Escape.html(headline())
                                        + "</p>"
                                        + new FoldsGrid(this).drawn().html()
                                        + (note.isEmpty()
                                                ? ""
                                                : "<p>" + Escape.html(note) + "</p>")));
    }

    @Override
    public String toString() {
        var text = new StringBuilder(headline());
        for (var metric : metrics()) {
            text.append("; ").append(metric).append(' ').append(interval(metric, 0.95));
        }
        return text.toString();
    }
}
