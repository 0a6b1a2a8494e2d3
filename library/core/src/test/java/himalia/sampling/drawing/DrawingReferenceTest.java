package himalia.sampling.drawing;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.ints;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import himalia.reference.ModelReference;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Against the draws of sampling.json, fed in where chance would decide. */
class DrawingReferenceTest {
    private static Stream<JsonObject> cases(String method) {
        return ModelReference.elements(ModelReference.json("sampling").getAsJsonArray("cases"))
                .map(one -> one.getAsJsonObject())
                .filter(one -> one.get("method").getAsString().startsWith(method));
    }

    static Stream<JsonObject> reservoirs() {
        return cases("reservoir");
    }

    static Stream<JsonObject> withoutReplacement() {
        return cases("weighted without");
    }

    static Stream<JsonObject> withReplacement() {
        return cases("weighted with replacement");
    }

    @ParameterizedTest
    @MethodSource("reservoirs")
    void aReservoirKeepsTheItemsOfAlgorithmR(JsonObject one) {
        var draws =
                Arrays.stream(ints(one.getAsJsonArray("draws_1_to_i"))).map(i -> i - 1).toArray();
        var random = new ReplayedRandom(draws, new double[0]);
        int n = one.get("n").getAsInt();
        var table = Table.create(DoubleColumn.create("x", IntStream.range(0, n).asDoubleStream()));

        var sample = new ReservoirSample(one.get("k").getAsInt(), 0).draw(table, random);

        assertThat(sample.rows()).isEqualTo(ints(one.getAsJsonArray("reservoir")));
        assertThat(random.isUsedUp()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("withoutReplacement")
    void theLargestKeysAreDrawn(JsonObject one) {
        var random = new ReplayedRandom(new int[0], doubles(one.getAsJsonArray("uniforms")));
        var design = new WeightedSample("w", one.get("k").getAsInt(), 0);

        var sample = design.draw(weights(one), random);

        assertThat(sample.rows()).isEqualTo(ints(one.getAsJsonArray("chosen")));
        assertThat(random.isUsedUp()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("withReplacement")
    void theFirstSumAboveADrawIsDrawn(JsonObject one) {
        var uniforms = doubles(one.getAsJsonArray("uniforms"));
        var design = new WeightedSample("w", uniforms.length, true, 0);

        var sample = design.draw(weights(one), new ReplayedRandom(new int[0], uniforms));

        assertThat(sample.rows()).isEqualTo(ints(one.getAsJsonArray("chosen")));
    }

    @Test
    void importanceWeightsAndWhatFollowsFromThem() {
        var one = cases("importance").findFirst().orElseThrow();
        var x = doubles(one.getAsJsonArray("draws"));
        var target = Arrays.stream(x).map(each -> normal(each, 1, 1)).toArray();
        var proposal = Arrays.stream(x).map(each -> normal(each, 0, 1.5)).toArray();

        var sample = ImportanceSample.of(target, proposal);

        assertThat(Arrays.copyOf(sample.weights(), 10))
                .containsExactly(doubles(one.getAsJsonArray("weights_first_10")), within(1e-9));
        assertThat(sample.mean(x).value())
                .isCloseTo(one.get("mean_x_self_normalised").getAsDouble(), within(1e-9));
        assertThat(sample.mean(Arrays.stream(x).map(each -> each * each).toArray()).value())
                .isCloseTo(one.get("mean_x2_self_normalised").getAsDouble(), within(1e-9));
        assertThat(sample.effectiveSize())
                .isCloseTo(one.get("effective_sample_size").getAsDouble(), within(1e-7));
        assertThat(sample.mean(x).low()).isLessThan(1);
        assertThat(sample.mean(x).high()).isGreaterThan(1);
    }

    @Test
    void strataGiveTheirSharesByLargestRemainder() {
        var one = cases("stratified").findFirst().orElseThrow();
        var table = ModelReference.table(one.get("data").getAsString());

        var sample = new StratifiedSample("y", one.get("n").getAsInt(), 42).draw(table);

        var y = sample.table().intColumn("y");
        var sizes = IntStream.range(0, 3).map(k -> y.isEqualTo(k).size()).toArray();
        assertThat(sizes).isEqualTo(ints(one.getAsJsonArray("sizes")));
    }

    private static Table weights(JsonObject one) {
        return Table.create(DoubleColumn.create("w", doubles(one.getAsJsonArray("weights"))));
    }

    private static double normal(double x, double mean, double deviation) {
        double distance = (x - mean) / deviation;
        return Math.exp(-distance * distance / 2) / deviation;
    }
}
