package himalia.search.pruners;

import static himalia.display.bundle.Given.given;

import himalia.search.Direction;
import himalia.search.Pruner;
import himalia.search.StudyHistory;
import himalia.search.TrialRecord;
import himalia.search.TrialState;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * Ends a trial whose best value so far is worse than that of most others after the same step; Optuna's of the same name.
 *
 * <pre>{@code
 * study.with(new PercentilePruner(25, 5, 2, 1))     // only the best quarter goes on from step 2
 * }</pre>
 *
 * @param percentile of the complete trials that may go on, above 0 and below 100
 * @param startups complete trials before any is ended
 * @param warmup steps of each trial before it is ended
 * @param interval steps between two questions
 */
public record PercentilePruner(double percentile, int startups, int warmup, int interval)
        implements Pruner {
    public PercentilePruner {
        if (!(percentile > 0 && percentile < 100)) {
            throw new IllegalArgumentException(
                    "percentile must be above 0 and below 100, got " + percentile);
        }
        if (startups < 0 || warmup < 0 || interval < 1) {
            throw new IllegalArgumentException(
                    "startups and warmup must be at least 0 and interval at least 1, got %d, %d and %d"
                            .formatted(startups, warmup, interval));
        }
    }

    @Override
    public Optional<String> reason(StudyHistory history, TrialRecord running) {
        given(history, "history");
        given(running, "running");
        var complete = history.of(TrialState.COMPLETE);
        int step = running.reports().lastKey();
        if (complete.isEmpty()
                || complete.size() < startups
                || step < warmup
                || !isFirstOfItsInterval(running, step)) {
            return Optional.empty();
        }
        var direction = history.direction();
        double best = Reports.best(running.reports().values(), direction);
        if (Double.isNaN(best)) {
            return Optional.of("it has reported no number up to step " + step);
        }
        var others =
                complete.stream()
                        .filter(trial -> trial.reports().containsKey(step))
                        .mapToDouble(trial -> trial.reports().get(step))
                        .filter(value -> !Double.isNaN(value))
                        .sorted()
                        .toArray();
        if (others.length == 0) {
            return Optional.empty();
        }
        double bar = bar(others, direction);
        return direction.isBetter(bar, best)
                ? Optional.of(
                        String.format(
                                Locale.ROOT,
                                "%.6g up to step %d is worse than %.6g, %s of %d trials",
                                best,
                                step,
                                bar,
                                percentile == 50
                                        ? "the median"
                                        : "the best " + number(percentile) + " %",
                                others.length))
                : Optional.empty();
    }

    private static String number(double percentile) {
        return percentile == Math.rint(percentile)
                ? String.valueOf((long) percentile)
                : String.valueOf(percentile);
    }

    private double bar(double[] others, Direction direction) {
        double share = direction == Direction.MINIMIZE ? percentile : 100 - percentile;
        return others.length == 1
                ? others[0]
                : new Percentile()
                        .withEstimationType(Percentile.EstimationType.R_7)
                        .evaluate(Arrays.copyOf(others, others.length), share);
    }

    private boolean isFirstOfItsInterval(TrialRecord running, int step) {
        int begin = (step - warmup) / interval * interval + warmup;
        return running.reports().headMap(step).isEmpty()
                || running.reports().headMap(step).lastKey() < begin;
    }
}
