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
import himalia.evaluation.explanation.ShapValues;
import himalia.features.Onnx;
import himalia.features.Pipeline;
import himalia.features.StandardScaler;
import himalia.model.Model;
import himalia.model.Trainer;
import himalia.onnx.OnnxAnswers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What is made small, beside XGBoost of Python (boosting_objectives.py). */
class BoostingObjectiveTest {
    private static final GradientBoostingRegressor NUMBERS =
            new GradientBoostingRegressor(50, 3, 0.1, 1, 42);
    private static final GradientBoosting CLASSES = new GradientBoosting(50, 3, 0.1, 1, false, 42);

    private static final CustomObjective ASYMMETRIC =
            new CustomObjective(
                    "asymmetric",
                    150,
                    (margins, labels) ->
                            Derivatives.ofEach(
                                    margins,
                                    labels,
                                    (m, y) -> m < y ? 5 * (m - y) : m - y,
                                    (m, y) -> m < y ? 5 : 1));

    private static final BoostingObjective LOGISTIC =
            BoostingObjective.custom(
                    "logistic",
                    (margins, labels) ->
                            Derivatives.ofEach(
                                    margins,
                                    labels,
                                    (m, y) -> (y == 1 ? 3 : 1) * (sigmoid(m) - y),
                                    (m, y) -> (y == 1 ? 3 : 1) * sigmoid(m) * (1 - sigmoid(m))));

    @TempDir Path folder;

    private static double sigmoid(double margin) {
        return 1 / (1 + Math.exp(-margin));
    }

    static Stream<JsonObject> objectives() {
        return elements(json("boosting_objectives").getAsJsonArray("objectives"))
                .map(JsonElement::getAsJsonObject);
    }

    private static Table labelled(Table rows, double divisor) {
        var y = rows.numberColumn("y");
        var divided = IntStream.range(0, y.size()).mapToDouble(i -> y.getDouble(i) / divisor);
        return rows.rejectColumns("y").addColumns(DoubleColumn.create("y", divided.toArray()));
    }

    @ParameterizedTest
    @MethodSource("objectives")
    void itSaysWhatPythonsSays(JsonObject expected) throws Exception {
        var objective =
                new NamedObjective(
                        NamedObjective.Name.valueOf(expected.get("name").getAsString()),
                        expected.get("parameter").getAsDouble());
        double divisor = expected.get("divisor").getAsDouble();
        var train = labelled(heldOut("diabetes", false), divisor);
        var test = heldOut("diabetes", true);
        var file = folder.resolve("homes.model");
        try (var model = NUMBERS.by(objective).fit(train, "y")) {
            var said = model.predict(test);
            var python = doubles(expected.getAsJsonArray("said"));
            // Ours counts from the mean, which floats round otherwise; leaves of quantiles are
            // chosen by the rows.
            double error = 1e-5 + 1e-6 * Arrays.stream(python).max().orElseThrow();
            assertThat(said.numbers()).containsExactly(python, within(error));

            model.save(file);
            try (var again = Model.load(file)) {
                assertThat(again.predict(test)).isEqualTo(said);
                assertThat(again.trainer()).isEqualTo(NUMBERS.by(objective));
            }
            var shap = ShapValues.of(model, test);
            WrittenModels.assertSameBySql(model, test);
            if (!objective.isLog()) {
                WrittenModels.assertSameByOnnx(model, test);
            }
            // A float's last digit of the sum is some millionths of its exponential.
            var answers = OnnxAnswers.of(Onnx.bytes(model), test).numbers("prediction");
            for (int row = 0; row < test.rowCount(); row++) {
                double sum = shap.base() + Arrays.stream(shap.values()[row]).sum();
                assertThat(answers[row][0])
                        .isCloseTo(said.number(row), within(5e-6 * said.number(row)));
                assertThat(objective.isLog() ? Math.exp(sum) : sum)
                        .isCloseTo(said.number(row), within(1e-4 * Math.abs(said.number(row))));
            }
        }
    }

    @Test
    void optionsThatSayNothingOfTheObjectiveKeepIt() {
        var counts = new GradientBoostingRegressor(5, 42).by(BoostingObjective.POISSON);
        var monotone = BoostingOptions.NONE.monotone("a", 1);
        assertThat(counts.with(monotone))
                .isEqualTo(
                        new GradientBoostingRegressor(5, 42)
                                .with(monotone)
                                .by(BoostingObjective.POISSON));
    }

    @Test
    void aCustomOneIsThatOfPython() {
        var expected = json("boosting_objectives");
        try (var numbers = NUMBERS.by(ASYMMETRIC).fit(heldOut("diabetes", false), "y");
                var classes = CLASSES.by(LOGISTIC).fit(heldOut("breast_cancer", false), "y")) {
            assertThat(numbers.predict(heldOut("diabetes", true)).numbers())
                    .containsExactly(doubles(expected.getAsJsonArray("custom")), within(1e-3));
            assertThat(classes.predict(heldOut("breast_cancer", true)).probabilities("1"))
                    .containsExactly(
                            doubles(expected.getAsJsonArray("custom_classes")), within(1e-5));
        }
    }

    @Test
    void quantilesGoOneWayToo() {
        var random = new Random(1);
        var x = random.doubles(300).toArray();
        var y = Arrays.stream(x).map(each -> each + Math.exp(random.nextGaussian())).toArray();
        var rows = Table.create(DoubleColumn.create("x", x), DoubleColumn.create("y", y));
        var free = BoostingOptions.NONE.objective(BoostingObjective.quantile(0.9));
        try (var model = NUMBERS.with(free.monotone("x", 1)).fit(rows, "y");
                var other = NUMBERS.with(free).fit(rows, "y")) {
            assertThat(falls(model)).isZero();
            assertThat(falls(other)).isPositive();
        }
    }

    /** How often more of x is told less. */
    private static long falls(Model model) {
        var line = IntStream.range(0, 100).mapToDouble(i -> i / 100.0).toArray();
        var said = model.predict(Table.create(DoubleColumn.create("x", line))).numbers();
        return IntStream.range(1, 100).filter(i -> said[i] < said[i - 1]).count();
    }

    /** By arithmetic: one leaf, of which XGBoost takes the sum of gradients over that of Hessians and 1, times the rate. */
    @Test
    void aLeafIsOneStepOfNewton() {
        var rows =
                Table.create(
                        DoubleColumn.create("x", 1, 1, 1, 1), DoubleColumn.create("y", 2, 4, 6, 8));
        var half =
                BoostingObjective.custom(
                        "half",
                        (margins, labels) ->
                                Derivatives.ofEach(margins, labels, (m, y) -> m - y, (m, y) -> 1));
        try (var model = new GradientBoostingRegressor(1, 3, 0.5, 1, 42).by(half).fit(rows, "y")) {
            assertThat(model.predict(rows).number(0)).isEqualTo(0.5 * 20 / (4 + 1));
        }
    }

    /** By arithmetic again: a margin of 0 is a half, so gradients are 3 * 0.5 and -2 * 0.5, and the Hessians a quarter of 5. */
    @Test
    void weightsMultiplyBothDerivatives() {
        var rows =
                Table.create(DoubleColumn.create("x", 1, 1), StringColumn.create("y", "no", "yes"));
        var plain =
                BoostingObjective.custom(
                        "plain",
                        (margins, labels) ->
                                Derivatives.ofEach(
                                        margins,
                                        labels,
                                        (m, label) -> sigmoid(m) - label,
                                        (m, label) -> sigmoid(m) * (1 - sigmoid(m))));
        var trainer = new GradientBoosting(1, 3, 1, 1, false, 42).by(plain);
        try (var model = trainer.fit(rows, "y", new double[] {3, 2})) {
            assertThat(model.predict(rows).probability(0, "yes"))
                    .isCloseTo(sigmoid(-(1.5 - 1) / (1.25 + 1)), within(1e-6));
        }
    }

    /** A lambda has no form in a file: the model predicts the same, and says why it is not trained again. */
    @Test
    void aModelOfACustomOneIsSavedWithoutIt() {
        var train = heldOut("diabetes", false);
        var test = heldOut("diabetes", true);
        var file = folder.resolve("own.model");
        var trainer = NUMBERS.by(ASYMMETRIC);
        var scaled = Pipeline.of(new StandardScaler()).train(trainer);
        for (var each : List.<Trainer>of(trainer, scaled)) {
            try (var model = each.fit(train, "y")) {
                model.save(file);
                try (var again = Model.load(file)) {
                    assertThat(again.predict(test)).isEqualTo(model.predict(test));
                    assertThatThrownBy(() -> again.trainer().fit(train, "y"))
                            .hasMessage(
                                    "objective 'asymmetric' is Java code, which no model file holds: this trainer comes from one, and its model predicts; to train again, give it anew: .by(BoostingObjective.custom(\"asymmetric\", …))");
                }
            }
        }
        assertThat(trainer.toString()).contains("[by custom 'asymmetric']");
    }

    @Test
    void countsStopEarly() {
        var trainer =
                new GradientBoostingRegressor(300, 42)
                        .with(BoostingOptions.NONE.earlyStopping(5, 0.2))
                        .by(BoostingObjective.POISSON);
        try (var model = trainer.fit(heldOut("diabetes", false), "y")) {
            assertThat(model.outcome()).startsWith("kept ");
            assertThat(trainer.toString())
                    .contains("[by poisson, stops after 5 rounds by 0.2 of the rows]");
        }
    }

    private static void refused(CustomObjective.Function function, String message) {
        var rows =
                Table.create(
                        DoubleColumn.create("x", 1, 2, 3, 4), DoubleColumn.create("y", 2, 4, 6, 8));
        var before = rows.copy();
        assertThatThrownBy(
                        () ->
                                new GradientBoostingRegressor(3, 42)
                                        .by(BoostingObjective.custom("mine", function))
                                        .fit(rows, "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThat(rows.print()).isEqualTo(before.print());
    }

    @Test
    void whatACustomOneAnswersIsLookedAt() {
        refused(
                (m, y) -> new Derivatives(new double[3], new double[4]),
                "objective 'mine' gave 3 gradients for 4 rows; each row has one");
        refused(
                (m, y) -> new Derivatives(new double[4], new double[5]),
                "objective 'mine' gave 5 Hessians for 4 rows; each row has one");
        refused(
                (m, y) -> new Derivatives(new double[] {0, 0, Double.NaN, 0}, new double[4]),
                "objective 'mine' gave a gradient of NaN for row 2, whose margin is 0.0 and label 6.0; it must be a finite number");
        refused(
                (m, y) -> new Derivatives(new double[4], new double[] {1, -2, 1, 1}),
                "objective 'mine' gave a Hessian of -2.0 for row 1, whose margin is 0.0 and label 4.0; it must be finite and 0 or more: take a bound of it, such as 1, where the loss bends down");
        refused(
                (m, y) -> new Derivatives(new double[] {1, 1, 1, 1}, new double[4]),
                "objective 'mine' gave Hessians that are all 0, and XGBoost divides by their sum; give 1 where the second derivative vanishes");
        refused(
                (m, y) -> null,
                "objective 'mine' returned null; it returns Derivatives of all rows");
        refused(
                (m, y) -> {
                    y[0] = 7;
                    throw new IllegalArgumentException("the cell's own: " + m.length);
                },
                "the cell's own: 4");
    }

    @Test
    void slipsAreToldWithTheirValueAndTheWayOut() {
        assertThatThrownBy(() -> BoostingObjective.quantile(1))
                .hasMessage("alpha must be in (0, 1), got 1.0");
        assertThatThrownBy(() -> BoostingObjective.pseudoHuber(0))
                .hasMessage("slope must be above 0, and a float, got 0.0");
        assertThatThrownBy(() -> BoostingObjective.tweedie(2))
                .hasMessage("power must be in [1, 2), got 2.0");
        assertThatThrownBy(() -> new NamedObjective(NamedObjective.Name.GAMMA, 1))
                .hasMessage("the parameter of gamma must be 0: it has none, got 1.0");
        assertThatThrownBy(() -> CLASSES.by(BoostingObjective.POISSON))
                .hasMessage(
                        "objective poisson is of numbers, which a GradientBoostingRegressor predicts; classes have their own, or one by BoostingObjective.custom");
        var iris = heldOut("iris", false);
        assertThatThrownBy(() -> CLASSES.by(LOGISTIC).fit(iris, "y"))
                .hasMessage(
                        "objective 'logistic' is of two classes or of numbers, and there are 3 classes: 0, 1, 2; train one model for each against the others");
        assertThatThrownBy(
                        () ->
                                NUMBERS.by(ASYMMETRIC)
                                        .with(
                                                BoostingOptions.NONE
                                                        .objective(ASYMMETRIC)
                                                        .earlyStopping(3, 0.1)))
                .hasMessage(
                        "early stopping judges rounds by a loss, and objective 'asymmetric' gives gradient and Hessian only; train without it, and choose the rounds by a CrossValidation");
        assertThatThrownBy(
                        () ->
                                new GradientBoostingRanker(3, "q", 42)
                                        .with(
                                                BoostingOptions.NONE.objective(
                                                        BoostingObjective.GAMMA)))
                .hasMessage(
                        "objective gamma is none of a ranker, which has its own; name one by GradientBoostingRanker.Objective");
        var rows =
                Table.create(DoubleColumn.create("x", 1, 2, 3), DoubleColumn.create("y", 1, 0, -1));
        assertThatThrownBy(() -> NUMBERS.by(BoostingObjective.GAMMA).fit(rows, "y"))
                .hasMessage(
                        "label 'y' is 0.0 in row 1, and the objective gamma takes numbers above 0; mend or drop that row, or take another objective, such as BoostingObjective.SQUARED_ERROR");
        assertThatThrownBy(() -> NUMBERS.by(BoostingObjective.tweedie(1.5)).fit(rows, "y"))
                .hasMessageStartingWith(
                        "label 'y' is -1.0 in row 2, and the objective tweedie(1.5) takes numbers from 0 on; ");
        assertThatThrownBy(() -> NUMBERS.by(BoostingObjective.SQUARED_LOG_ERROR).fit(rows, "y"))
                .hasMessageStartingWith(
                        "label 'y' is -1.0 in row 2, and the objective squared log error takes numbers above -1; ");
        var zeros = Table.create(DoubleColumn.create("x", 1, 2), DoubleColumn.create("y", 0, 0));
        assertThatThrownBy(() -> NUMBERS.by(BoostingObjective.POISSON).fit(zeros, "y"))
                .hasMessage(
                        "label 'y' is 0 in all rows, and the objective poisson predicts numbers above 0; add rows of others");
    }
}
