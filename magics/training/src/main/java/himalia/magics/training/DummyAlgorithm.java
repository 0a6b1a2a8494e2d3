package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.DummyClassifier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %train dummy}. */
@Command(
        name = "dummy",
        description = "A baseline that looks at no feature: DummyClassifier.",
        footer =
                "Example: %%train dummy --strategy most_frequent --label churned --test test train")
public final class DummyAlgorithm implements Algorithm {
    @Option(
            names = "--strategy",
            description =
                    "What it answers: ${COMPLETION-CANDIDATES}. Default: prior, or constant if there is one.")
    private DummyClassifier.@Nullable Strategy strategy;

    @Option(names = "--constant", description = "The class that it always answers.")
    private String constant = "";

    @Override
    public Trainer trainer(long seed) {
        if (strategy == null) {
            return constant.isEmpty()
                    ? new DummyClassifier(DummyClassifier.Strategy.PRIOR, seed)
                    : new DummyClassifier(constant);
        }
        return new DummyClassifier(strategy, constant, seed);
    }
}
