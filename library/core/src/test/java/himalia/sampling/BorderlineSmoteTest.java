package himalia.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.reference.ModelReference;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;

/**
 * Against reference/borderline.json, which borderline.py beside it had imbalanced-learn say: 40,000 rows of each class, so
 * that a share may be off by 0.01, four times what chance makes of the difference of two such.
 */
class BorderlineSmoteTest {
    private static final double[] TENTHS = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};

    static Stream<JsonObject> cases() {
        return ModelReference.elements(ModelReference.json("borderline").getAsJsonArray("cases"))
                .map(JsonElement::getAsJsonObject);
    }

    private static Table table(JsonObject one) {
        return ModelReference.table(one.get("data").getAsString())
                .rows(ModelReference.ints(one.getAsJsonArray("rows")));
    }

    private static Resampling trace(JsonObject one, Table table, String name) {
        var code = Classes.of(table, "y").names().indexOf(name);
        var size = Classes.of(table, "y").counts()[code] + one.get("made").getAsInt();
        return new BorderlineSmote(
                        2,
                        one.get("k_neighbors").getAsInt(),
                        one.get("m_neighbors").getAsInt(),
                        Strategy.of(Map.of(name, size)),
                        7)
                .trace(table, "y");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void kindTwoMakesRowsBetweenTheSameRowsAndAsFarOnTheWay(JsonObject one) {
        var table = table(one);
        var classes = one.getAsJsonObject("classes");
        for (var name : classes.keySet()) {
            var expected = classes.getAsJsonObject(name);
            var rows = trace(one, table, name).rows();
            var made = rows.where(rows.stringColumn("how").isEqualTo("made"));
            var from = made.intColumn("from");
            var to = made.intColumn("to");
            var pairs = new TreeSet<String>();
            for (var row = 0; row < made.rowCount(); row++) {
                pairs.add(from.get(row) + " " + to.get(row));
            }

            assertThat(pairs)
                    .containsExactlyInAnyOrderElementsOf(
                            ModelReference.elements(expected.getAsJsonArray("pairs"))
                                    .map(JsonElement::getAsString)
                                    .toList());
            var own = places(made, table, name, true);
            var others = places(made, table, name, false);
            assertThat(others.length / (double) made.rowCount())
                    .isCloseTo(expected.get("others").getAsDouble(), within(0.01));
            assertThat(DoubleStream.of(own).average().orElseThrow())
                    .isCloseTo(expected.get("mean_own").getAsDouble(), within(0.015));
            assertThat(DoubleStream.of(others).average().orElseThrow())
                    .isCloseTo(expected.get("mean_others").getAsDouble(), within(0.005));
            assertThat(below(own, expected, "tenths_own")).containsExactly(TENTHS, within(0.025));
            assertThat(below(others, expected, "tenths_others"))
                    .containsExactly(TENTHS, within(0.025));
        }
    }

    /** How far on the way new rows lie to rows of their class, or of others. */
    private static double[] places(Table made, Table table, String name, boolean isOwn) {
        return IntStream.range(0, made.rowCount())
                .filter(
                        row -> {
                            var partner = made.intColumn("to").get(row);
                            return table.getString(partner, "y").equals(name) == isOwn;
                        })
                .mapToDouble(row -> made.doubleColumn("at").getDouble(row))
                .toArray();
    }

    /** Which share of our places is below each tenth of imbalanced-learn's. */
    private static double[] below(double[] places, JsonObject expected, String name) {
        return DoubleStream.of(ModelReference.doubles(expected.getAsJsonArray(name)))
                .map(
                        bound ->
                                DoubleStream.of(places).filter(at -> at < bound).count()
                                        / (double) places.length)
                .toArray();
    }
}
