package himalia.cluster;

import himalia.featurestore.FeatureStore;
import himalia.remote.ClusterAddress;
import himalia.remote.Shipment;
import himalia.streaming.Flink;
import himalia.streaming.Streams;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.jspecify.annotations.Nullable;

/** Has calls done on a cluster, those of one kind by several tasks of one job. */
final class FarCalls {
    /** What reads and writes files, with what it names in texts alone; it is large, and sent as one. */
    static final List<String> STORAGE =
            List.of(
                    FarRun.class.getName(),
                    FeatureStore.class.getName(),
                    "org.apache.arrow.memory.unsafe.DefaultAllocationManagerFactory");

    private static final String DATABASE = "duckdb";

    private FarCalls() {}

    static @Nullable Object call(ClusterAddress address, FarCall<?> call) throws Exception {
        return all(address, List.of(call), 1).get(0);
    }

    /** Has calls of one kind done by so many tasks, and returns what each gave, in the order in which they ended. */
    static List<@Nullable Object> all(
            ClusterAddress address, List<? extends FarCall<?>> calls, int tasks) throws Exception {
        var shipment = shipment(calls.get(0));
        var bytes = new ArrayList<byte[]>();
        FarLibraries libraries;
        byte[] cells;
        try {
            libraries = FarLibraries.of(address, shipment.libraries());
            for (var call : calls) {
                bytes.add(FarRun.write(call));
            }
            cells = FarTask.bytes(shipment.cells());
        } finally {
            // The classes of cells hold values of variables.
            shipment.forget();
        }
        var answers = run(libraries, bytes, cells, tasks, !libraries.wereSent());
        if (answers.stream().anyMatch(answer -> answer.length == 0)) {
            // A task manager that began after they were sent.
            answers = run(libraries, bytes, cells, tasks, true);
        }
        libraries.areSent();
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
        return Shipment.of(List.of(call), STORAGE.toArray(String[]::new));
    }

    private static List<byte[]> run(
            FarLibraries libraries, List<byte[]> calls, byte[] cells, int tasks, boolean sends)
            throws InterruptedException {
        var there = Flink.on(libraries.address().toString(), tasks);
        if (sends) {
            libraries.send(there);
        }
        int sent = sends ? libraries.jars().size() : 0;
        var done =
                there.fromData(
                                PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO,
                                calls.toArray(byte[][]::new))
                        .setParallelism(1)
                        .rebalance()
                        .map(new FarTask(libraries.key(), cells, sent))
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
}
