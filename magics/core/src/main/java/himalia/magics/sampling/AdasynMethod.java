package himalia.magics.sampling;

import himalia.sampling.Adasyn;
import himalia.sampling.Sampler;
import himalia.sampling.Strategy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %sample adasyn}. */
@Command(
        name = "adasyn",
        description = "Adds rows between rare ones, more where common ones are near: Adasyn.",
        footer = "Example: var balanced = %%sample adasyn --label y train")
public final class AdasynMethod implements SamplingMethod {
    @Option(
            names = "--neighbours",
            defaultValue = "5",
            description = "Neighbours that a row may be paired with. Default: ${DEFAULT-VALUE}.")
    private int neighbours;

    @Override
    public Sampler sampler(Strategy strategy, long seed) {
        return new Adasyn(neighbours, strategy, seed);
    }
}
