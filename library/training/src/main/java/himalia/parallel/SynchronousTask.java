package himalia.parallel;

import java.io.IOException;
import java.util.stream.IntStream;

/** A replica that makes each step together with all others: their gradients are added up in a ring. */
final class SynchronousTask implements WorkerTask {
    static final String KIND = "synchronous";

    private final NetworkJob job;
    private final ReplicatedNetwork network;
    private Adam adam = Adam.start(new float[0], 1);

    SynchronousTask(NetworkJob job) {
        this.job = job;
        this.network = new ReplicatedNetwork(job);
    }

    @Override
    public byte[] work(byte[] body, Surroundings surroundings) throws IOException {
        var order = EpochOrder.read(body);
        if (order.state() != null) {
            adam = Adam.read(WireFormat.reader(order.state()), job.rate());
        }
        var peers = surroundings.peers();
        double sum = 0;
        int count = order.rows().length;
        for (int start = 0; start < count; start += job.rowsOfAStep()) {
            int end = Math.min(count, start + job.rowsOfAStep());
            sum += step(order.rows(), start, end, peers) * (double) (end - start);
        }
        double loss = sum / count;
        return WireFormat.bytes(
                out -> {
                    out.writeDouble(loss);
                    // All replicas are the same.
                    if (peers.number() == 0) {
                        adam.write(out);
                    }
                });
    }

    private float step(int[] order, int start, int end, Exchange peers) throws IOException {
        // The loss goes round with the gradient.
        var sums = new float[network.size() + 1];
        for (int batch = start; batch < end; batch += job.batch()) {
            int first = batch + peers.number();
            int last = Math.min(end, batch + job.batch());
            var rows =
                    IntStream.iterate(first, i -> i < last, i -> i + peers.count())
                            .map(i -> order[i])
                            .toArray();
            sums[network.size()] += network.add(adam.weights(), rows, end - start, sums);
        }
        RingAllReduce.sum(peers, sums);
        adam.step(sums);
        return sums[network.size()];
    }

    @Override
    public void close() {
        network.close();
    }
}
