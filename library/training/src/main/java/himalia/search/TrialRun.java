package himalia.search;

import himalia.display.bundle.Display;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** One trial, from its proposal to its end, whatever becomes of it. */
final class TrialRun {
    private final Study study;
    private final StudySettings settings;
    private final LiveStudy live;
    private TrialRecord now;

    /** Begins the next trial of a study. */
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
                                        .propose(
                                                settings.space(), history, history.nextProposal())),
                        settings.clock().instant());
        study.begin(now);
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

    int number() {
        return now.number();
    }

    SearchSpace space() {
        return settings.space();
    }

    Map<String, Object> settings() {
        return now.settings();
    }

    /** Asks an objective on this thread. */
    void of(StudyObjective objective) {
        var trial =
                new Trial(
                        now.number(),
                        settings.space(),
                        now.settings(),
                        (step, value) ->
                                report(step, value)
                                        .ifPresent(
                                                why -> {
                                                    throw new TrialPruned(why);
                                                }));
        try {
            end(TrialOutcome.of(each -> Display.part(() -> objective.value(each)), trial));
        } catch (CancellationException | Error stop) {
            // An interrupt, a stopped cell, or no memory: the trial is over, and so is the study.
            end(TrialOutcome.stopped(stop));
            throw stop;
        }
    }

    /** Keeps what it reported, and returns why it is to end. */
    Optional<String> report(int step, double value) {
        now = study.report(now, step, value);
        live.request();
        return settings.pruner().reason(study.history(), now);
    }

    void end(TrialOutcome outcome) {
        double value = outcome.state() == TrialState.PRUNED ? last() : outcome.value();
        study.end(now.end(outcome.state(), value, outcome.why(), settings.clock().instant()));
        live.request();
    }

    /** Ends it where it could not come to an end: its settings are proposed again. */
    void cutShort(String why) {
        end(TrialOutcome.failed(why));
    }

    private double last() {
        return now.reports().isEmpty() ? Double.NaN : now.reports().get(now.reports().lastKey());
    }
}
