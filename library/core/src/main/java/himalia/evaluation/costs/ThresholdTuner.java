package himalia.evaluation.costs;

import static himalia.display.bundle.Given.given;

import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Chooses from which probability on a row is an alarm: often all that a rare class needs.
 *
 * <pre>{@code
 * var tuner = ThresholdTuner.of(model, others);            // rows that are neither learnt from nor judged by
 * tuner.toCost(CostMatrix.of("0", "1", 5, 200))            // what costs least
 * tuner.toPrecision(0.9)                                   // most found, of ten alarms nine right
 * tuner.toAlarms(50)                                       // most found with 50 alarms
 * tuner.toF1().threshold()
 * }</pre>
 *
 * <p>Every probability that a row has is tried; of equally good thresholds the higher one, with fewer alarms, is chosen.
 */
public final class ThresholdTuner {
    private final Predictions predictions;
    private final Labels actual;
    private final String negative;
    private final String positive;
    private final List<OperatingPoint> points;
    private final String learnt;
    private final String warning;

    private ThresholdTuner(
            Predictions predictions,
            Labels actual,
            String positive,
            String learnt,
            String byOrder) {
        this.predictions = predictions;
        this.actual = actual;
        int place = actual.classes().indexOf(positive);
        this.positive = positive;
        this.negative = actual.classes().get(1 - place);
        this.learnt = learnt;
        this.warning = learnt + byOrder;
        this.points = points(place);
    }

    /**
     * Tunes a model of two classes by rows whose class is known; the second class is the positive one, unless {@link #positive}
     * names the other. Where the model has learnt from some of them, which makes it look surer than it is, what is chosen says so.
     */
    public static ThresholdTuner of(Model model, Table rows) {
        given(model, "model");
        given(rows, "rows");
        Target.checkLabelled(model, "ThresholdTuner");
        if (model.schema().target() instanceof Target.Numbers) {
            throw new IllegalArgumentException(
                    "a threshold parts two classes, and this model predicts numbers of '%s'; train a classifier, such as GradientBoosting"
                            .formatted(model.schema().label()));
        }
        var tuner = of(model.predict(rows), rows, model.schema().label());
        return new ThresholdTuner(
                tuner.predictions,
                tuner.actual,
                tuner.positive,
                learnt(model, rows),
                tuner.warning);
    }

    private static String learnt(Model model, Table rows) {
        int count = model.provenance().learntFrom(rows, model.schema().label());
        return count == 0
                ? ""
                : "; the model has learnt from %,d of these %,d rows, so take others"
                        .formatted(count, rows.rowCount());
    }

    /** Tunes predictions of two classes by the label of the table they were made for. */
    public static ThresholdTuner of(Predictions predictions, Table rows, String label) {
        given(predictions, "predictions");
        var classes = predictions.classes();
        if (classes.size() != 2) {
            throw new IllegalArgumentException(
                    "a threshold parts two classes, and there are %d: %s; ask CostMatrix.best for the cheapest of several"
                            .formatted(classes.size(), String.join(", ", classes)));
        }
        var actual = Labels.toCompare(rows, label, classes, "the predictions know only");
        if (actual.size() != predictions.size()) {
            throw new IllegalArgumentException(
                    "there are %d predictions and %d rows to tune by"
                            .formatted(predictions.size(), actual.size()));
        }
        if (actual.size() == 0) {
            throw new IllegalArgumentException(
                    "the table has no rows; there is nothing to tune a threshold by");
        }
        var counts = actual.counts();
        for (int k = 0; k < 2; k++) {
            if (counts[k] == 0) {
                throw new IllegalArgumentException(
                        "class '%s' has none of the rows to tune by, %d; a threshold needs rows of both"
                                .formatted(classes.get(k), actual.size()));
            }
        }
        return new ThresholdTuner(
                predictions, actual, classes.get(1), "", byOrder(classes, counts));
    }

    /** Alarms are for a rare class as a rule, and its name need not be the last. */
    private static String byOrder(List<String> classes, int[] counts) {
        return counts[1] <= counts[0]
                ? ""
                : "; '%s' is tuned because it is the second class by order; positive(\"%s\") tunes the rarer one"
                        .formatted(classes.get(1), classes.get(0));
    }

    /**
     * Tunes the class of this name, whichever comes first by order: scikit-learn's {@code pos_label}.
     *
     * <pre>{@code
     * ThresholdTuner.of(model, others).positive("churn").toF1()
     * }</pre>
     *
     * @throws IllegalArgumentException if it is none of both
     */
    public ThresholdTuner positive(String className) {
        predictions.probabilities(given(className, "className"));
        return new ThresholdTuner(predictions, actual, className, learnt, "");
    }

    /** All thresholds, from the one that lets nothing pass down. */
    private List<OperatingPoint> points(int place) {
        var score = predictions.probabilities(positive);
        var order =
                IntStream.range(0, score.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(row -> -score[row]))
                        .toList();
        var points = new ArrayList<OperatingPoint>();
        int hits = 0;
        int wrong = 0;
        int all = actual.counts()[place];
        points.add(point(Double.POSITIVE_INFINITY, all, 0, 0));
        for (int i = 0; i < order.size(); i++) {
            int row = order.get(i);
            boolean isPositive = actual.code(row) == place;
            hits += isPositive ? 1 : 0;
            wrong += isPositive ? 0 : 1;
            if (i == order.size() - 1 || score[order.get(i + 1)] != score[row]) {
                points.add(point(score[row], all, hits, wrong));
            }
        }
        return points;
    }

    private OperatingPoint point(double threshold, int all, int hits, int wrong) {
        return new OperatingPoint(
                "",
                negative,
                positive,
                threshold,
                hits,
                wrong,
                all - hits,
                actual.size() - all - wrong);
    }

    /** Chooses what costs least on these rows, whether or not the probabilities are honest. */
    public OperatingPoint toCost(CostMatrix costs) {
        given(costs, "costs");
        // Named here, so that a class without a cost is refused before the search.
        costs.cost(negative, positive);
        costs.cost(positive, negative);
        var best = best(point -> true, point -> -point.cost(costs));
        return named(best, String.format(Locale.ROOT, "least cost, %.6g", best.cost(costs)));
    }

    /**
     * Chooses what finds most while a share of the alarms is right.
     *
     * @throws IllegalArgumentException if no threshold has that precision, with the most there is
     */
    public OperatingPoint toPrecision(double least) {
        if (!(least > 0 && least <= 1)) {
            throw new IllegalArgumentException(
                    "precision must be above 0 and at most 1, got " + least);
        }
        if (points.stream().noneMatch(point -> point.hits() > 0 && point.precision() >= least)) {
            var best = best(point -> point.hits() > 0, OperatingPoint::precision);
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "no threshold has a precision of %s on these rows; the most is %.4f, with recall %.4f",
                            least,
                            best.precision(),
                            best.recall()));
        }
        return named(
                best(
                        point -> point.hits() > 0 && point.precision() >= least,
                        OperatingPoint::recall),
                "precision of at least " + least);
    }

    /** Chooses what finds most with so many alarms at most, of as many rows as these. */
    public OperatingPoint toAlarms(int most) {
        if (most < 0) {
            throw new IllegalArgumentException(
                    "the number of alarms must be 0 or more, got " + most);
        }
        return named(
                best(point -> point.alarms() <= most, OperatingPoint::recall),
                "at most %,d alarms".formatted(most));
    }

    /** Chooses the largest F1. */
    public OperatingPoint toF1() {
        return named(best(point -> true, OperatingPoint::f1), "largest F1");
    }

    /** Returns what a threshold gives on these rows, such as 0.5. */
    public OperatingPoint at(double threshold) {
        OperatingPoint.checkThreshold(threshold);
        var here = points.get(0);
        for (var point : points) {
            here = point.threshold() >= threshold ? point : here;
        }
        return named(here, "threshold " + threshold, threshold);
    }

    private OperatingPoint best(
            Predicate<OperatingPoint> isAllowed, ToDoubleFunction<OperatingPoint> goodness) {
        var best = points.get(0);
        double most = Double.NEGATIVE_INFINITY;
        for (var point : points) {
            double good = goodness.applyAsDouble(point);
            if (isAllowed.test(point) && good > most) {
                best = point;
                most = good;
            }
        }
        return best;
    }

    private OperatingPoint named(OperatingPoint point, String goal) {
        return named(point, goal, point.threshold());
    }

    private OperatingPoint named(OperatingPoint point, String goal, double threshold) {
        return new OperatingPoint(
                goal + warning,
                negative,
                positive,
                threshold,
                point.hits(),
                point.falseAlarms(),
                point.misses(),
                point.rest());
    }

    @Override
    public String toString() {
        return "ThresholdTuner[%,d thresholds between %s and %s%s]"
                .formatted(points.size(), negative, positive, warning);
    }
}
