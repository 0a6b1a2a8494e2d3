package himalia.evaluation;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.InterruptCheck;
import himalia.display.bundle.Progress;
import himalia.table.Quantile;
import himalia.table.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How sure a metric is: it is computed again for rows drawn with replacement, and where most of these numbers lie is the interval.
 *
 * <pre>{@code
 * new Bootstrap(1000, 0.95, 42).interval(report, Metric.named("roc_auc"))   // 0.9312 (95 %: 0.9105 to 0.9487)
 * }</pre>
 *
 * <p>A draw for which the metric is undefined, such as one of a single class, is left out. Of a ranking whole queries are drawn. Other rows that belong together, as those of one
 * customer, make it too narrow.
 *
 * <p>B. Efron (1979): Bootstrap Methods: Another Look at the Jackknife. The Annals of Statistics 7, 1–26.
 *
 * @param draws how often, at least 10; a thousand is usual
 * @param confidence the share of samples whose interval holds the truth, such as 0.95
 * @param seed makes two runs agree
 */
public record Bootstrap(int draws, double confidence, long seed) {
    private static final int LEAST_DRAWS = 10;

    public Bootstrap {
        if (draws < LEAST_DRAWS) {
            throw new IllegalArgumentException(
                    "draws must be at least %d, got %d".formatted(LEAST_DRAWS, draws));
        }
        Interval.checkConfidence(confidence);
    }

    /**
     * Returns where a metric lies.
     *
     * @throws IllegalArgumentException if it is undefined in more than half of the draws
     */
    public Interval interval(Evaluation evaluation, Metric metric) {
        double value = given(metric, "metric").of(given(evaluation, "evaluation"));
        var defined = defined(evaluation, List.of(metric)).get(0);
        if (areTooFew(defined)) {
            throw new IllegalArgumentException(
                    "%s is undefined in %d of %d draws, and the others alone would tell too little; judge by more rows, or by rows of each class"
                            .formatted(metric, draws - defined.length, draws));
        }
        return interval(value, defined);
    }

    /** Returns the same, but that of a metric that is undefined in most draws both ends are NaN: for many slices at once. */
    public Interval intervalOrNone(Evaluation evaluation, Metric metric) {
        return intervalsOrNone(evaluation, List.of(given(metric, "metric"))).get(0);
    }

    /** Returns the same of many metrics, in their order, by the same draws: rows are drawn once for all. */
    public List<Interval> intervalsOrNone(Evaluation evaluation, List<Metric> metrics) {
        given(evaluation, "evaluation");
        var defined = defined(evaluation, given(metrics, "metrics"));
        return IntStream.range(0, metrics.size())
                .mapToObj(i -> intervalOrNone(metrics.get(i).of(evaluation), defined.get(i)))
                .toList();
    }

    private Interval intervalOrNone(double value, double[] defined) {
        return areTooFew(defined)
                ? new Interval(value, Double.NaN, Double.NaN, confidence)
                : interval(value, defined);
    }

    private boolean areTooFew(double[] defined) {
        return defined.length * 2 < draws;
    }

    private Interval interval(double value, double[] defined) {
        double tail = (1 - confidence) / 2;
        return new Interval(
                value, Quantile.of(defined, tail), Quantile.of(defined, 1 - tail), confidence);
    }

    /** Returns each metric of each draw of which it is defined, in order. */
    private List<double[]> defined(Evaluation evaluation, List<Metric> metrics) {
        var random = Seeds.random(seed);
        var found = new double[metrics.size()][draws];
        var interrupt = new InterruptCheck();
        try (var progress = Progress.whenLong("draws", draws)) {
            for (int draw = 0; draw < draws; draw++) {
                interrupt.ask();
                var drawn = evaluation.drawn(random);
                for (int i = 0; i < found.length; i++) {
                    found[i][draw] = metrics.get(i).of(drawn);
                }
                progress.advance(1);
            }
            progress.finish("");
        }
        return Arrays.stream(found)
                .map(each -> Arrays.stream(each).filter(one -> !Double.isNaN(one)).sorted())
                .map(DoubleStream::toArray)
                .toList();
    }
}
