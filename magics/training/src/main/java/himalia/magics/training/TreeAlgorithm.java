package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.DecisionTree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %train tree}. */
@Command(
        name = "tree",
        description = "One tree of questions: DecisionTree.",
        footer = "Example: var model = %%train tree --depth 4 --label y train")
public final class TreeAlgorithm implements Algorithm {
    @Option(
            names = "--depth",
            defaultValue = "0",
            description = "Questions that a row is asked at most. Default: as many as it takes.")
    private int depth;

    @Override
    public Trainer trainer(long seed) {
        return new DecisionTree(depth, seed);
    }

    @Override
    public String space() {
        return "depth=int(1, 20), entropy=choice(true, false)";
    }
}
