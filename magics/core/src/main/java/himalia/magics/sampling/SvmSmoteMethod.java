package himalia.magics.sampling;

import himalia.sampling.Sampler;
import himalia.sampling.Strategy;
import himalia.sampling.SvmSmote;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code %sample svm-smote}. */
@Command(
        name = "svm-smote",
        description = "Adds rows at the support vectors of rare classes: SvmSmote.",
        footer = "Example: var balanced = %%sample svm-smote --label y train")
public final class SvmSmoteMethod implements SamplingMethod {
    @Mixin private final BorderOptions rows = new BorderOptions();

    @Option(
            names = "--out-step",
            defaultValue = "0.5",
            description =
                    "How far beyond a safe row a new one may lie, in parts of the way to its neighbour. Default: ${DEFAULT-VALUE}.")
    private double outStep;

    @Override
    public Sampler sampler(Strategy strategy, long seed) {
        return new SvmSmote(rows.neighbours(), rows.border(), outStep, strategy, seed);
    }
}
