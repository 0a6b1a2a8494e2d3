package himalia.magics.sampling;

import himalia.sampling.CondensedNearestNeighbour;
import himalia.sampling.Sampler;
import himalia.sampling.Strategy;
import picocli.CommandLine.Command;

/** {@code %sample condensed}. */
@Command(
        name = "condensed",
        description =
                "Keeps the common rows that tell the classes apart: CondensedNearestNeighbour.",
        footer = "Example: var balanced = %%sample condensed --label y train")
public final class CondensedMethod implements SamplingMethod {
    @Override
    public Sampler sampler(Strategy strategy, long seed) {
        return new CondensedNearestNeighbour(1, strategy, seed);
    }
}
