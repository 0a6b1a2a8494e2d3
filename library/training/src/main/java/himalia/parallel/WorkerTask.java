package himalia.parallel;

import java.io.DataInputStream;
import java.io.IOException;

/** What a worker process works on, from one order to the next. */
interface WorkerTask extends AutoCloseable {
    /**
     * Does what an order says.
     *
     * @return what the training is told when it is done
     * @throws CutOff if another worker is gone
     */
    byte[] work(byte[] order, Surroundings surroundings) throws IOException;

    /** Whom a worker can talk to while it works. */
    interface Surroundings {
        /** Returns the other workers. */
        Exchange peers();

        /** Returns what notes how time goes. */
        Stopwatch watch();

        /** Tells the training what was found, and waits for what to go on with. */
        byte[] ask(byte[] found) throws IOException;
    }

    @Override
    void close();

    /** Makes the task of a kind. */
    static WorkerTask read(byte[] body, int number, int count) throws IOException {
        var in = WireFormat.reader(body);
        var kind = in.readUTF();
        return switch (kind) {
            case SynchronousTask.KIND -> new SynchronousTask(NetworkJob.read(in));
            case AsynchronousTask.KIND -> new AsynchronousTask(NetworkJob.read(in), number, count);
            case PipelineTask.KIND -> pipeline(in, number);
            case TreesTask.KIND -> TreesTask.read(in, number, count);
            case TrackerTask.KIND -> TrackerTask.read(in);
            case PooledTask.KIND -> PooledTask.read(in);
            default -> throw new IOException("no task '" + kind + "'");
        };
    }

    private static PipelineTask pipeline(DataInputStream in, int number) throws IOException {
        return new PipelineTask(NetworkJob.read(in), number, in.readInt(), in.readInt());
    }
}
