package himalia.magics.training;

import himalia.model.Trainer;
import himalia.training.DummyClassifier;
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
            defaultValue = "prior",
            description = "What it answers: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private DummyClassifier.Strategy strategy = DummyClassifier.Strategy.PRIOR;

    @Option(names = "--constant", description = "The class that it always answers.")
    private String constant = "";

    @Override
    public Trainer trainer(long seed) {
        return constant.isEmpty()
                ? new DummyClassifier(strategy, seed)
                : new DummyClassifier(constant);
    }
}
