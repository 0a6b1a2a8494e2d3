package himalia.magics.sampling;

import himalia.sampling.Agreement;
import himalia.sampling.RepeatedEditedNearestNeighbours;
import himalia.sampling.Sampler;
import himalia.sampling.Strategy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %sample repeated-enn}. */
@Command(
        name = "repeated-enn",
        description =
                "Drops rows that their nearest rows disagree with, over and over: RepeatedEditedNearestNeighbours.",
        footer = "Example: var balanced = %%sample repeated-enn --label y train")
public final class RepeatedEnnMethod implements SamplingMethod {
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
        return new RepeatedEditedNearestNeighbours(neighbours, agreement, 100, strategy);
    }
}
