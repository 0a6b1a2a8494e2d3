package himalia.search;

import static himalia.display.bundle.Given.given;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The trials of a study, as samplers and pruners see them.
 *
 * <pre>{@code
 * study.history().of(TrialState.COMPLETE).size()
 * }</pre>
 *
 * @param study its name
 * @param direction whether less or more is better
 * @param trials in the order of their numbers
 */
public record StudyHistory(String study, Direction direction, List<TrialRecord> trials) {
    public StudyHistory {
        given(study, "study");
        given(direction, "direction");
        trials = List.copyOf(given(trials, "trials"));
    }

    /** Returns how many proposals are done with: those of trials that were interrupted, or whose process ended, are made again. */
    int proposed() {
        return (int) trials.stream().filter(trial -> !trial.isCutShort()).count();
    }

    /** Returns the trials in one of some states. */
    public List<TrialRecord> of(TrialState... states) {
        var wanted = List.of(given(states, "states"));
        return trials.stream().filter(trial -> wanted.contains(trial.state())).toList();
    }

    /** Returns the best of the complete trials, the first of several. */
    public Optional<TrialRecord> best() {
        return of(TrialState.COMPLETE).stream()
                .min(Comparator.comparingDouble(trial -> direction.loss(trial.value())));
    }
}
