package himalia.features;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.heldOut;
import static himalia.reference.ModelReference.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Options that reference/preprocessing.json has not, against reference/features.json, which scikit-learn computed. */
class MoreReferenceTest {
    private static final Map<String, Step> STEPS =
            Map.ofEntries(
                    Map.entry("minmax_clip", new MinMaxScaler(-1, 2, true, List.of())),
                    Map.entry("minmax_holes", new MinMaxScaler()),
                    Map.entry("robust_10_90", new RobustScaler(true, true, 10, 90, List.of())),
                    Map.entry("normalizer_l1", new Normalizer(Normalizer.Norm.L1)),
                    Map.entry("normalizer_max", new Normalizer(Normalizer.Norm.MAX)),
                    Map.entry(
                            "quantile_holes",
                            new QuantileTransformer(30, QuantileTransformer.Output.UNIFORM)),
                    Map.entry(
                            "power_box_cox", new PowerTransformer(PowerTransformer.Method.BOX_COX)),
                    Map.entry(
                            "power_holes",
                            new PowerTransformer(
                                    PowerTransformer.Method.YEO_JOHNSON, false, List.of())),
                    Map.entry(
                            "kbins_kmeans",
                            new KBinsDiscretizer(
                                    4,
                                    KBinsDiscretizer.Strategy.KMEANS,
                                    KBinsDiscretizer.Encode.ORDINAL,
                                    List.of())),
                    Map.entry("spline_constant", new SplineTransformer()),
                    Map.entry(
                            "spline_linear",
                            new SplineTransformer(
                                    4,
                                    2,
                                    SplineTransformer.Knots.UNIFORM,
                                    SplineTransformer.Extrapolation.LINEAR,
                                    false,
                                    List.of())),
                    Map.entry(
                            "spline_continue",
                            new SplineTransformer(
                                    4,
                                    3,
                                    SplineTransformer.Knots.QUANTILE,
                                    SplineTransformer.Extrapolation.CONTINUE,
                                    true,
                                    List.of())),
                    Map.entry("polynomial_3", new PolynomialFeatures(3, false, true, List.of())),
                    Map.entry(
                            "polynomial_3_interactions",
                            new PolynomialFeatures(3, true, false, List.of())));

    static Stream<JsonObject> numbers() {
        return elements(json("features").getAsJsonArray("numbers"))
                .map(JsonElement::getAsJsonObject);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void everyStepDoesAsScikitLearn(JsonObject expected) {
        var name = expected.get("transformer").getAsString();
        var wine = heldOut("wine", false);
        var names = wine.columnNames().subList(0, 3);
        var learnt = Table.create();
        for (int j = 0; j < 3; j++) {
            var values = ((NumericColumn<?>) wine.column(j)).asDoubleArray();
            for (int row = j; row < values.length && j < 2; row += 4 + j) {
                values[row] = expected.get("holes").getAsBoolean() ? Double.NaN : values[row];
            }
            learnt.addColumns(DoubleColumn.create(names.get(j), values));
        }
        var rows = json("features").getAsJsonArray("probe");
        var probe = learnt.emptyCopy();
        for (var row : rows) {
            var values = doubles(row.getAsJsonArray());
            IntStream.range(0, 3).forEach(j -> probe.doubleColumn(j).append(values[j]));
        }

        var done = STEPS.get(name).fit(learnt).apply(probe);

        var out = expected.getAsJsonArray("out");
        if (name.equals("polynomial_3")) {
            done = firstLast(done, "1");
        }
        for (int i = 0; i < out.size(); i++) {
            assertThat(row(done, i))
                    .as(name + " " + i)
                    .containsExactly(
                            doubles(out.get(i).getAsJsonArray()),
                            within(name.startsWith("power") ? 1e-5 : 1e-8));
        }
    }

    /** There the column of ones comes first; here the columns themselves stay where they are. */
    private static Table firstLast(Table table, String name) {
        var done = Table.create(table.column(name));
        table.columns().stream()
                .filter(column -> !column.name().equals(name))
                .forEach(done::addColumns);
        return done;
    }

    private static double[] row(Table table, int row) {
        return IntStream.range(0, table.columnCount())
                .mapToDouble(j -> table.doubleColumn(j).getDouble(row))
                .toArray();
    }

    @Test
    void productsAndCirclesAreTheReferences() {
        for (var one : json("preprocessing").getAsJsonArray("numeric")) {
            var expected = one.getAsJsonObject();
            if (!expected.get("transformer").getAsString().equals("Polynomial_2")) {
                continue;
            }
            var data = expected.get("data").getAsString();
            var names = heldOut(data, false).columnNames().subList(0, 3).toArray(String[]::new);
            var done =
                    new PolynomialFeatures(2)
                            .fit(heldOut(data, false).selectColumns(names))
                            .apply(heldOut(data, true).selectColumns(names));
            var rows = expected.getAsJsonArray("test_first_5");
            for (int i = 0; i < rows.size(); i++) {
                assertThat(row(done, i))
                        .containsExactly(doubles(rows.get(i).getAsJsonArray()), within(1e-8));
            }
        }
        var circle = json("preprocessing").getAsJsonObject("cyclic_24");
        var hours = Table.create(DoubleColumn.create("h", doubles(circle.getAsJsonArray("hours"))));
        var done = new CyclicEncoder(24, List.of("h")).fit(hours).apply(hours);
        var expected = circle.getAsJsonArray("sin_cos");
        for (int i = 0; i < expected.size(); i++) {
            assertThat(row(done, i))
                    .containsExactly(doubles(expected.get(i).getAsJsonArray()), within(1e-12));
        }
    }

    @Test
    void placesInASequenceAreTheReferences() {
        var expected = json("preprocessing").getAsJsonArray("positional_encoding_6x8");
        var places = Table.create(IntColumn.create("p", 0, 1, 2, 3, 4, 5));
        var done = new PositionalEncoder(8, List.of("p")).fit(places).apply(places);

        assertThat(done.columnNames()).startsWith("p_sin0", "p_cos0", "p_sin1").hasSize(8);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(row(done, i))
                    .containsExactly(doubles(expected.get(i).getAsJsonArray()), within(1e-11));
        }
    }

    @Test
    void ofLevelsAsFrequentTheSameAreRare() {
        var ties = json("features").getAsJsonObject("one_hot_ties");
        var values = elements(ties.getAsJsonArray("values")).map(JsonElement::getAsString).toList();
        var table = Table.create(StringColumn.create("v", values));

        assertThat(new OneHotEncoder().maxCategories(3).fit(table).apply(table).columnNames())
                .isEqualTo(
                        elements(ties.getAsJsonArray("names"))
                                .map(name -> name.getAsString().replace("_sklearn", ""))
                                .toList());
    }
}
