package himalia.magics.sampling;

import himalia.sampling.ClusterCentroids;
import himalia.sampling.Sampler;
import himalia.sampling.Strategy;
import picocli.CommandLine.Command;

/** {@code %sample centroids}. */
@Command(
        name = "centroids",
        description = "Replaces common rows by the centres of their clusters: ClusterCentroids.",
        footer = "Example: var balanced = %%sample centroids --label y train")
public final class CentroidsMethod implements SamplingMethod {
    @Override
    public Sampler sampler(Strategy strategy, long seed) {
        return new ClusterCentroids(true, strategy, seed);
    }
}
