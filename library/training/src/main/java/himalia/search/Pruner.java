package himalia.search;

import java.util.Optional;

/**
 * Says of a running trial whether it is to end, by what it and others have reported.
 *
 * <pre>{@code
 * Pruner hopeless = (history, running) ->
 *         running.reports().containsValue(Double.POSITIVE_INFINITY) ? Optional.of("nothing comes of it") : Optional.empty();
 * }</pre>
 *
 * <p>It is asked after each report, and keeps nothing: what it says follows from the trials.
 */
@FunctionalInterface
public interface Pruner {
    /**
     * Returns why the trial is to end; nothing where it may go on.
     *
     * @param history the trials so far, the running one among them
     * @param running has reported something
     */
    Optional<String> reason(StudyHistory history, TrialRecord running);

    /** Returns one that ends no trial. */
    static Pruner none() {
        return (history, running) -> Optional.empty();
    }
}
