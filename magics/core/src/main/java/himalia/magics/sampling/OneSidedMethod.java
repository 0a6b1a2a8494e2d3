package himalia.magics.sampling;

import himalia.sampling.OneSidedSelection;
import himalia.sampling.Sampler;
import himalia.sampling.Strategy;
import picocli.CommandLine.Command;

/** {@code %sample one-sided}. */
@Command(
        name = "one-sided",
        description =
                "Keeps the common rows that tell the classes apart, without those at the border: OneSidedSelection.",
        footer = "Example: var balanced = %%sample one-sided --label y train")
public final class OneSidedMethod implements SamplingMethod {
    @Override
    public Sampler sampler(Strategy strategy, long seed) {
        return new OneSidedSelection(1, strategy, seed);
    }
}
