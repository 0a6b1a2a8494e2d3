package himalia.magics.augmentation;

import himalia.sampling.Sampler;
import himalia.sampling.augmentation.AugmentSeries;
import himalia.sampling.augmentation.Jitter;
import himalia.sampling.augmentation.Scaling;
import himalia.sampling.augmentation.WindowSlice;
import himalia.sampling.augmentation.WindowWarp;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tech.tablesaw.api.Table;

/** {@code %augment series}. */
@Command(
        name = "series",
        description = "Series, a row of the table each, in the order of time: AugmentSeries.",
        footer = "Example: var more = %%augment series --label kind --warp 0.1 train")
public final class SeriesMethod implements AugmentMethod {
    @Option(
            names = "--jitter",
            defaultValue = "0.05",
            description = "Noise, as a share of a series' deviation. Default: ${DEFAULT-VALUE}.")
    private double jitter;

    @Option(
            names = "--scale",
            defaultValue = "0.1",
            description = "Deviation of the factor about 1. Default: ${DEFAULT-VALUE}.")
    private double scale;

    @Option(names = "--slice", description = "Share of the length that is kept. Default: all.")
    private @Nullable Double slice;

    @Option(
            names = "--warp",
            defaultValue = "0",
            description = "Share of the length that goes at another speed. Default: none.")
    private double warp;

    @Override
    public Sampler sampler(Table table, String label, int copies, long seed) {
        var chain = new Chain<double[]>();
        if (slice != null) {
            // A share of 0 is none, and not all: refused.
            chain.and(new WindowSlice(slice));
        }
        chain.with(warp, WindowWarp::new).with(scale, Scaling::new).with(jitter, Jitter::new);
        return new AugmentSeries(
                chain.transform("--jitter, --scale, --slice, --warp"), copies, seed);
    }
}
