package himalia.cluster;

import himalia.display.bundle.Displayable;
import himalia.display.bundle.Given;
import himalia.display.bundle.MimeBundle;
import himalia.featurestore.FeatureStore;
import himalia.featurestore.HistoryRequest;
import himalia.featurestore.Visibility;
import himalia.remote.ClusterAddress;
import himalia.remote.ClusterOverview;
import himalia.storage.Conversion;
import himalia.storage.ConvertOptions;
import himalia.storage.CsvOptions;
import himalia.storage.Elt;
import himalia.storage.EltRun;
import himalia.storage.EltStep;
import himalia.streaming.Flink;
import himalia.streaming.Streams;
import himalia.streaming.Windowed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * A Flink cluster of other machines, which does the same work with the same result.
 *
 * <pre>{@code
 * var cluster = Cluster.at("flink.example.org:8081");
 * Streams.table(cluster.on(orders));
 * cluster.convert(Path.of("/data/trips.csv"), Path.of("/data/trips.parquet"));
 * cluster.call(() -> Storage.read("/data/trips.parquet").rowCount());
 * }</pre>
 *
 * <p>Classes of cells, values of variables and libraries go there with each job; files are read and written by their paths, so
 * they lie in folders that the notebook and the cluster both have.
 */
public final class Cluster implements Displayable {
    private final ClusterAddress address;

    private Cluster(ClusterAddress address) {
        this.address = address;
    }

    /**
     * Names a cluster by the host and port of its page.
     *
     * @throws IllegalStateException if none of this version answers there
     */
    public static Cluster at(String address) throws InterruptedException {
        var cluster = new Cluster(ClusterAddress.of(Given.given(address, "address")));
        cluster.overview();
        return cluster;
    }

    /** Asks it what it has now. */
    public ClusterOverview overview() throws InterruptedException {
        return address.overview();
    }

    /** Returns a new environment of Flink's whose jobs run there, as one task for each operator. */
    public StreamExecutionEnvironment environment() throws InterruptedException {
        return Flink.on(address.toString());
    }

    /** Returns the same stream, to run there. */
    public <T> DataStream<T> on(DataStream<T> stream) throws InterruptedException {
        return Streams.on(address.toString(), stream);
    }

    /** Returns the same windows, to run there. */
    public <T, K> Windowed<T, K> on(Windowed<T, K> windows) throws InterruptedException {
        return Given.given(windows, "windows").on(address.toString());
    }

    /**
     * Does something there, and returns what it gives.
     *
     * @throws IllegalArgumentException if it names a variable that cannot be sent
     * @throws Exception what it throws
     */
    @SuppressWarnings("unchecked")
    public <R> @Nullable R call(FarCall<R> call) throws Exception {
        return (R) FarCalls.call(address, Given.given(call, "call"));
    }

    /** Converts a file there, as {@link himalia.storage.Storage#convert(Path, Path)} does here. */
    public Conversion convert(Path from, Path to) throws IOException, InterruptedException {
        return convert(from, to, ConvertOptions.defaults());
    }

    /** Converts a CSV file there that is written in a way which cannot be seen from it. */
    public Conversion convert(Path from, Path to, CsvOptions options)
            throws IOException, InterruptedException {
        return convert(from, to, ConvertOptions.defaults().csv(Given.given(options, "options")));
    }

    /** Converts what is wanted of a file there, or of many by as many tasks as there are free slots. */
    public Conversion convert(Path from, Path to, ConvertOptions options)
            throws IOException, InterruptedException {
        var parts =
                FarParts.convert(
                        address,
                        Given.given(from, "from"),
                        Given.given(to, "to"),
                        Given.given(options, "options"));
        if (parts.isPresent()) {
            return parts.get();
        }
        var call = FarConversion.of(from, to, options);
        var done = Objects.requireNonNull(asked(call));
        new SharedPath(call.to(), done.after()).checkWritten(to);
        return done.conversion(from, to, options);
    }

    /** Runs a warehouse there, as {@link Elt#run()} does here. */
    public EltRun run(Elt elt) throws IOException, InterruptedException {
        List<EltStep> steps = Objects.requireNonNull(asked(FarElt.of(Given.given(elt, "elt"))));
        new SharedPath(elt.warehouse().toString(), -1).checkWritten(elt.warehouse());
        return new EltRun(elt.warehouse(), steps);
    }

    /**
     * Adds features to rows there, as {@link FeatureStore#historicalFeatures(Table, String...)} does here. The store is one in a
     * folder, and its views read files.
     */
    public Table historicalFeatures(FeatureStore store, Table rows, String... features)
            throws IOException, InterruptedException {
        return historicalFeatures(store, rows, Visibility.EVER_CREATED, features);
    }

    /** Adds features to rows there, by rows of views that were written by then, or ever. */
    public Table historicalFeatures(
            FeatureStore store, Table rows, Visibility visibility, String... features)
            throws IOException, InterruptedException {
        var request = HistoryRequest.of(store, rows, visibility, features);
        return request.table(rows, Objects.requireNonNull(asked(FarHistory.of(request))));
    }

    /** Our own calls throw what the library throws. */
    private <R> @Nullable R asked(FarCall<R> call) throws IOException, InterruptedException {
        try {
            return call(call);
        } catch (RuntimeException | IOException | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public MimeBundle bundle() {
        return MimeBundle.plain(toString());
    }

    /** Says what it has now. */
    @Override
    public String toString() {
        try {
            return overview().toString();
        } catch (IllegalStateException e) {
            return "%s: %s".formatted(address, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return address.toString();
        }
    }
}
