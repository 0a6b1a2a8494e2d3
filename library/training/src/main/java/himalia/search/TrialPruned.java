package himalia.search;

import static himalia.display.bundle.Given.given;

/**
 * Ends a trial that will not be the best; its message says why.
 *
 * <pre>{@code
 * StudyObjective careful = trial -> {
 *     if (trial.real("rate") > 1) {
 *         throw new TrialPruned("it would diverge");
 *     }
 *     return trial.real("rate");
 * };
 * }</pre>
 */
public final class TrialPruned extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says why the trial ends. */
    public TrialPruned(String why) {
        super(given(why, "why"));
    }
}
