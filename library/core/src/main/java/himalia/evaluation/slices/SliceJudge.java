package himalia.evaluation.slices;

import himalia.evaluation.Bootstrap;
import himalia.evaluation.Evaluation;
import himalia.evaluation.Interval;
import himalia.evaluation.Metric;
import himalia.table.Seeds;
import himalia.table.Shuffle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/** Scores parts of the rows by one metric: how good, how sure, and whether as many rows drawn by chance are as bad. */
final class SliceJudge {
    private static final double CONFIDENCE = 0.95;
    private static final int DRAWS = 200;
    private static final long SEED = 42;

    private static final double LEAST_SKEWNESS = 0.01;

    /** Sizes that are nearer to each other share their draws. */
    private static final double STEP = 1.1;

    private final Evaluation evaluation;
    private final Metric metric;
    private final double overall;
    private final Map<Integer, DescriptiveStatistics> drawn = new HashMap<>();

    SliceJudge(Evaluation evaluation, Metric metric) {
        this.evaluation = evaluation;
        this.metric = metric;
        this.overall = metric.of(evaluation);
    }

    Interval overall() {
        return interval(evaluation, score(evaluation));
    }

    /** How good a part is, and how probable it is that chance is as bad. */
    record JudgedPart(Evaluation part, double score, double p) {}

    /** Cuts a part out of all rows, which is the most of the work, and judges it. */
    JudgedPart judged(int[] rows) {
        var part = evaluation.ofRows(rows);
        double score = score(part);
        return new JudgedPart(part, score, p(part, score, rows.length));
    }

    private double score(Evaluation part) {
        return SlicedShare.score(metric, part);
    }

    boolean isWorse(double score, double than) {
        return metric.isGreaterBetter() ? score < than : score > than;
    }

    double all() {
        return overall;
    }

    Slice slice(SliceRows rows) {
        var judged = judged(rows.rows());
        return new Slice(
                rows.conditions(),
                rows.rows(),
                interval(judged.part(), judged.score()),
                judged.p(),
                judged.p());
    }

    /** Returns a slice of which it is known already how probable it is: its interval may cost many draws. */
    Slice slice(SliceRows rows, double p, double corrected) {
        var part = evaluation.ofRows(rows.rows());
        return new Slice(rows.conditions(), rows.rows(), interval(part, score(part)), p, corrected);
    }

    private Interval interval(Evaluation part, double score) {
        if (Double.isNaN(score)) {
            return new Interval(score, score, score, CONFIDENCE);
        }
        var share = SlicedShare.of(metric.name(), part);
        if (share.isPresent()) {
            return Interval.wilson(share.get().hits(), share.get().rows(), CONFIDENCE);
        }
        return new Bootstrap(DRAWS, CONFIDENCE, SEED).intervalOrNone(part, metric);
    }

    /** Returns the probability that as many rows, drawn from all, score as badly; NaN where the score is undefined. */
    private double p(Evaluation part, double score, int rows) {
        if (Double.isNaN(score) || rows == evaluation.rows()) {
            return Double.isNaN(score) ? score : 1;
        }
        var share = SlicedShare.of(metric.name(), part);
        if (share.isPresent()) {
            return exact(share.get());
        }
        if (!isWorse(score, overall)) {
            return 1;
        }
        int size = nearSize(rows);
        var chance = drawn.computeIfAbsent(size, this::draw);
        double deviation = chance.getStandardDeviation() * wider(size, rows);
        if (chance.getN() * 2 < DRAWS || !(deviation > 0)) {
            return 1;
        }
        if (!isWorse(score, chance.getMean())) {
            return 1;
        }
        double skewness = chance.getSkewness() * (metric.isGreaterBetter() ? -1 : 1);
        return tail(Math.abs(score - chance.getMean()) / deviation, skewness, chance.getN());
    }

    /**
     * How many times as wide as those of {@code drawn} rows the scores of {@code rows} lie. Without replacement their variance falls with the share of
     * all rows that is drawn, to none of all: (1 - n / N) / n.
     */
    private double wider(int drawn, int rows) {
        int all = evaluation.rows();
        return Math.sqrt((double) drawn / rows * (all - rows) / (all - drawn));
    }

    /**
     * The share beyond so many deviations. Scores such as F1 fall farther than they rise; Pearson's third type has their skewness.
     *
     * @param skewness above 0 where the side asked for is the longer one
     */
    private static double tail(double deviations, double skewness, long draws) {
        double even = new TDistribution(null, draws - 1.0).cumulativeProbability(-deviations);
        if (skewness < LEAST_SKEWNESS) {
            return even;
        }
        double shape = 4 / (skewness * skewness);
        double place = shape + deviations * Math.sqrt(shape);
        return Math.max(even, Gamma.regularizedGammaQ(shape, place));
    }

    /** Fisher's exact test, one-sided. */
    private double exact(SlicedShare share) {
        var whole = SlicedShare.of(metric.name(), evaluation).orElseThrow();
        double p =
                new HypergeometricDistribution(
                                null, (int) whole.rows(), (int) whole.hits(), (int) share.rows())
                        .cumulativeProbability((int) share.hits());
        // Added up, all of them may be a little more than all.
        return Math.min(1, p);
    }

    private int nearSize(int size) {
        double power = Math.pow(STEP, Math.rint(Math.log(size) / Math.log(STEP)));
        return Math.max(1, Math.min(evaluation.rows() - 1, (int) power));
    }

    private DescriptiveStatistics draw(int size) {
        var random = Seeds.random(SEED + size);
        var rows = IntStream.range(0, evaluation.rows()).toArray();
        var scores = new DescriptiveStatistics();
        for (int draw = 0; draw < DRAWS; draw++) {
            double score =
                    score(
                            evaluation.ofRows(
                                    Arrays.copyOf(Shuffle.first(rows, size, random), size)));
            if (Double.isFinite(score)) {
                scores.addValue(score);
            }
        }
        return scores;
    }
}
