package himalia.magics.sampling;

import himalia.sampling.BorderlineSmote;
import himalia.sampling.Sampler;
import himalia.sampling.Strategy;
import picocli.CommandLine.Command;
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

    @Override
    public Sampler sampler(Strategy strategy, long seed) {
        return new BorderlineSmote(kind, neighbours, border, strategy, seed);
    }
}
