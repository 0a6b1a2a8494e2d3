package himalia.parallel;

import java.io.IOException;
import java.util.Arrays;

/** A replica that takes weights, finds the gradient of its next rows, and hands it in, whatever the others do meanwhile. */
final class AsynchronousTask implements WorkerTask {
    static final String KIND = "asynchronous";

    private final NetworkJob job;
    private final int number;
    private final int count;
    private final ReplicatedNetwork network;

    AsynchronousTask(NetworkJob job, int number, int count) {
        this.job = job;
        this.number = number;
        this.count = count;
        this.network = new ReplicatedNetwork(job);
    }

    /** How many steps a worker makes in an epoch: one in turn for each. */
    static int steps(int rows, int rowsOfAStep, int number, int count) {
        int all = rows / rowsOfAStep + (rows % rowsOfAStep == 0 ? 0 : 1);
        return (all - number + count - 1) / count;
    }

    @Override
    public byte[] work(byte[] body, Surroundings surroundings) throws IOException {
        var rows = EpochOrder.read(body).rows();
        var weights = pull(surroundings.ask(WorkerFrame.EMPTY));
        double sum = 0;
        int steps = steps(rows.length, job.rowsOfAStep(), number, count);
        for (int step = 0; step < steps; step++) {
            int start = (step * count + number) * job.rowsOfAStep();
            int end = Math.min(rows.length, start + job.rowsOfAStep());
            var gradient = new float[network.size()];
            float loss = 0;
            for (int at = start; at < end; at += job.batch()) {
                var part = Arrays.copyOfRange(rows, at, Math.min(end, at + job.batch()));
                loss += network.add(weights, part, end - start, gradient);
            }
            sum += loss * (double) (end - start);
            var found = WireFormat.bytes(out -> WireFormat.write(out, gradient));
            weights = pull(surroundings.ask(found));
        }
        double share = sum / rows.length;
        return WireFormat.bytes(out -> out.writeDouble(share));
    }

    private static float[] pull(byte[] body) throws IOException {
        return WireFormat.readFloats(WireFormat.reader(body));
    }

    @Override
    public void close() {
        network.close();
    }
}
