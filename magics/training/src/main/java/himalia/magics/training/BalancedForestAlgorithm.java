package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.BalancedRandomForest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %train balanced-forest}. */
@Command(
        name = "balanced-forest",
        description = "Trees that see as much of each class: BalancedRandomForest.",
        footer = "Example: var model = %%train balanced-forest --trees 200 --label y train")
public final class BalancedForestAlgorithm implements Algorithm {
    @Option(
            names = "--trees",
            defaultValue = "100",
            description = "How many. Default: ${DEFAULT-VALUE}.")
    private int trees;

    @Override
    public Trainer trainer(long seed) {
        return new BalancedRandomForest(trees, seed);
    }

    @Override
    public String space() {
        return "trees=logint(10, 500)";
    }
}
