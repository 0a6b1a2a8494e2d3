package himalia.magics.sampling;

import himalia.sampling.NeighbourhoodCleaningRule;
import himalia.sampling.Sampler;
import himalia.sampling.Strategy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %sample cleaning}. */
@Command(
        name = "cleaning",
        description = "Drops common rows among and about the rare ones: NeighbourhoodCleaningRule.",
        footer = "Example: var balanced = %%sample cleaning --label y train")
public final class CleaningMethod implements SamplingMethod {
    @Option(
            names = "--neighbours",
            defaultValue = "3",
            description = "Nearest rows that are asked. Default: ${DEFAULT-VALUE}.")
    private int neighbours;

    @Override
    public Sampler sampler(Strategy strategy, long seed) {
        return new NeighbourhoodCleaningRule(neighbours, 0.5, strategy);
    }
}
