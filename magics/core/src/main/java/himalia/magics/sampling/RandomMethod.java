package himalia.magics.sampling;

import himalia.sampling.RandomOverSampler;
import himalia.sampling.Sampler;
import himalia.sampling.Strategy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %sample random}. */
@Command(
        name = "random",
        description = "Copies rows of rare classes: RandomOverSampler.",
        footer = "Example: var balanced = %%sample random --label y train")
public final class RandomMethod implements SamplingMethod {
    @Option(
            names = "--shrinkage",
            defaultValue = "0",
            description = "How far copies are spread by noise. Default: ${DEFAULT-VALUE}.")
    private double shrinkage;

    @Override
    public Sampler sampler(Strategy strategy, long seed) {
        return new RandomOverSampler(strategy, shrinkage, seed);
    }
}
