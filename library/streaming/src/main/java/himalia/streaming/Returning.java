package himalia.streaming;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.configuration.RpcOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.operators.collect.CollectResultIterator;
import org.apache.flink.streaming.api.operators.collect.CollectSinkOperatorFactory;
import org.apache.flink.streaming.api.operators.collect.CollectStreamSink;
import org.jspecify.annotations.Nullable;

/** What comes back from a job on another machine: Flink's own collecting, handed to who receives each stream. */
final class Returning {
    /** Of a job whose results are fetched by whoever began it, or stay in this process. */
    static final Returning NOTHING = new Returning();

    private final List<Sent.Taker<?>> takers = new ArrayList<>();
    private @Nullable DataStream<byte[]> all;
    private @Nullable CollectResultIterator<byte[]> results;

    /** Adds a stream; returns its last step. */
    <T> Transformation<?> add(DataStream<T> stream, Receiver<? super T> receiver) {
        var environment = stream.getExecutionEnvironment();
        var serializer =
                stream.getType().createSerializer(environment.getConfig().getSerializerConfig());
        var sent =
                stream.transform(
                                "result",
                                PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO,
                                new Sent<>(takers.size(), serializer, receiver.wantsTime()))
                        .setParallelism(1);
        takers.add(new Sent.Taker<>(serializer, receiver));
        all = all == null ? sent : all.union(sent);
        return sent.getTransformation();
    }

    /** Who received something threw this. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Throwable why;

        Refused(Throwable why) {
            super(why);
            this.why = why;
        }

        Throwable why() {
            return why;
        }
    }

    private void give(byte[] sent) throws Refused {
        try {
            takers.get(Sent.number(sent)).give(sent);
        } catch (Exception | Error e) {
            throw new Refused(e);
        }
    }

    /** Returns where all of them end. */
    Transformation<?> end() {
        var sent = Objects.requireNonNull(all);
        var environment = sent.getExecutionEnvironment();
        var id = "himalia-" + UUID.randomUUID();
        var serializer =
                PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO.createSerializer(
                        environment.getConfig().getSerializerConfig());
        var sink = new CollectStreamSink<>(sent, new CollectSinkOperatorFactory<>(serializer, id));
        sink.name("to the notebook").uid(id);
        results =
                new CollectResultIterator<>(
                        id,
                        serializer,
                        id,
                        environment.getCheckpointConfig(),
                        environment
                                .getConfiguration()
                                .get(RpcOptions.ASK_TIMEOUT_DURATION)
                                .toMillis());
        return sink.getTransformation();
    }

    /** Reads to the end, if anything comes back so, on a thread of its own; a receiver that throws ends the job. */
    CompletableFuture<Void> read(JobClient job) {
        var over = new CompletableFuture<Void>();
        var from = results;
        if (from == null) {
            over.complete(null);
            return over;
        }
        from.setJobClient(job);
        KeptCluster.apart("himalia-results")
                .execute(
                        () -> {
                            try (from) {
                                while (from.hasNext()) {
                                    give(from.next());
                                }
                                over.complete(null);
                            } catch (Throwable e) {
                                // The job is over, or its receiver wants no more.
                                job.cancel();
                                over.completeExceptionally(e);
                            }
                        });
        return over;
    }
}
