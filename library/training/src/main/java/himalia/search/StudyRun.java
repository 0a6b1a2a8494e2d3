package himalia.search;

import himalia.display.bundle.Amount;
import himalia.display.bundle.InterruptCheck;
import himalia.display.bundle.Interrupts;
import himalia.display.bundle.KeptWork;
import himalia.display.bundle.Visible;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Some more trials of a study. */
final class StudyRun {
    /** Trials whose settings are to blame do not all fail in the same way. */
    private static final int FIRST = 3;

    private final Study study;
    private final StudySettings settings;
    private final @Nullable Journal journal;

    StudyRun(Study study, StudySettings settings, @Nullable Journal journal) {
        this.study = study;
        this.settings = settings;
        this.journal = journal;
    }

    void of(int count, int workers, StudyObjective objective) {
        failLeftOnes();
        int left = settings.sampler().most(settings.space()) - study.history().proposed();
        int begun = study.trials().size();
        int end = begun + Math.max(0, Math.min(count, left));
        try (var live = LiveStudy.start(study, end)) {
            try {
                if (workers > 1 && end > begun) {
                    atOnce(Math.min(workers, end - begun), end, objective, live);
                } else {
                    oneByOne(end, objective, live);
                }
            } catch (CancellationException e) {
                throw Interrupts.threw(e) ? interrupted(end, e) : e;
            } catch (WorkersLost e) {
                throw e.kept(
                        "%d of %s are kept, and run(…) of the same Study goes on"
                                .formatted(done(), Amount.of(end, "trial")));
            }
            if (end > begun) {
                checkSomeDidNotFail();
            }
            live.finish();
        }
    }

    private void oneByOne(int end, StudyObjective objective, LiveStudy live) {
        var interrupt = new InterruptCheck();
        while (study.trials().size() < end) {
            interrupt.ask();
            new TrialRun(study, settings, live).of(objective);
            checkFirstOnes();
        }
    }

    /** This thread does nothing but wait and write: its interrupt is heard at once, and what ends then are others, which takes a while. */
    private void atOnce(int workers, int end, StudyObjective objective, LiveStudy live) {
        try (var kept = KeptWork.begin("trial");
                var all = TrialWorkers.of(workers, objective)) {
            new ParallelTrials(
                            all,
                            () -> study.trials().size() < end,
                            () -> new TrialRun(study, settings, live))
                    .run(this::checkFirstOnes);
        }
    }

    /** Those that were running when their process ended; of Optuna's processes nobody knows, and their trials are theirs. */
    private void failLeftOnes() {
        var running = study.history().of(TrialState.RUNNING);
        if (journal != null) {
            running = running.stream().filter(journal::isOurs).toList();
            running.forEach(journal::checkLeft);
        }
        for (var trial : running) {
            study.end(
                    trial.end(
                            TrialState.FAIL,
                            Double.NaN,
                            TrialRecord.LEFT,
                            settings.clock().instant()));
        }
    }

    /** What every trial runs into is told at once: it is not of their settings. */
    private void checkFirstOnes() {
        var ended = study.trials().stream().filter(trial -> !trial.isOpen()).toList();
        var reasons = ended.stream().map(TrialRecord::why).distinct().toList();
        boolean haveFailed = ended.stream().allMatch(trial -> trial.state() == TrialState.FAIL);
        if (ended.size() == FIRST && haveFailed && reasons.size() == 1) {
            throw new IllegalStateException(
                    "the first %d trials have all failed with %s; mend what they have in common, or go on with run(…) of the same Study"
                            .formatted(FIRST, Visible.line(reasons.get(0))));
        }
    }

    /** However few they were, a search of which every trial has failed has found nothing. */
    private void checkSomeDidNotFail() {
        // What waits is Optuna's.
        var trials =
                study.trials().stream()
                        .filter(trial -> trial.state() != TrialState.WAITING)
                        .toList();
        if (!trials.stream().allMatch(trial -> trial.state() == TrialState.FAIL)) {
            return;
        }
        throw new IllegalStateException(
                "%s failed%s; mend what %s, or go on with run(…) of the same Study"
                        .formatted(
                                trials.size() == 1
                                        ? "the only trial has"
                                        : "all %d trials have".formatted(trials.size()),
                                StudyWords.failures(trials),
                                trials.size() == 1 ? "it ran into" : "they ran into"));
    }

    private int done() {
        return study.history().of(TrialState.COMPLETE, TrialState.PRUNED).size();
    }

    private CancellationException interrupted(int end, CancellationException cause) {
        var whole =
                new CancellationException(
                        "the search was interrupted after %d of %s; they are kept, and run(…) of the same Study goes on"
                                .formatted(done(), Amount.of(end, "trial")));
        whole.initCause(cause);
        return whole;
    }
}
