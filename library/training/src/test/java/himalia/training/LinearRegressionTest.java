package himalia.training;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.heldOut;
import static himalia.reference.ModelReference.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.evaluation.RegressionReport;
import himalia.model.Model;
import himalia.model.NumberPredictions;
import himalia.model.Trainer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Linear models of numbers against reference/models.json, which scikit-learn computed. */
@Tag("once")
class LinearRegressionTest {
    private static final Map<String, Trainer> TRAINERS =
            Map.of(
                    "least squares", new LinearRegression(),
                    "ridge alpha 1", new Ridge(),
                    "ridge alpha 100", new LinearRegression(100),
                    "lasso alpha 1", new Lasso(),
                    "elastic net alpha 1 l1_ratio 0.5", new ElasticNet());

    static Stream<JsonObject> cases() {
        return elements(json("models").getAsJsonArray("exact"))
                .map(JsonElement::getAsJsonObject)
                .filter(one -> TRAINERS.containsKey(one.get("model").getAsString()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itIsTheReferencesFit(JsonObject expected) {
        var trainer = TRAINERS.get(expected.get("model").getAsString());
        var model = (LinearModel) trainer.fit(heldOut("diabetes", false), "y");
        var test = heldOut("diabetes", true);

        var weights = model.weights().doubleColumn("y").asDoubleArray();
        var coefficients = doubles(expected.getAsJsonArray("coef"));
        for (int j = 0; j < coefficients.length; j++) {
            assertThat(weights[j]).isCloseTo(coefficients[j], within(1e-8));
        }
        assertThat(weights[coefficients.length])
                .isCloseTo(expected.get("intercept").getAsDouble(), within(1e-8));
        var first = doubles(expected.getAsJsonArray("pred_first_5"));
        var predictions = model.predict(test);
        for (int i = 0; i < first.length; i++) {
            assertThat(predictions.number(i)).isCloseTo(first[i], within(1e-8));
        }
        var report = RegressionReport.of(model, test);
        assertThat(report.r2()).isCloseTo(expected.get("r2").getAsDouble(), within(1e-10));
        assertThat(report.rmse()).isCloseTo(expected.get("rmse").getAsDouble(), within(1e-8));
    }

    @Test
    void featuresThatDependOnEachOtherShareTheWeight() {
        var x = DoubleColumn.create("x", IntStream.range(0, 20).mapToDouble(i -> i).toArray());
        var table =
                Table.create(x, x.multiply(2).setName("twice"), x.multiply(3).add(1).setName("y"));

        var model = (LinearModel) new LinearRegression().fit(table, "y");

        var weights = model.weights().doubleColumn("y");
        assertThat(weights.getDouble(0)).isCloseTo(weights.getDouble(1), within(1e-9));
        assertThat(model.predict(table).number(7)).isCloseTo(22, within(1e-9));
    }

    /** What numpy.linalg.lstsq and scikit-learn's LinearRegression say after StandardScaler. */
    @Test
    void aLongTableWithEveryLevelOfACategoryHasTheSmallestWeights() {
        int rows = 30_000;
        var columns = new double[5][rows];
        var effects = new double[] {2, 5, -1};
        long chance = 6;
        for (int i = 0; i < rows; i++) {
            chance = chance * 48_271 % Integer.MAX_VALUE;
            int level = chance % 10 < 6 ? 0 : chance % 10 < 9 ? 1 : 2;
            chance = chance * 48_271 % Integer.MAX_VALUE;
            columns[level][i] = 1;
            columns[3][i] = 18 + chance % 60;
            columns[4][i] = effects[level] + 0.1 * columns[3][i] + i * 13 % 11 * 0.01;
        }
        var table = Table.create();
        for (var name : List.of("a", "b", "c", "age", "y")) {
            table.addColumns(DoubleColumn.create(name, columns[table.columnCount()]));
        }

        var model = (LinearModel) new LinearRegression().fit(table, "y");

        assertThat(model.weights().doubleColumn("y").asDoubleArray())
                .containsExactly(
                        new double[] {
                            -0.33050956370541673,
                            1.066215392887263,
                            -1.0960918189026663,
                            1.7378243270050329,
                            7.401160333333335
                        },
                        within(1e-9));
        assertThat(model.predict(table).number(2)).isCloseTo(4.9496078408215975, within(1e-9));
    }

    /** Squares of 1e155 are infinite, and those of 1e-200 nothing. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 1e155, 1e-200, 1e300, 1e-300})
    void theUnitOfNumbersDoesNotMatter(double unit) {
        var x = DoubleColumn.create("x", unit, 2 * unit, 3 * unit, 4 * unit);
        var y = DoubleColumn.create("y", unit, 3 * unit, 5 * unit, 7 * unit);
        var table = Table.create(x, y);

        for (var label : List.of("x", "y")) {
            var predictions = new LinearRegression().fit(table, label).predict(table);
            for (int row = 0; row < 4; row++) {
                assertThat(predictions.number(row) / unit)
                        .isCloseTo(table.doubleColumn(label).get(row) / unit, within(1e-12));
            }
        }
    }

    @Test
    void fewerRowsThanFeaturesHaveTheSmallestWeightsToo() {
        var table =
                Table.create(
                        DoubleColumn.create("a", 1, 2),
                        DoubleColumn.create("b", 5, 3),
                        DoubleColumn.create("c", 7, 7),
                        DoubleColumn.create("y", 1, 3));

        var weights = ((LinearModel) new LinearRegression().fit(table, "y")).weights();

        // a and b are one feature seen from two sides, and c tells nothing.
        assertThat(weights.doubleColumn("y").asDoubleArray())
                .containsExactly(new double[] {0.5, -0.5, 0, 2}, within(1e-12));
    }

    /** A square of the features would be 1.8 GB, more than tests have. */
    @Test
    void manyFeaturesOfFewRowsCostNoSquareAndWithAPenaltyAreRefused() {
        var table = Table.create(DoubleColumn.create("y", 1, 3, 2));
        for (int j = 0; j < 15_000; j++) {
            table.addColumns(DoubleColumn.create("x" + j, j % 7, j % 5, j % 3));
        }

        var predictions = new LinearRegression().fit(table, "y").predict(table);

        assertThat(predictions.numbers()).containsExactly(new double[] {1, 3, 2}, within(1e-9));
        assertThatThrownBy(() -> new LinearRegression(1).fit(table, "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "LinearRegression with alpha 1.0 needs 1,800,120,000 bytes for 15000 features, which is more than there is memory for; choose fewer, take alpha 0, or give Java more of it, in a notebook by %jvm --heap 8g");
    }

    /** What scikit-learn's Ridge(alpha=1e-6, solver="svd") says after StandardScaler: nearly one feature twice, where normal equations lose all digits. */
    @Test
    void aPenaltyOnFeaturesThatNearlyDependOnEachOtherLosesNoDigits() {
        int rows = 20_000;
        var x = new double[rows];
        var near = new double[rows];
        var y = new double[rows];
        for (int i = 0; i < rows; i++) {
            x[i] = i % 97;
            near[i] = x[i] + (i % 7) * 1e-6;
            y[i] = 2 * x[i] + i % 5;
        }
        var table =
                Table.create(
                        DoubleColumn.create("x", x),
                        DoubleColumn.create("near", near),
                        DoubleColumn.create("y", y));

        var model = (LinearModel) new Ridge(1e-6).fit(table, "y");

        assertThat(model.weights().doubleColumn("y").asDoubleArray())
                .containsExactly(
                        new double[] {28.10349840756737, 27.92215772107108, 97.92890000000935},
                        within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e155, 1e-200, 1e300, 1e-300})
    void theUnitOfNumbersDoesNotMatterToAPenalty(double unit) {
        var x = DoubleColumn.create("x", unit, 2 * unit, 3 * unit, 4 * unit);
        var y = DoubleColumn.create("y", unit, 3 * unit, 5 * unit, 7 * unit);
        var predictions = new Ridge().fit(Table.create(x, y), "y").predict(Table.create(x));
        // scikit-learn: 1.6, 3.2, 4.8, 6.4 of the unit 1.
        assertThat(predictions.number(0) / unit).isCloseTo(1.6, within(1e-12));
        assertThat(predictions.number(3) / unit).isCloseTo(6.4, within(1e-12));
    }

    @Test
    void aLabelMayHaveTheNameOfAColumnOfTheWeights() {
        var table =
                Table.create(
                        DoubleColumn.create("x", 1, 2, 3), DoubleColumn.create("Feature", 2, 4, 6));

        var weights = ((LinearModel) new LinearRegression().fit(table, "Feature")).weights();

        assertThat(weights.columnNames()).containsExactly("feature", "Feature_2");
    }

    @Test
    void anInterruptEndsIt() {
        var train = heldOut("diabetes", false);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> new LinearRegression().fit(train, "y"))
                    .isInstanceOf(TrainingInterrupted.class)
                    .hasMessageMatching("LinearRegression was interrupted after 0 of \\d+ rows");
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void aPenaltyBelowZeroIsRefused() {
        assertThatThrownBy(() -> new LinearRegression(-1))
                .hasMessage("alpha must be 0 or above and finite, got -1.0");
        assertThatThrownBy(() -> new LinearRegression(Double.POSITIVE_INFINITY))
                .hasMessage("alpha must be 0 or above and finite, got Infinity");
    }

    /** Powers of a number go together; numbers by scikit-learn's LassoLars, which needs no rounds, and ElasticNet(tol=1e-14). */
    @Test
    void weightsOfColumnsThatGoTogetherReachTheMinimum() {
        var columns = new DoubleColumn[13];
        for (int k = 1; k <= 12; k++) {
            double power = k;
            columns[k - 1] =
                    DoubleColumn.create(
                            "p" + k,
                            IntStream.range(0, 60)
                                    .mapToDouble(i -> Math.pow(i / 59.0, power))
                                    .toArray());
        }
        columns[12] =
                DoubleColumn.create(
                        "t",
                        IntStream.range(0, 60)
                                .mapToDouble(i -> i / 59.0)
                                .map(x -> Math.sin(6 * x) + 0.1 * Math.cos(50 * x))
                                .toArray());
        var table = Table.create(columns);

        assertThat(some(new Lasso(0.001).fit(table, "t"), table))
                .containsExactly(new double[] {0.07673866, 0.81134898, -0.24906785}, within(1e-6));
        assertThat(some(new Lasso(1e-4).fit(table, "t"), table))
                .containsExactly(new double[] {-0.04767557, 0.85251497, -0.26810098}, within(1e-6));
        assertThat(some(new ElasticNet(1e-4, 0.9).fit(table, "t"), table))
                .containsExactly(new double[] {-0.03636253, 0.85233653, -0.27527207}, within(1e-6));
    }

    private static double[] some(Model model, Table table) {
        var said = (NumberPredictions) model.predict(table);
        return new double[] {said.number(0), said.number(20), said.number(59)};
    }
}
