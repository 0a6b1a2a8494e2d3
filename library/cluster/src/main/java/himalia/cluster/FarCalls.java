package himalia.cluster;

import himalia.featurestore.FeatureStore;
import himalia.remote.ClusterAddress;
import himalia.remote.Shipment;
import himalia.streaming.Flink;
import himalia.streaming.Streams;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** Has calls done on a cluster, those of one kind by several tasks of one job. */
final class FarCalls {
    /** What reads and writes files, with what it names in texts alone; it is large, and sent as one. */
    private static final String[] STORAGE = {
        FarRun.class.getName(),
        FeatureStore.class.getName(),
        "org.apache.arrow.memory.unsafe.DefaultAllocationManagerFactory"
    };

    private static final String DATABASE = "duckdb";

    /** What a cluster was sent in this session, as long as its task managers live. */
    private static final Set<String> SENT = ConcurrentHashMap.newKeySet();

    private static final Map<Path, String> HASHES = new ConcurrentHashMap<>();

    private FarCalls() {}

    static @Nullable Object call(ClusterAddress address, FarCall<?> call) throws Exception {
        return all(address, List.of(call), 1).get(0);
    }

    /** Has calls of one kind done by so many tasks, and returns what each gave, in the order in which they ended. */
    static List<@Nullable Object> all(
            ClusterAddress address, List<? extends FarCall<?>> calls, int tasks) throws Exception {
        var shipment = shipment(calls.get(0));
        var key = key(shipment.libraries());
        var bytes = new ArrayList<byte[]>();
        for (var call : calls) {
            bytes.add(FarRun.write(call));
        }
        var cells = FarTask.bytes(shipment.cells());
        shipment.forget();
        boolean isSent = SENT.contains(address + " " + key);
        var there = Flink.on(address.toString(), tasks);
        var answers = run(there, bytes, key, cells, isSent ? List.of() : shipment.libraries());
        if (answers.stream().anyMatch(answer -> answer.length == 0)) {
            // A task manager that began after they were sent.
            there = Flink.on(address.toString(), tasks);
            answers = run(there, bytes, key, cells, shipment.libraries());
        }
        SENT.add(address + " " + key);
        var outcomes = new ArrayList<@Nullable Object>();
        for (var answer : answers) {
            outcomes.add(outcome(answer));
        }
        return outcomes;
    }

    private static Shipment shipment(FarCall<?> call) {
        var least = Shipment.of(List.of(call), FarRun.class.getName());
        boolean stores =
                least.libraries().stream()
                        .anyMatch(jar -> String.valueOf(jar.getFileName()).startsWith(DATABASE));
        if (!stores) {
            return least;
        }
        least.forget();
        return Shipment.of(List.of(call), STORAGE);
    }

    private static List<byte[]> run(
            StreamExecutionEnvironment there,
            List<byte[]> calls,
            String key,
            byte[] cells,
            List<Path> libraries)
            throws InterruptedException {
        for (int i = 0; i < libraries.size(); i++) {
            there.registerCachedFile(libraries.get(i).toUri().toString(), FarTask.file(i));
        }
        var done =
                there.fromData(
                                PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO,
                                calls.toArray(byte[][]::new))
                        .setParallelism(1)
                        .rebalance()
                        .map(new FarTask(key, cells, libraries.size()))
                        .returns(PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
        return Streams.collect(done);
    }

    private static @Nullable Object outcome(byte[] answer) throws Exception {
        var outcome = (FarRun.Outcome) FarRun.read(answer, FarCalls.class.getClassLoader());
        var thrown = outcome.thrown();
        for (var each = thrown; each != null; each = each.getCause()) {
            if (String.valueOf(each.getMessage()).contains("java.nio.DirectByteBuffer.<init>")) {
                throw new IllegalStateException(
                        "the cluster's task manager runs without --add-opens=java.base/java.nio=ALL-UNNAMED, which reading and writing files needs; Flink's own config.yaml has it in env.java.opts.all",
                        thrown);
            }
        }
        if (thrown instanceof Exception exception) {
            throw exception;
        }
        if (thrown instanceof OutOfMemoryError) {
            throw new IllegalStateException(
                    "the heap of the cluster's task manager is full (%s); have the call hold less, or give it more there: taskmanager.memory.task.heap.size"
                            .formatted(thrown.getMessage()));
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return outcome.value();
    }

    /** The same jars have the same key, whoever sends them. */
    private static String key(List<Path> jars) {
        var digest = digest();
        jars.stream()
                .map(jar -> HASHES.computeIfAbsent(jar, FarCalls::hash))
                .sorted()
                .forEach(hash -> digest.update(HexFormat.of().parseHex(hash)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String hash(Path jar) {
        var digest = digest();
        var buffer = new byte[1 << 16];
        try (var in = Files.newInputStream(jar)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + jar, e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
