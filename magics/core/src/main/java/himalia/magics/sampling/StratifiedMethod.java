package himalia.magics.sampling;

import himalia.magics.spi.ValuesFrom;
import himalia.magics.table.TableColumns;
import himalia.sampling.drawing.SampleDesign;
import himalia.sampling.drawing.StratifiedSample;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %sample stratified}. */
@Command(
        name = "stratified",
        description = "Draws from each value of a column on its own: StratifiedSample.",
        footer = "Example: var some = %%sample stratified --by city --size 100 train")
public final class StratifiedMethod implements DrawingMethod {
    @Option(names = "--by", required = true, description = "Column that names the stratum.")
    @ValuesFrom(TableColumns.class)
    private String by = "";

    @Option(names = "--size", required = true, description = "How many rows are drawn.")
    private int size;

    @Option(
            names = "--equal",
            description =
                    "Draws as many rows from each; otherwise as large a share as of the table.")
    private boolean equal;

    @Override
    public SampleDesign design(long seed) {
        return new StratifiedSample(
                by,
                size,
                equal
                        ? StratifiedSample.Allocation.EQUAL
                        : StratifiedSample.Allocation.PROPORTIONAL,
                seed);
    }
}
