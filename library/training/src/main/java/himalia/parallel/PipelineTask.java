package himalia.parallel;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;

/**
 * One of two halves of a network. The first sends what its layers make of one micro-batch after the other; the second sends back the
 * slopes. Each adds up its gradients over all micro-batches before a step, so that the step is that of the whole batch.
 */
final class PipelineTask implements WorkerTask {
    static final String KIND = "pipeline";

    private final NetworkJob job;
    private final boolean isFirst;
    private final int microBatches;
    private final int at;
    private final int[] shape;
    private final NetworkReplica half;
    private Adam adam = Adam.start(new float[0], 1);

    /**
     * Takes its half.
     *
     * @param split how many layers the first half has
     */
    PipelineTask(NetworkJob job, int number, int split, int microBatches) {
        this.job = job;
        this.isFirst = number == 0;
        this.microBatches = microBatches;
        var first = Arrays.copyOfRange(job.shape(), 0, split + 1);
        this.shape = isFirst ? first : Arrays.copyOfRange(job.shape(), split, job.shape().length);
        this.at = isFirst ? 0 : NetworkReplica.size(first);
        this.half = new NetworkReplica(shape, !isFirst);
    }

    @Override
    public byte[] work(byte[] body, Surroundings surroundings) throws IOException {
        var order = EpochOrder.read(body);
        if (order.state() != null) {
            adam =
                    Adam.read(WireFormat.reader(order.state()), job.rate())
                            .part(at, at + NetworkReplica.size(shape));
        }
        double sum = 0;
        int count = order.rows().length;
        for (int start = 0; start < count; start += job.rowsOfAStep()) {
            var rows =
                    Arrays.copyOfRange(
                            order.rows(), start, Math.min(count, start + job.rowsOfAStep()));
            var gradient = new float[adam.weights().length];
            float loss =
                    isFirst
                            ? first(rows, gradient, surroundings.peers())
                            : second(rows, gradient, surroundings.peers());
            adam.step(gradient);
            sum += loss * (double) rows.length;
        }
        double loss = sum / count;
        return WireFormat.bytes(
                out -> {
                    out.writeDouble(loss);
                    adam.write(out);
                });
    }

    private float first(int[] rows, float[] gradient, Exchange peers) throws IOException {
        try (var pass = half.pass(adam.weights())) {
            var made = new ArrayList<NDArray>();
            for (int i = 0; i < microBatches; i++) {
                var micro = micro(rows, i);
                if (micro.length > 0) {
                    var values = pass.forward(pass.rows(ReplicatedNetwork.features(job, micro)));
                    made.add(values);
                    var numbers = values.toFloatArray();
                    peers.send(1, numbers, 0, numbers.length);
                }
            }
            for (var values : made) {
                pass.backward(values, peers.receive(1));
            }
            pass.addGradient(gradient);
            return 0;
        }
    }

    private float second(int[] rows, float[] gradient, Exchange peers) throws IOException {
        float loss = 0;
        try (var pass = half.pass(adam.weights())) {
            for (int i = 0; i < microBatches; i++) {
                var micro = micro(rows, i);
                if (micro.length > 0) {
                    var heard = pass.rows(peers.receive(0));
                    heard.setRequiresGradient(true);
                    float share = (float) micro.length / rows.length;
                    var codes = ReplicatedNetwork.codes(job, micro);
                    loss += pass.backward(pass.forward(heard), codes, share) * share;
                    try (var slopes = heard.getGradient()) {
                        var numbers = slopes.toFloatArray();
                        peers.send(0, numbers, 0, numbers.length);
                    }
                }
            }
            pass.addGradient(gradient);
        }
        return loss;
    }

    private int[] micro(int[] rows, int number) {
        return Arrays.copyOfRange(
                rows,
                (int) ((long) rows.length * number / microBatches),
                (int) ((long) rows.length * (number + 1) / microBatches));
    }

    @Override
    public void close() {
        half.close();
    }
}
