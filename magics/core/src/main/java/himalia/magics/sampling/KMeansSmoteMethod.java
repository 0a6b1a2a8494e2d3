package himalia.magics.sampling;

import himalia.sampling.KMeansSmote;
import himalia.sampling.Sampler;
import himalia.sampling.Strategy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code %sample kmeans-smote}. */
@Command(
        name = "kmeans-smote",
        description = "Adds rows between rare ones within clusters: KMeansSmote.",
        footer = "Example: var balanced = %%sample kmeans-smote --label y --clusters 20 train")
public final class KMeansSmoteMethod implements SamplingMethod {
    @Option(
            names = "--clusters",
            defaultValue = "8",
            description = "Clusters of all rows. Default: ${DEFAULT-VALUE}.")
    private int clusters;

    @Option(
            names = "--neighbours",
            defaultValue = "2",
            description = "Neighbours that a row may be paired with. Default: ${DEFAULT-VALUE}.")
    private int neighbours;

    @Option(
            names = "--share",
            defaultValue = "-1",
            description =
                    "How common the class must be in a cluster, 0 to 1; -1: half of its part in what is added. Default: ${DEFAULT-VALUE}.")
    private double share;

    @Override
    public Sampler sampler(Strategy strategy, long seed) {
        return new KMeansSmote(clusters, neighbours, share, strategy, seed);
    }
}
