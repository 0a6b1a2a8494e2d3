package himalia.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.reference.ModelReference;
import himalia.table.Matrices;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;

/** Against imbalanced-learn's results. */
class SamplingReferenceTest {
    private static Stream<JsonObject> cases(String file, String method) {
        return StreamSupport.stream(
                        ModelReference.json(file).getAsJsonArray("cases").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(one -> one.get("method").getAsString().equals(method));
    }

    static Stream<JsonObject> smote() {
        return cases("over", "SMOTE");
    }

    static Stream<JsonObject> randomOver() {
        return cases("over", "RandomOverSampler");
    }

    static Stream<JsonObject> randomUnder() {
        return cases("under", "RandomUnderSampler");
    }

    static Stream<JsonObject> tomekPairs() {
        return cases("under", "tomek_pairs");
    }

    static Stream<JsonObject> strategies() {
        return StreamSupport.stream(
                        ModelReference.json("under").getAsJsonArray("strategies").spliterator(),
                        false)
                .map(JsonElement::getAsJsonObject);
    }

    private static Table data(JsonObject one) {
        return ModelReference.table(one.get("data").getAsString());
    }

    private static Map<String, Integer> counts(Table table) {
        var classes = Classes.of(table, "y");
        var counts = new HashMap<String, Integer>();
        for (var code = 0; code < classes.names().size(); code++) {
            counts.put(classes.names().get(code), classes.counts()[code]);
        }
        return counts;
    }

    private static Map<String, Integer> expectedCounts(JsonObject one) {
        var counts = new HashMap<String, Integer>();
        one.getAsJsonObject("counts_after")
                .entrySet()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().getAsInt()));
        return counts;
    }

    private static int[] ints(JsonObject object, String name) {
        return ModelReference.ints(object.getAsJsonArray(name));
    }

    /** Gives the draws of the reference, as our SMOTE asks for them. */
    private record Replay(Queue<Integer> whole, Queue<Double> real) implements RandomGenerator {
        @Override
        public int nextInt(int bound) {
            return whole.remove();
        }

        @Override
        public double nextDouble() {
            return real.remove();
        }

        @Override
        public long nextLong() {
            throw new UnsupportedOperationException("no such draw is recorded");
        }
    }

    @ParameterizedTest
    @MethodSource("smote")
    void smoteFindsTheSameNeighboursAndDrawsTheSamePoints(JsonObject one) {
        var table = data(one);
        var neighbours = one.getAsJsonObject("params").get("k_neighbors").getAsInt();
        var examples = Examples.of(table, "y", "SMOTE");
        for (var element : one.getAsJsonArray("classes")) {
            var expected = element.getAsJsonObject();
            var rows = ints(expected, "minority_rows");
            var classes = examples.classes();
            var code = classes.names().indexOf(expected.get("class").getAsString());
            assertThat(classes.rows(code)).isEqualTo(rows);
            var found = Segments.within(examples, code, neighbours, "SMOTE").partners();

            var lists = expected.getAsJsonArray("neighbours");
            for (var i = 0; i < rows.length; i++) {
                var sorted = IntStream.of(found[i]).sorted().toArray();
                assertThat(sorted).isEqualTo(ModelReference.ints(lists.get(i).getAsJsonArray()));
            }
            assertReplay(table, expected, rows, found, neighbours, examples.points());
        }
    }

    private static void assertReplay(
            Table table,
            JsonObject expected,
            int[] rows,
            int[][] found,
            int neighbours,
            double[][] all) {
        var replay = expected.getAsJsonObject("replay");
        var bases = ints(replay, "base");
        var towards = ints(replay, "neighbour");
        var pairs = new ArrayDeque<Integer>();
        for (var i = 0; i < bases.length; i++) {
            var base = Arrays.binarySearch(rows, bases[i]);
            var to = towards[i];
            var place =
                    IntStream.range(0, neighbours)
                            .filter(rank -> found[base][rank] == to)
                            .findFirst()
                            .orElseThrow();
            pairs.add(base * neighbours + place);
        }
        var gaps = new ArrayDeque<Double>();
        for (var gap : ModelReference.doubles(replay.getAsJsonArray("gap"))) {
            gaps.add(gap);
        }
        var name = expected.get("class").getAsString();
        var smote =
                new Smote(neighbours, new Strategy(name + "=" + (rows.length + bases.length)), 0);

        var result = smote.resample(table, "y", new Replay(pairs, gaps));

        var points = Matrices.rows(result, Matrices.features(result, "y"), "test");
        var wanted = replay.getAsJsonArray("x_new");
        assertThat(result.rowCount()).isEqualTo(table.rowCount() + bases.length);
        for (var i = 0; i < table.rowCount(); i++) {
            assertThat(points[i]).isEqualTo(all[i]);
        }
        for (var i = 0; i < bases.length; i++) {
            assertThat(points[table.rowCount() + i])
                    .containsExactly(
                            ModelReference.doubles(wanted.get(i).getAsJsonArray()), within(1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource("smote")
    void smoteBalancesAndStaysWithinTheClass(JsonObject one) {
        var neighbours = one.getAsJsonObject("params").get("k_neighbors").getAsInt();

        var result = new Smote(neighbours, 7).resample(data(one), "y");

        assertThat(counts(result)).isEqualTo(expectedCounts(one));
        assertThat(result.rowCount()).isEqualTo(one.get("rows_out").getAsInt());
    }

    @ParameterizedTest
    @MethodSource("randomOver")
    void randomOverSamplerRepeatsRowsBehindTheGivenOnes(JsonObject one) {
        var table = data(one);

        var result = new RandomOverSampler(7).resample(table, "y");

        assertThat(counts(result)).isEqualTo(expectedCounts(one));
        var known = new HashSet<List<Object>>();
        for (var row = 0; row < table.rowCount(); row++) {
            known.add(row(table, row));
            assertThat(row(result, row)).isEqualTo(row(table, row));
        }
        for (var row = 0; row < result.rowCount(); row++) {
            assertThat(known).contains(row(result, row));
        }
    }

    @ParameterizedTest
    @MethodSource("randomUnder")
    void randomUnderSamplerKeepsDistinctRowsInOrder(JsonObject one) {
        var table = data(one);

        var rows = new RandomUnderSampler(7).trace(table, "y").rows();

        var kept =
                IntStream.range(0, table.rowCount())
                        .filter(row -> !rows.intColumn("row").isMissing(row))
                        .toArray();
        assertThat(counts(table.rows(kept))).isEqualTo(expectedCounts(one));
    }

    @ParameterizedTest
    @MethodSource("tomekPairs")
    void tomekLinksFindsThePairsOfTheDefinition(JsonObject one) {
        var found = new TomekLinks().pairs(data(one), "y");

        var expected =
                StreamSupport.stream(one.getAsJsonArray("pairs").spliterator(), false)
                        .map(pair -> ModelReference.ints(pair.getAsJsonArray()))
                        .map(pair -> new TomekLinks.Pair(pair[0], pair[1]))
                        .toList();
        if (one.get("ties").getAsBoolean()) {
            assertThat(found).containsAll(expected);
        } else {
            assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void strategiesMeanTheSameNumbers(JsonObject one) {
        var strategy = new Strategy(one.get("strategy").getAsString());
        var kind =
                switch (one.get("kind").getAsString()) {
                    case "over-sampling" -> Strategy.Kind.ADD;
                    case "under-sampling" -> Strategy.Kind.DROP;
                    default -> Strategy.Kind.CLEAN;
                };
        var classes = Classes.of(data(one), "y");
        if (one.has("raises")) {
            assertThatThrownBy(() -> strategy.targets(kind, classes))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("strategy ");
            return;
        }
        var targets = new HashMap<String, Integer>();
        strategy.targets(kind, classes)
                .forEach((code, rows) -> targets.put(classes.names().get(code), rows));
        var expected = new HashMap<String, Integer>();
        one.getAsJsonObject("targets")
                .entrySet()
                .forEach(entry -> expected.put(entry.getKey(), entry.getValue().getAsInt()));
        assertThat(targets).isEqualTo(expected);
    }

    private static List<Object> row(Table table, int row) {
        return table.columns().stream().<Object>map(column -> column.get(row)).toList();
    }
}
