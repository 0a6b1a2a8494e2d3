package himalia.search.samplers;

import himalia.search.StudyHistory;
import himalia.search.TrialRecord;
import himalia.search.TrialState;
import java.util.Comparator;
import java.util.List;

/** Which trials are better than others, those that were pruned among them. */
final class TrialRanks {
    private TrialRanks() {}

    /** Returns those that have ended by themselves or were pruned, the best first; of the pruned, those that came further are better. */
    static List<TrialRecord> of(StudyHistory history) {
        return history.of(TrialState.COMPLETE, TrialState.PRUNED).stream()
                .sorted(byLoss(history))
                .toList();
    }

    private static Comparator<TrialRecord> byLoss(StudyHistory history) {
        return Comparator.<TrialRecord>comparingInt(
                        trial -> trial.state() == TrialState.COMPLETE ? 0 : 1)
                .thenComparingInt(
                        trial ->
                                trial.state() == TrialState.COMPLETE || trial.reports().isEmpty()
                                        ? 0
                                        : -trial.reports().lastKey())
                .thenComparingDouble(trial -> history.direction().loss(trial.value()))
                .thenComparingInt(TrialRecord::number);
    }
}
