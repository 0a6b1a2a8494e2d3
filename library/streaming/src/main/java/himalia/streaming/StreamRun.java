package himalia.streaming;

import himalia.display.bundle.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.transformations.WithBoundedness;

/** A job made of some streams and who receives them, and of nothing else that their environment holds. */
final class StreamRun {
    private final StreamExecutionEnvironment environment;
    private final List<Transformation<?>> ends = new ArrayList<>();
    private final List<Receiver.End<?>> receivers = new ArrayList<>();
    private final Returning returning = new Returning();

    StreamRun(StreamExecutionEnvironment environment) {
        this.environment = environment;
    }

    static StreamRun of(DataStream<?> stream) {
        return new StreamRun(stream.getExecutionEnvironment());
    }

    /** Adds a stream; its receiver is called by one thread. */
    <T> StreamRun add(DataStream<T> stream, Receiver<? super T> receiver) {
        if (isRemote()) {
            forgotten(returning.add(stream, receiver));
            return this;
        }
        Receiver.End<T> end = Receiver.End.at(receiver);
        var ended = stream.transform("result", Types.VOID, end).setParallelism(1);
        ends.add(forgotten(ended.getTransformation()));
        receivers.add(end);
        return this;
    }

    /** What Flink notes of it would run again with the environment's next job. */
    private Transformation<?> forgotten(Transformation<?> step) {
        environment.getTransformations().remove(step);
        return step;
    }

    private boolean isRemote() {
        return environment.getConfiguration() instanceof Configuration settings
                && RemoteCluster.of(settings).isPresent();
    }

    /** Starts it by a name of the user's, which no other one that runs may have. */
    StreamJob startAs(String name) throws InterruptedException {
        StreamJobs.requireFree(Given.given(name, "name"));
        return start(name);
    }

    /** Starts it; the cell goes on. */
    StreamJob start(String name) throws InterruptedException {
        if (!(environment.getConfiguration() instanceof Configuration settings)
                || !KeptExecution.isOurs(settings)) {
            throw new IllegalArgumentException(
                    "this stream's environment runs elsewhere; make one with Flink.local() or Flink.on(address), or take the stream's own executeAndCollect");
        }
        if (isRemote()) {
            ends.add(returning.end());
        }
        var sources = SavedSources.of(ends);
        sources.check(settings);
        var graph = environment.generateStreamGraph(ends);
        graph.setJobName(name);
        var job = StreamJobs.begun(name, settings);
        job.reads(sources);
        job.whenOver(() -> receivers.forEach(Receiver.End::forget));
        try {
            KeptExecution.begin(graph, settings, StreamRun.class.getClassLoader(), job, returning);
        } catch (Exception e) {
            if (Failures.cause(e) instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            throw Failures.unchecked(e);
        }
        job.taken();
        return job;
    }

    /** Returns the name of a source that has no end, if there is one. */
    static Optional<String> endless(DataStream<?> stream) {
        return stream.getTransformation().getTransitivePredecessors().stream()
                .filter(
                        each ->
                                each instanceof WithBoundedness source
                                        && source.getBoundedness()
                                                == Boundedness.CONTINUOUS_UNBOUNDED)
                .map(Transformation::getName)
                .findFirst();
    }
}
