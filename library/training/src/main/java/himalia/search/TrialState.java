package himalia.search;

/**
 * What has become of a trial; Optuna's names.
 *
 * <pre>{@code
 * study.history().of(TrialState.FAIL)
 * }</pre>
 */
public enum TrialState {
    /** It has begun and not ended. */
    RUNNING,
    /** It has a value. */
    COMPLETE,
    /** It was ended early, because others did better by then. */
    PRUNED,
    /** It threw, gave NaN, was interrupted, or its process ended. */
    FAIL,
    /** Optuna has queued it, and is to run it. */
    WAITING
}
