package himalia.cluster;

import java.io.File;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.streaming.api.operators.StreamingRuntimeContext;
import org.apache.flink.util.Collector;

/**
 * A stage of a training on a cluster: first one task that brings the workers together, then a task for each of these. It knows the
 * libraries that are kept in its task manager by their names alone.
 */
final class FarStage extends RichFlatMapFunction<byte[], byte[]> {
    private static final long serialVersionUID = 1;

    /** What is said where the libraries have not been sent. */
    static final String MISSING = "the libraries of the training are not in this task manager";

    private static final String TRAINING = "himalia.cluster.FarTraining";

    private static final String READING = "himalia.cluster.FarReading";

    private final String key;

    /** How many files of libraries came with the job; none where they are believed to be there. */
    private final int sent;

    private final int workers;

    /** How many each worker is to grow; none where this is the first stage. */
    private final int rounds;

    private final boolean reads;

    private FarStage(String key, int sent, int workers, int rounds, boolean reads) {
        this.key = key;
        this.sent = sent;
        this.workers = workers;
        this.rounds = rounds;
        this.reads = reads;
    }

    /** The one that brings so many together. */
    static FarStage meeting(String key, int sent, int workers) {
        return new FarStage(key, sent, workers, 0, false);
    }

    /**
     * Those that train.
     *
     * @param reads whether they read their rows themselves
     */
    static FarStage working(String key, int sent, int workers, int rounds, boolean reads) {
        return new FarStage(key, sent, workers, rounds, reads);
    }

    /** The name by which a job has the rows of a worker, or what it makes them of. */
    static String rows(int worker) {
        return "himalia-rows-" + worker;
    }

    @Override
    public void flatMap(byte[] heard, Collector<byte[]> out) throws Exception {
        var context = (StreamingRuntimeContext) getRuntimeContext();
        var libraries =
                FarTask.libraries(key, sent, context)
                        .orElseThrow(() -> new IllegalStateException(MISSING));
        var host = context.getTaskManagerRuntimeInfo().getTaskManagerExternalAddress();
        Consumer<byte[]> told = out::collect;
        if (rounds == 0) {
            FarTask.called(
                    libraries,
                    TRAINING,
                    "meet",
                    new Class<?>[] {int.class, String.class, Consumer.class},
                    workers,
                    host,
                    told);
            return;
        }
        int worker = context.getTaskInfo().getIndexOfThisSubtask();
        FarTask.called(
                libraries,
                reads ? READING : TRAINING,
                "work",
                new Class<?>[] {
                    byte[].class,
                    int.class,
                    int.class,
                    int.class,
                    String.class,
                    File.class,
                    Consumer.class
                },
                heard,
                worker,
                workers,
                rounds,
                host,
                context.getDistributedCache().getFile(rows(worker)),
                told);
    }
}
