package himalia.magics.sampling;

import himalia.sampling.RandomUnderSampler;
import himalia.sampling.Sampler;
import himalia.sampling.Strategy;
import picocli.CommandLine.Command;

/** {@code %sample under}. */
@Command(
        name = "under",
        description = "Drops rows of common classes: RandomUnderSampler.",
        footer = "Example: var balanced = %%sample under --label y train")
public final class UnderMethod implements SamplingMethod {
    @Override
    public Sampler sampler(Strategy strategy, long seed) {
        return new RandomUnderSampler(strategy, seed);
    }
}
