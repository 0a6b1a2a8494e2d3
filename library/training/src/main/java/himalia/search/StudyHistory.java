package himalia.search;

import static himalia.display.bundle.Given.given;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

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

    /** Returns the number of the next proposal: the least that no trial has or had, but for those that were cut short before. */
    int nextProposal() {
        var free = new TreeSet<Integer>();
        var cut = new LinkedHashMap<TrialRecord, Integer>();
        int next = 0;
        for (var trial : trials) {
            // One that ran at the same time had its number when this one began.
            release(cut, free, each -> !each.ended().isAfter(trial.begun()));
            int number = free.isEmpty() ? next++ : free.pollFirst();
            if (trial.isCutShort()) {
                cut.put(trial, number);
            }
        }
        release(cut, free, each -> true);
        return free.isEmpty() ? next : free.first();
    }

    private static void release(
            Map<TrialRecord, Integer> cut, Set<Integer> free, Predicate<TrialRecord> which) {
        cut.entrySet().removeIf(each -> which.test(each.getKey()) && free.add(each.getValue()));
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
