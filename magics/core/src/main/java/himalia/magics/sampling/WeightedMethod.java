package himalia.magics.sampling;

import himalia.magics.spi.ValuesFrom;
import himalia.magics.table.TableColumns;
import himalia.sampling.drawing.SampleDesign;
import himalia.sampling.drawing.WeightedSample;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %sample weighted}. */
@Command(
        name = "weighted",
        description = "Draws rows whose chance is as large as their weight: WeightedSample.",
        footer = "Example: var some = %%sample weighted --weights amount --size 100 train")
public final class WeightedMethod implements DrawingMethod {
    @Option(names = "--weights", required = true, description = "Column of weights, 0 or more.")
    @ValuesFrom(TableColumns.class)
    private String weights = "";

    @Option(names = "--size", required = true, description = "How many rows are drawn.")
    private int size;

    @Option(names = "--replacement", description = "Puts each row back, so that it may come again.")
    private boolean replacement;

    @Override
    public SampleDesign design(long seed) {
        return new WeightedSample(weights, size, replacement, seed);
    }
}
