package himalia.magics.sampling;

import himalia.sampling.Agreement;
import himalia.sampling.EditedNearestNeighbours;
import himalia.sampling.Sampler;
import himalia.sampling.Strategy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %sample enn}. */
@Command(
        name = "enn",
        description = "Drops rows that their nearest rows disagree with: EditedNearestNeighbours.",
        footer = "Example: var balanced = %%sample enn --label y --neighbours 5 train")
public final class EnnMethod implements SamplingMethod {
    @Option(
            names = "--neighbours",
            defaultValue = "3",
            description = "Nearest rows that are asked. Default: ${DEFAULT-VALUE}.")
    private int neighbours;

    @Option(
            names = "--agreement",
            defaultValue = "ALL",
            description =
                    "How many of them must be of the class: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Agreement agreement = Agreement.ALL;

    @Override
    public Sampler sampler(Strategy strategy, long seed) {
        return new EditedNearestNeighbours(neighbours, agreement, strategy);
    }
}
