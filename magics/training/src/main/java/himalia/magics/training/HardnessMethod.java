package himalia.magics.training;

import himalia.magics.evaluation.TrainerVariables;
import himalia.magics.sampling.SamplingMethod;
import himalia.magics.spi.ValuesFrom;
import himalia.model.Trainer;
import himalia.sampling.InstanceHardnessThreshold;
import himalia.sampling.Sampler;
import himalia.sampling.Strategy;
import himalia.training.LogisticRegression;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %sample hardness}: it stands here because it trains. */
@Command(
        name = "hardness",
        description =
                "Drops rows of common classes that a model finds hard: InstanceHardnessThreshold.",
        footer =
                "Example: var easier = %%sample hardness --label y --trainer {new DecisionTree(5, 42)} train")
public final class HardnessMethod implements SamplingMethod {
    @Option(
            names = "--trainer",
            description = "Trainer of the model. Default: new LogisticRegression(1.0).")
    @ValuesFrom(TrainerVariables.class)
    private Trainer trainer = new LogisticRegression(1.0);

    @Option(
            names = "--folds",
            defaultValue = "5",
            description =
                    "Parts of the table; each is judged by a model of the others. Default: ${DEFAULT-VALUE}.")
    private int folds;

    @Override
    public Sampler sampler(Strategy strategy, long seed) {
        return new InstanceHardnessThreshold(trainer, folds, strategy, seed);
    }
}
