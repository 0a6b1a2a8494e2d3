package himalia.search;

import java.util.Map;

/**
 * Proposes the settings of the next trial.
 *
 * <pre>{@code
 * SearchSampler middle = (space, history, number) -> space.at(name -> 0.5);
 * }</pre>
 *
 * <p>What it proposes follows from what it is given and nothing else: a study that is resumed goes on as if it had never been interrupted.
 */
public interface SearchSampler {
    /**
     * Returns a value for each active parameter of the space.
     *
     * @param history the trials so far, those that run at the same time among them
     * @param number of the proposal, from 0; that of a trial that was interrupted comes again
     */
    Map<String, Object> propose(SearchSpace space, StudyHistory history, int number);

    /** Returns how many trials there are to propose, where they come to an end. */
    default int most(SearchSpace space) {
        return Integer.MAX_VALUE;
    }
}
