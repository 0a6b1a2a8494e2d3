package himalia.magics.sampling;

import himalia.magics.spi.ValuesFrom;
import himalia.magics.table.TableColumns;
import himalia.sampling.drawing.ImportanceResample;
import himalia.sampling.drawing.SampleDesign;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %sample importance}. */
@Command(
        name = "importance",
        description =
                "Draws rows of one distribution such that they speak for another: ImportanceResample.",
        footer = "Example: var some = %%sample importance --target p --proposal q --size 100 train")
public final class ImportanceMethod implements DrawingMethod {
    @Option(
            names = "--target",
            required = true,
            description = "Column of each row's density where the sample is to speak for.")
    @ValuesFrom(TableColumns.class)
    private String target = "";

    @Option(
            names = "--proposal",
            required = true,
            description = "Column of each row's density where it comes from.")
    @ValuesFrom(TableColumns.class)
    private String proposal = "";

    @Option(names = "--size", required = true, description = "How many rows are drawn.")
    private int size;

    @Override
    public SampleDesign design(long seed) {
        return new ImportanceResample(target, proposal, size, seed);
    }
}
