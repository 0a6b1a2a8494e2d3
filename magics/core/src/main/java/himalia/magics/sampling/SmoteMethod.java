package himalia.magics.sampling;

import himalia.sampling.Sampler;
import himalia.sampling.Smote;
import himalia.sampling.Strategy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %sample smote}. */
@Command(
        name = "smote",
        description = "Adds rows between rare ones: Smote.",
        footer = "Example: var balanced = %%sample smote --label y --neighbours 3 train")
public final class SmoteMethod implements SamplingMethod {
    @Option(
            names = "--neighbours",
            defaultValue = "5",
            description = "Neighbours that a row may be paired with. Default: ${DEFAULT-VALUE}.")
    private int neighbours;

    @Override
    public Sampler sampler(Strategy strategy, long seed) {
        return new Smote(neighbours, strategy, seed);
    }
}
