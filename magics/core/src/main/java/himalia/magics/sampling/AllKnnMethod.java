package himalia.magics.sampling;

import himalia.sampling.Agreement;
import himalia.sampling.AllKnn;
import himalia.sampling.Sampler;
import himalia.sampling.Strategy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %sample all-knn}. */
@Command(
        name = "all-knn",
        description =
                "Drops rows that their nearest rows disagree with, of one, of two and so on: AllKnn.",
        footer = "Example: var balanced = %%sample all-knn --label y train")
public final class AllKnnMethod implements SamplingMethod {
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
        return new AllKnn(neighbours, agreement, false, strategy);
    }
}
