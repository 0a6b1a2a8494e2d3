package himalia.magics.sampling;

import himalia.sampling.drawing.ReservoirSample;
import himalia.sampling.drawing.SampleDesign;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %sample reservoir}. */
@Command(
        name = "reservoir",
        description = "Draws rows in one pass: ReservoirSample.",
        footer = "Example: var some = %%sample reservoir --size 100 train")
public final class ReservoirMethod implements DrawingMethod {
    @Option(names = "--size", required = true, description = "How many rows are drawn.")
    private int size;

    @Override
    public SampleDesign design(long seed) {
        return new ReservoirSample(size, seed);
    }
}
