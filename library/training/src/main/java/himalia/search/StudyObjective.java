package himalia.search;

/**
 * What is to be as small, or as large, as can be.
 *
 * <pre>{@code
 * StudyObjective parabola = trial -> Math.pow(trial.real("x") - 2, 2);
 * }</pre>
 */
@FunctionalInterface
public interface StudyObjective {
    /**
     * Returns how good the settings of a trial are.
     *
     * @throws TrialPruned from {@link Trial#report}, to be passed on
     * @throws Exception if it cannot be told: the trial has failed, and the study goes on
     */
    double value(Trial trial) throws Exception;
}
