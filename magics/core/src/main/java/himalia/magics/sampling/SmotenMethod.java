package himalia.magics.sampling;

import himalia.sampling.Sampler;
import himalia.sampling.Smoten;
import himalia.sampling.Strategy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %sample smoten}. */
@Command(
        name = "smoten",
        description = "Adds rows like rare ones, of categories: Smoten.",
        footer = "Example: var balanced = %%sample smoten --label y train")
public final class SmotenMethod implements SamplingMethod {
    @Option(
            names = "--neighbours",
            defaultValue = "5",
            description = "Neighbours that a row may be paired with. Default: ${DEFAULT-VALUE}.")
    private int neighbours;

    @Override
    public Sampler sampler(Strategy strategy, long seed) {
        return new Smoten(neighbours, strategy, seed);
    }
}
