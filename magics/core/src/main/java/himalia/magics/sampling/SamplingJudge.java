package himalia.magics.sampling;

import himalia.model.Trainer;

/**
 * Gives the quick models by which {@code %sample} tells what sampling does to probabilities; named in {@code
 * META-INF/services/himalia.magics.sampling.SamplingJudge} of a jar that can train.
 */
public interface SamplingJudge {
    /** Returns a trainer that takes every row as it is. */
    Trainer plain();

    /** Returns the same with balanced weights. */
    Trainer weighted();
}
