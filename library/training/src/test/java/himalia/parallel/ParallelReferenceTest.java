package himalia.parallel;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.ints;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.reference.ModelReference;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients, steps and sums against those that NumPy and PyTorch computed. */
class ParallelReferenceTest {
    private static final int FEATURES = 10;

    private static final JsonObject EXPECTED = ModelReference.json("parallel");

    /** Of two classes whose first has the score 0, softmax is the logistic function. */
    private static NetworkJob logistic() {
        return job(new int[] {FEATURES, 2}, 64, classes(64));
    }

    private static NetworkJob job(int[] shape, int count, int[] codes) {
        var table = ModelReference.table("imb_10d");
        var rows = new float[count * FEATURES];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (float) table.numberColumn(i % FEATURES).getDouble(i / FEATURES);
        }
        return new NetworkJob(shape, rows, codes, 0.1, count, 1);
    }

    private static int[] classes(int count) {
        var column = ModelReference.table("imb_10d").numberColumn("y");
        return IntStream.range(0, count).map(row -> (int) column.getDouble(row)).toArray();
    }

    private static float[] logisticWeights() {
        var weights = new float[2 * FEATURES + 2];
        var given = doubles(EXPECTED.getAsJsonArray("w"));
        for (int j = 0; j < FEATURES; j++) {
            weights[FEATURES + j] = (float) given[j];
        }
        weights[2 * FEATURES + 1] = EXPECTED.get("b").getAsFloat();
        return weights;
    }

    @Test
    void theGradientsOfShardsAddUpToThatOfAllRows() {
        var sums = new float[2 * FEATURES + 2];
        float loss = 0;
        try (var network = new ReplicatedNetwork(logistic())) {
            for (var each : EXPECTED.getAsJsonArray("shards_round_robin_4")) {
                var shard = each.getAsJsonObject();
                var part = new float[sums.length];
                loss +=
                        network.add(
                                logisticWeights(), ints(shard.getAsJsonArray("rows")), 64, part);
                var wanted = doubles(shard.getAsJsonArray("sum_grad_w"));
                for (int j = 0; j < FEATURES; j++) {
                    assertThat(64.0 * part[FEATURES + j]).isCloseTo(wanted[j], within(1e-4));
                }
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += part[i];
                }
            }
        }
        assertThat((double) loss).isCloseTo(EXPECTED.get("mean_loss").getAsDouble(), within(1e-6));
        assertClose(sums, FEATURES, doubles(EXPECTED.getAsJsonArray("mean_grad_w")));
        assertThat((double) sums[2 * FEATURES + 1])
                .isCloseTo(EXPECTED.get("mean_grad_b").getAsDouble(), within(1e-6));
    }

    @Test
    void aNetworksGradientIsPyTorchs() {
        var mlp = EXPECTED.getAsJsonObject("mlp");
        var first = transposed(mlp.getAsJsonArray("W1"));
        var second = transposed(mlp.getAsJsonArray("W2"));
        var weights =
                floats(
                        first,
                        doubles(mlp.getAsJsonArray("b1")),
                        second,
                        doubles(mlp.getAsJsonArray("b2")));
        var gradient = new float[weights.length];
        var job = job(new int[] {FEATURES, 6, 3}, 16, ints(mlp.getAsJsonArray("targets")));
        try (var network = new ReplicatedNetwork(job)) {
            var rows = IntStream.range(0, 16).toArray();
            float loss = network.add(weights, rows, 16, gradient);
            assertThat((double) loss).isCloseTo(mlp.get("mean_loss").getAsDouble(), within(1e-6));
        }
        assertClose(gradient, 0, transposed(mlp.getAsJsonArray("grad_W1")));
        assertClose(gradient, 60, doubles(mlp.getAsJsonArray("grad_b1")));
        assertClose(gradient, 66, transposed(mlp.getAsJsonArray("grad_W2")));
        assertClose(gradient, 84, doubles(mlp.getAsJsonArray("grad_b2")));
    }

    @Test
    void itsStepsAreThoseOfAdam() {
        var adam = Adam.start(new float[] {1, 2, 3}, 0.1);
        var steps =
                EXPECTED.getAsJsonObject("optimisers")
                        .getAsJsonObject("theta_after_each_step")
                        .getAsJsonArray("adam");
        for (int k = 1; k <= steps.size(); k++) {
            adam.step(new float[] {0.25f * k, -0.5f * k, k});
            assertClose(adam.weights(), 0, doubles(steps.get(k - 1).getAsJsonArray()));
        }
    }

    static Stream<JsonElement> rings() {
        return StreamSupport.stream(
                EXPECTED.getAsJsonArray("ring_all_reduce").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("rings")
    void aRingAddsUpAndSendsNoMoreThanItMust(JsonElement each) throws Exception {
        var ring = each.getAsJsonObject();
        int count = ring.get("workers").getAsInt();
        var ends = ThreadExchange.ring(count);
        var vectors = new float[count][];
        var threads = new Thread[count];
        for (int i = 0; i < count; i++) {
            var vector = floats(doubles(ring.getAsJsonArray("vectors").get(i).getAsJsonArray()));
            var end = ends.get(i);
            vectors[i] = vector;
            threads[i] = new Thread(() -> end.run(() -> RingAllReduce.sum(end, vector)));
            threads[i].start();
        }
        for (int i = 0; i < count; i++) {
            threads[i].join();
            assertClose(vectors[i], 0, doubles(ring.getAsJsonArray("sum")));
            assertThat(ends.get(i).messages()).isEqualTo(ring.get("steps").getAsInt());
            assertThat(ends.get(i).sent())
                    .isEqualTo(ring.get("elements_sent_per_worker").getAsInt());
        }
    }

    /** The set has inputs by outputs; PyTorch's matrices are the other way round. */
    private static double[] transposed(JsonArray matrix) {
        var rows = new double[matrix.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = doubles(matrix.get(i).getAsJsonArray());
        }
        int width = rows[0].length;
        return IntStream.range(0, rows.length * width)
                .mapToDouble(i -> rows[i % rows.length][i / rows.length])
                .toArray();
    }

    private static float[] floats(double[]... parts) {
        var all = Stream.of(parts).flatMapToDouble(Arrays::stream).toArray();
        var floats = new float[all.length];
        for (int i = 0; i < all.length; i++) {
            floats[i] = (float) all[i];
        }
        return floats;
    }

    private static void assertClose(float[] values, int start, double[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            assertThat((double) values[start + i]).isCloseTo(wanted[i], within(1e-6));
        }
    }
}
