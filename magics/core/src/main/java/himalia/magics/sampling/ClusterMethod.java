package himalia.magics.sampling;

import himalia.magics.spi.ValuesFrom;
import himalia.magics.table.TableColumns;
import himalia.sampling.drawing.ClusterSample;
import himalia.sampling.drawing.SampleDesign;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %sample cluster}. */
@Command(
        name = "cluster",
        description = "Draws whole groups of rows: ClusterSample.",
        footer = "Example: var some = %%sample cluster --by patient --clusters 20 train")
public final class ClusterMethod implements DrawingMethod {
    @Option(names = "--by", required = true, description = "Column that names the group.")
    @ValuesFrom(TableColumns.class)
    private String by = "";

    @Option(names = "--clusters", required = true, description = "How many groups are drawn.")
    private int clusters;

    @Override
    public SampleDesign design(long seed) {
        return new ClusterSample(by, clusters, seed);
    }
}
