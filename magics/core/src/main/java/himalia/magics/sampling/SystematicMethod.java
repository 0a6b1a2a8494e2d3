package himalia.magics.sampling;

import himalia.sampling.drawing.SampleDesign;
import himalia.sampling.drawing.SystematicSample;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %sample systematic}. */
@Command(
        name = "systematic",
        description = "Draws every n-th row after a start by chance: SystematicSample.",
        footer = "Example: var some = %%sample systematic --size 100 train")
public final class SystematicMethod implements DrawingMethod {
    @Option(names = "--size", required = true, description = "How many rows are drawn.")
    private int size;

    @Override
    public SampleDesign design(long seed) {
        return new SystematicSample(size, seed);
    }
}
