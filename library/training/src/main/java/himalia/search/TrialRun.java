package himalia.search;

import himalia.display.bundle.Display;
import himalia.display.bundle.Interrupts;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** One trial, from its proposal to its end, whatever becomes of it. */
final class TrialRun {
    private final Study study;
    private final StudySettings settings;
    private final LiveStudy live;
    private TrialRecord now;

    TrialRun(Study study, StudySettings settings, LiveStudy live) {
        this.study = study;
        this.settings = settings;
        this.live = live;
        var history = study.history();
        now =
                TrialRecord.begin(
                        history.trials().size(),
                        proposed(
                                settings.sampler()
                                        .propose(settings.space(), history, history.proposed())),
                        settings.clock().instant());
    }

    /** A sampler of a jar of somebody's own may propose anything. */
    private Map<String, Object> proposed(Map<String, Object> proposal) {
        proposal.forEach(
                (name, value) -> {
                    if (!settings.space().distribution(name).contains(value)) {
                        throw new IllegalStateException(
                                "the sampler proposes %s for '%s', which is %s"
                                        .formatted(
                                                value, name, settings.space().distribution(name)));
                    }
                });
        return proposal;
    }

    void of(StudyObjective objective) {
        study.begin(now);
        var trial = new Trial(now.number(), settings.space(), now.settings(), this::report);
        try {
            double value = Display.part(() -> objective.value(trial));
            if (Double.isNaN(value)) {
                end(TrialState.FAIL, Double.NaN, "its value is NaN");
            } else {
                end(TrialState.COMPLETE, value, "");
            }
        } catch (TrialPruned pruned) {
            end(TrialState.PRUNED, last(), String.valueOf(pruned.getMessage()));
        } catch (Exception | LinkageError | AssertionError | StackOverflowError failure) {
            if (Interrupts.threw(failure)) {
                end(TrialState.FAIL, Double.NaN, TrialRecord.INTERRUPTED);
                throw cancelled(failure);
            }
            end(TrialState.FAIL, Double.NaN, words(failure));
        } catch (Error stop) {
            // A stopped cell, or no memory: the trial is over, and so is the study.
            end(
                    TrialState.FAIL,
                    Double.NaN,
                    Interrupts.threw(stop) ? TrialRecord.INTERRUPTED : words(stop));
            throw stop;
        }
    }

    private static CancellationException cancelled(Throwable failure) {
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        if (failure instanceof CancellationException already) {
            return already;
        }
        var cancelled = new CancellationException("interrupted");
        cancelled.initCause(failure);
        return cancelled;
    }

    private static String words(Throwable failure) {
        var message = failure.getMessage();
        return failure.getClass().getSimpleName()
                + (message == null || message.isBlank() ? "" : ": " + message);
    }

    private double last() {
        return now.reports().isEmpty() ? Double.NaN : now.reports().get(now.reports().lastKey());
    }

    private void report(int step, double value) {
        now = study.report(now, step, value);
        live.request();
        var reason = settings.pruner().reason(study.history(), now);
        if (reason.isPresent()) {
            throw new TrialPruned(reason.get());
        }
    }

    private void end(TrialState state, double value, String why) {
        study.end(now.end(state, value, why, settings.clock().instant()));
        live.request();
    }
}
