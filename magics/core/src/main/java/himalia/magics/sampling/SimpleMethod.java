package himalia.magics.sampling;

import himalia.sampling.drawing.SampleDesign;
import himalia.sampling.drawing.SimpleRandomSample;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %sample simple}. */
@Command(
        name = "simple",
        description = "Draws rows that all have the same chance: SimpleRandomSample.",
        footer = "Example: var some = %%sample simple --size 100 train")
public final class SimpleMethod implements DrawingMethod {
    @Option(names = "--size", required = true, description = "How many rows are drawn.")
    private int size;

    @Option(names = "--replacement", description = "Puts each row back, so that it may come again.")
    private boolean replacement;

    @Override
    public SampleDesign design(long seed) {
        return new SimpleRandomSample(size, replacement, seed);
    }
}
