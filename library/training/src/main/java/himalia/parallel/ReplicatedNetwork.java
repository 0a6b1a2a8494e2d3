package himalia.parallel;

/** A worker's copy of the whole network, and the rows that it is to learn from. */
final class ReplicatedNetwork implements AutoCloseable {
    private final NetworkJob job;
    private final NetworkReplica replica;

    ReplicatedNetwork(NetworkJob job) {
        this.job = job;
        this.replica = new NetworkReplica(job.shape(), true);
    }

    int size() {
        return NetworkReplica.size(job.shape());
    }

    /**
     * Adds the share that some rows have in the gradient of a step's mean loss, and returns their share in the loss.
     *
     * @param rows the numbers of the rows
     * @param all how many rows the step has, with those of all workers
     */
    float add(float[] weights, int[] rows, int all, float[] gradient) {
        if (rows.length == 0) {
            return 0;
        }
        float share = (float) rows.length / all;
        try (var pass = replica.pass(weights)) {
            var scores = pass.forward(pass.rows(features(job, rows)));
            float lost = pass.backward(scores, codes(job, rows), share);
            pass.addGradient(gradient);
            return lost * share;
        }
    }

    static float[] features(NetworkJob job, int[] rows) {
        int width = job.width();
        var values = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(job.rows(), rows[i] * width, values, i * width, width);
        }
        return values;
    }

    static int[] codes(NetworkJob job, int[] rows) {
        var codes = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            codes[i] = job.codes()[rows[i]];
        }
        return codes;
    }

    @Override
    public void close() {
        replica.close();
    }
}
