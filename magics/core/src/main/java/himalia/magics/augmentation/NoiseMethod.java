package himalia.magics.augmentation;

import himalia.sampling.Sampler;
import himalia.sampling.augmentation.AddNoise;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tech.tablesaw.api.Table;

/** {@code %augment noise}. */
@Command(
        name = "noise",
        description = "The real numbers of each row: AddNoise.",
        footer = "Example: var more = %%augment noise --label y train")
public final class NoiseMethod implements AugmentMethod {
    @Option(
            names = "--deviation",
            defaultValue = "0.05",
            description = "Of the noise, as a share of a column's own. Default: ${DEFAULT-VALUE}.")
    private double deviation;

    @Override
    public Sampler sampler(Table table, String label, int copies, long seed) {
        return new AddNoise(deviation, copies, seed);
    }
}
