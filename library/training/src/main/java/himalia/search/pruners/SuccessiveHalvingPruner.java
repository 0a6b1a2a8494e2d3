package himalia.search.pruners;

import static himalia.display.bundle.Given.given;

import himalia.search.Pruner;
import himalia.search.StudyHistory;
import himalia.search.TrialRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Lets the best share of the trials go on at steps that lie ever further apart: asynchronous successive halving (ASHA), which waits for no trial.
 *
 * <pre>{@code
 * study.with(new SuccessiveHalvingPruner(1, 4, 0))     // rungs at steps 1, 4, 16, 64
 * }</pre>
 *
 * <p>L. Li and others (2020): A System for Massively Parallel Hyperparameter Tuning. MLSys. At each rung a trial is compared with all that have come there; while
 * they are fewer than {@code factor}, only the best of them goes on.
 *
 * @param resource the step of the first rung
 * @param factor of the trials of a rung one in so many goes on, to a rung so many times as far
 * @param skipped rungs that are left out at the beginning
 */
public record SuccessiveHalvingPruner(int resource, int factor, int skipped) implements Pruner {
    public SuccessiveHalvingPruner {
        if (resource < 1 || factor < 2 || skipped < 0) {
            throw new IllegalArgumentException(
                    "resource must be at least 1, factor 2 and skipped 0, got %d, %d and %d"
                            .formatted(resource, factor, skipped));
        }
    }

    /** Has its first rung at step 1, and lets one in four go on. */
    public SuccessiveHalvingPruner() {
        this(1, 4, 0);
    }

    @Override
    public Optional<String> reason(StudyHistory history, TrialRecord running) {
        given(history, "history");
        given(running, "running");
        return reason(history.trials(), history, running);
    }

    /** Compares with some of the trials only. */
    Optional<String> reason(
            List<TrialRecord> competitors, StudyHistory history, TrialRecord running) {
        int now = running.reports().lastKey();
        for (int rung = 0; step(rung) <= now; rung++) {
            var before = running.reports().headMap(now);
            if (!before.isEmpty() && before.lastKey() >= step(rung)) {
                continue;
            }
            double value = running.reports().getOrDefault(now, Double.NaN);
            if (Double.isNaN(value)) {
                return Optional.of("its value is NaN at step " + now);
            }
            long from = step(rung);
            var losses =
                    competitors.stream()
                            .filter(trial -> trial.number() != running.number())
                            .filter(trial -> !trial.reports().tailMap((int) from).isEmpty())
                            .mapToDouble(trial -> atRung(trial, (int) from))
                            .filter(each -> !Double.isNaN(each))
                            .map(history.direction()::loss)
                            .sorted()
                            .toArray();
            int there = losses.length + 1;
            int go = Math.max(1, there / factor);
            double loss = history.direction().loss(value);
            long better = Arrays.stream(losses).filter(each -> each < loss).count();
            if (better >= go) {
                return Optional.of(
                        String.format(
                                Locale.ROOT,
                                "%.6g at step %d is number %d of the %d trials that came to the rung at step %d, of which %d may go on",
                                value,
                                now,
                                better + 1,
                                there,
                                from,
                                go));
            }
        }
        return Optional.empty();
    }

    private static double atRung(TrialRecord trial, int step) {
        var after = trial.reports().tailMap(step);
        return after.getOrDefault(after.firstKey(), Double.NaN);
    }

    private long step(int rung) {
        double step = resource * Math.pow(factor, skipped + (double) rung);
        return step > Integer.MAX_VALUE ? Long.MAX_VALUE : (long) step;
    }
}
