package himalia.magics.sampling;

import himalia.sampling.NearMiss;
import himalia.sampling.Sampler;
import himalia.sampling.Strategy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %sample near-miss}. */
@Command(
        name = "near-miss",
        description = "Keeps the common rows near the rare ones: NearMiss.",
        footer = "Example: var balanced = %%sample near-miss --label y --version 3 train")
public final class NearMissMethod implements SamplingMethod {
    @Option(
            names = "--version",
            defaultValue = "1",
            description =
                    "1: nearest to the nearest; 2: to the furthest; 3: near each rare row. Default: ${DEFAULT-VALUE}.")
    private int version;

    @Option(
            names = "--neighbours",
            defaultValue = "3",
            description = "Rare rows that a distance is averaged over. Default: ${DEFAULT-VALUE}.")
    private int neighbours;

    @Override
    public Sampler sampler(Strategy strategy, long seed) {
        return new NearMiss(version, neighbours, 3, strategy);
    }
}
