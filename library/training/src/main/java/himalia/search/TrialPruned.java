package himalia.search;

import static himalia.display.bundle.Given.given;

/**
 * Ends a trial that will not be the best; its message says why.
 *
 * <pre>{@code
 * if (rows < 10) {
 *     throw new TrialPruned("too few rows");
 * }
 * }</pre>
 */
public final class TrialPruned extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says why the trial ends. */
    public TrialPruned(String why) {
        super(given(why, "why"));
    }
}
