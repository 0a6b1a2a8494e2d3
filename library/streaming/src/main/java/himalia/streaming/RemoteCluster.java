package himalia.streaming;

import himalia.remote.ClusterAddress;
import himalia.remote.Shipment;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.client.cli.ClientOptions;
import org.apache.flink.client.deployment.StandaloneClusterId;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** A cluster on other machines: jobs go to it with all that they need, and are asked for over HTTP. */
final class RemoteCluster {
    /** What an environment's configuration says of where its jobs go. */
    static final String TARGET = "himalia-remote";

    private static final Map<ClusterAddress, RemoteCluster> ALL = new ConcurrentHashMap<>();

    private final ClusterAddress address;
    private final CompletableFuture<RestClusterClient<StandaloneClusterId>> client;

    private RemoteCluster(ClusterAddress address) {
        this.address = address;
        // Its threads live as long as the session, and belong to no cell.
        this.client =
                CompletableFuture.supplyAsync(
                        () -> client(settings(address)), KeptCluster.apart("himalia-remote"));
    }

    static RemoteCluster at(ClusterAddress address) {
        return ALL.compute(
                address,
                (same, kept) ->
                        kept == null || kept.client.isCompletedExceptionally()
                                ? new RemoteCluster(same)
                                : kept);
    }

    /** Returns the one that a configuration names, if it does. */
    static Optional<RemoteCluster> of(Configuration settings) {
        return TARGET.equals(settings.get(DeploymentOptions.TARGET))
                ? Optional.of(
                        at(
                                new ClusterAddress(
                                        settings.get(RestOptions.ADDRESS),
                                        settings.get(RestOptions.PORT))))
                : Optional.empty();
    }

    /** Returns the host and port of the cluster that a configuration names, or that it is the notebook's own. */
    static String place(Configuration settings) {
        return TARGET.equals(settings.get(DeploymentOptions.TARGET))
                ? settings.get(RestOptions.ADDRESS) + ":" + settings.get(RestOptions.PORT)
                : "the notebook's";
    }

    static Configuration settings(ClusterAddress address) {
        var settings = new Configuration();
        settings.set(DeploymentOptions.TARGET, TARGET);
        settings.set(DeploymentOptions.ATTACHED, true);
        settings.set(RestOptions.ADDRESS, address.host());
        settings.set(RestOptions.PORT, address.port());
        // A cluster that is gone is told of in seconds.
        settings.set(RestOptions.RETRY_MAX_ATTEMPTS, 4);
        settings.set(RestOptions.RETRY_DELAY, Duration.ofMillis(500));
        settings.set(RestOptions.CONNECTION_TIMEOUT, Duration.ofSeconds(5));
        // A computer that sleeps for long loses its jobs, and one that is gone loses them soon.
        settings.set(ClientOptions.CLIENT_HEARTBEAT_TIMEOUT, Duration.ofMinutes(5));
        // A cell wants to see what failed.
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        return settings;
    }

    private static RestClusterClient<StandaloneClusterId> client(Configuration settings) {
        try {
            return new RestClusterClient<>(settings, StandaloneClusterId.getInstance());
        } catch (Exception e) {
            throw new IllegalStateException("no client of Flink's: " + e.getMessage(), e);
        }
    }

    ClusterAddress address() {
        return address;
    }

    /** Packs what the job is made of, which must not have been written yet. */
    Shipment load(StreamGraph graph) {
        var parts = new ArrayList<Object>();
        for (var node : graph.getStreamNodes()) {
            parts.add(node.getOperatorFactory());
            parts.add(node.getTypeSerializersIn());
            parts.add(node.getTypeSerializerOut());
            parts.add(node.getStateKeySerializer());
            parts.add(node.getStatePartitioners());
            node.getOutEdges()
                    .forEach(
                            edge -> {
                                parts.add(edge.getPartitioner());
                                parts.add(edge.getOutputTag());
                            });
        }
        parts.removeIf(
                part ->
                        part == null
                                || part instanceof KeySelector<?, ?>[] none && none.length == 0);
        var shipment = Shipment.of(parts);
        graph.addJars(urls(shipment.jars()));
        return shipment;
    }

    private static List<URL> urls(List<Path> jars) {
        var urls = new ArrayList<URL>();
        for (var jar : jars) {
            try {
                urls.add(jar.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException("no address of " + jar, e);
            }
        }
        return urls;
    }

    /** Sends a job, which the cluster ends by itself where it hears nothing of this session for some time. */
    CompletableFuture<RemoteJob> submit(
            StreamGraph graph, Configuration settings, ClassLoader classes) {
        var patience = settings.get(ClientOptions.CLIENT_HEARTBEAT_TIMEOUT);
        graph.setInitialClientHeartbeatTimeout(patience.toMillis());
        return client.thenCompose(
                rest ->
                        rest.submitJob(graph)
                                .exceptionallyCompose(
                                        thrown ->
                                                CompletableFuture.failedFuture(
                                                        RemoteWords.refused(thrown, address)))
                                .thenApply(id -> new RemoteJob(this, rest, id, classes, patience)));
    }
}
