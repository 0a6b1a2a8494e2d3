package himalia.cluster;

import java.io.Serializable;

/**
 * Something to do on another machine.
 *
 * <pre>{@code
 * FarCall<Integer> rows = () -> Storage.read("/data/trips.parquet").rowCount();
 * Cluster.at("flink.example.org:8081").call(rows);
 * }</pre>
 *
 * @param <R> what comes back, which is {@code Serializable}
 */
@FunctionalInterface
public interface FarCall<R> extends Serializable {
    /** Does it. */
    R call() throws Exception;
}
