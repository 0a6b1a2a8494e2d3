package himalia.magics.sampling;

import himalia.sampling.Sampler;
import himalia.sampling.Strategy;
import himalia.sampling.TomekLinks;
import picocli.CommandLine.Command;

/** {@code %sample tomek}. */
@Command(
        name = "tomek",
        description = "Drops common rows at the border: TomekLinks.",
        footer = "Example: var balanced = %%sample tomek --label y train")
public final class TomekMethod implements SamplingMethod {
    @Override
    public Sampler sampler(Strategy strategy, long seed) {
        return new TomekLinks(strategy);
    }
}
