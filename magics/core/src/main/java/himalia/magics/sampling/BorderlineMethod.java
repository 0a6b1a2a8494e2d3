package himalia.magics.sampling;

import himalia.sampling.BorderlineSmote;
import himalia.sampling.Sampler;
import himalia.sampling.Strategy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code %sample borderline}. */
@Command(
        name = "borderline",
        description = "Adds rows between rare ones at the border: BorderlineSmote.",
        footer = "Example: var balanced = %%sample borderline --label y --kind 2 train")
public final class BorderlineMethod implements SamplingMethod {
    @Option(
            names = "--kind",
            defaultValue = "1",
            description =
                    "1: towards rows of the class; 2: towards others as well. Default: ${DEFAULT-VALUE}.")
    private int kind;

    @Mixin private final BorderOptions rows = new BorderOptions();

    @Override
    public Sampler sampler(Strategy strategy, long seed) {
        return new BorderlineSmote(kind, rows.neighbours(), rows.border(), strategy, seed);
    }
}
