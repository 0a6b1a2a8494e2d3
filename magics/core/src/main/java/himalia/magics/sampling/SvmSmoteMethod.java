package himalia.magics.sampling;

import himalia.sampling.Sampler;
import himalia.sampling.Strategy;
import himalia.sampling.SvmSmote;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %sample svm-smote}. */
@Command(
        name = "svm-smote",
        description = "Adds rows at the support vectors of rare classes: SvmSmote.",
        footer = "Example: var balanced = %%sample svm-smote --label y train")
public final class SvmSmoteMethod implements SamplingMethod {
    @Option(
            names = "--neighbours",
            defaultValue = "5",
            description = "Neighbours that a row may be paired with. Default: ${DEFAULT-VALUE}.")
    private int neighbours;

    @Option(
            names = "--border",
            defaultValue = "10",
            description =
                    "Nearest rows that say whether a row is at the border. Default: ${DEFAULT-VALUE}.")
    private int border;

    @Option(
            names = "--out-step",
            defaultValue = "0.5",
            description =
                    "How far beyond a safe row a new one may lie, in parts of the way to its neighbour. Default: ${DEFAULT-VALUE}.")
    private double outStep;

    @Override
    public Sampler sampler(Strategy strategy, long seed) {
        return new SvmSmote(neighbours, border, outStep, strategy, seed);
    }
}
