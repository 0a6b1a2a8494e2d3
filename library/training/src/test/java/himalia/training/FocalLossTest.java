package himalia.training;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonObject;
import himalia.evaluation.costs.ClassWeights;
import himalia.model.Labels;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Against losses.json, which was computed with 40 digits, and against differences where it says nothing. */
class FocalLossTest {
    static Stream<JsonObject> binary() {
        return elements(json("losses").getAsJsonArray("binary_focal"))
                .map(one -> one.getAsJsonObject());
    }

    static Stream<JsonObject> softmax() {
        return elements(json("losses").getAsJsonArray("softmax_focal"))
                .map(one -> one.getAsJsonObject());
    }

    @ParameterizedTest
    @MethodSource("binary")
    void twoClassesAreExactForLogOddsOfAnySize(JsonObject one) {
        var loss = FocalLoss.binary(one.get("alpha").getAsDouble(), one.get("gamma").getAsDouble());
        boolean isPositive = one.get("y").getAsInt() == 1;

        for (var element : one.getAsJsonArray("logit_loss_grad")) {
            var row = doubles(element.getAsJsonArray());
            same(loss.loss(row[0], isPositive), row[1], "loss at " + row[0]);
            same(loss.gradient(row[0], isPositive), row[2], "gradient at " + row[0]);
        }
    }

    @ParameterizedTest
    @MethodSource("softmax")
    void severalClassesAreExact(JsonObject one) {
        var weights = elements(one.getAsJsonArray("class_weight")).map(w -> w.getAsDouble());
        var loss = new FocalLoss(one.get("gamma").getAsDouble(), weights.toList());

        for (var element : one.getAsJsonArray("rows")) {
            var row = element.getAsJsonObject();
            var logits = doubles(row.getAsJsonArray("logits"));
            int y = row.get("y").getAsInt();
            same(loss.loss(logits, y), row.get("loss").getAsDouble(), "loss");
            var expected = doubles(row.getAsJsonArray("grad"));
            for (int k = 0; k < expected.length; k++) {
                same(loss.gradient(logits, y)[k], expected[k], "gradient by " + k);
            }
        }
    }

    private static void same(double value, double expected, String what) {
        assertThat(value).as(what).isFinite();
        // With 40 digits, a probability of 1 - 1e-44 was 1, and its loss 0.
        assertThat(value)
                .as(what)
                .isCloseTo(expected, within(Math.max(1e-12 * Math.abs(expected), 1e-40)));
    }

    @Test
    void theSecondDerivativeIsThatOfTheGradient() {
        for (double gamma : new double[] {0, 0.5, 1, 2, 5}) {
            var loss = FocalLoss.binary(0.3, gamma);
            for (double z = -6; z <= 6; z += 0.7) {
                for (boolean isPositive : new boolean[] {true, false}) {
                    assertThat(loss.hessian(z, isPositive))
                            .isCloseTo(slope(x -> loss.gradient(x, isPositive), z), within(1e-8));
                }
            }
            for (int y = 0; y < 3; y++) {
                for (int k = 0; k < 3; k++) {
                    int by = k;
                    int actual = y;
                    var several = new FocalLoss(gamma, List.of(0.5, 1.0, 2.0));
                    assertThat(several.hessian(new double[] {0.3, -1.2, 2.1}, y)[k])
                            .isCloseTo(
                                    slope(
                                            x -> {
                                                var logits = new double[] {0.3, -1.2, 2.1};
                                                logits[by] += x;
                                                return several.gradient(logits, actual)[by];
                                            },
                                            0),
                                    within(1e-8));
                }
            }
        }
    }

    private static double slope(DoubleUnaryOperator function, double at) {
        double step = 1e-4;
        return (8 * (function.applyAsDouble(at + step) - function.applyAsDouble(at - step))
                        - function.applyAsDouble(at + 2 * step)
                        + function.applyAsDouble(at - 2 * step))
                / (12 * step);
    }

    @Test
    void logitsOfAThousandGiveNumbers() {
        for (double gamma : new double[] {0, 0.5, 2}) {
            var loss = new FocalLoss(gamma);
            for (double z : new double[] {-1000, 1000}) {
                assertThat(loss.hessian(z, true)).isFinite();
                for (int y = 0; y < 3; y++) {
                    var logits = new double[] {z, 0, -z};
                    assertThat(loss.loss(logits, y)).isFinite();
                    assertThat(loss.gradient(logits, y)).doesNotContain(Double.NaN);
                    assertThat(loss.hessian(logits, y)).doesNotContain(Double.NaN);
                }
            }
        }
    }

    @Test
    void twoClassesOfSoftmaxAreTheBinaryLoss() {
        var loss = FocalLoss.binary(0.3, 2);

        assertThat(loss.loss(new double[] {0.4, 1.9}, 1))
                .isCloseTo(loss.loss(1.5, true), within(1e-15));
        assertThat(loss.gradient(new double[] {0.4, 1.9}, 0)[1])
                .isCloseTo(loss.gradient(1.5, false), within(1e-15));
    }

    @Test
    void aNetworkOfDjlLearnsByTheSame() {
        var engine = Engines.pytorch();
        var loss = new FocalLoss(2, List.of(0.5, 1.5, 1.0));
        double[][] rows = {{0.2, 1.5, -0.3}, {2.0, 0.1, 0.4}, {-1, -2, 3}};
        int[] codes = {1, 2, 2};
        try (var manager = NDManager.newBaseManager(engine.getEngineName())) {
            var logits =
                    manager.create(
                            new float[] {0.2f, 1.5f, -0.3f, 2, 0.1f, 0.4f, -1, -2, 3},
                            new Shape(3, 3));
            logits.setRequiresGradient(true);
            try (var gradients = engine.newGradientCollector()) {
                var lost =
                        loss.djl().evaluate(new NDList(manager.create(codes)), new NDList(logits));
                gradients.backward(lost);
                double mean = 0;
                for (int i = 0; i < 3; i++) {
                    mean += loss.loss(rows[i], codes[i]) / 3;
                }
                assertThat((double) lost.getFloat()).isCloseTo(mean, within(1e-6));
            }
            var found = logits.getGradient().toFloatArray();
            for (int i = 0; i < 3; i++) {
                for (int k = 0; k < 3; k++) {
                    assertThat((double) found[3 * i + k])
                            .isCloseTo(loss.gradient(rows[i], codes[i])[k] / 3, within(1e-6));
                }
            }
        }
    }

    @Test
    void classesMayBeWeighedByTheirRows() {
        var weights = ClassWeights.of(Map.of("no", 0.5, "yes", 1.5));

        assertThat(FocalLoss.of(2, weights, List.of("no", "yes")))
                .isEqualTo(new FocalLoss(2, List.of(0.5, 1.5), List.of("no", "yes")));
    }

    @Test
    void aTrainerFindsWeightsByTheNamesOfClasses() {
        var table =
                Table.create(
                        "rows",
                        DoubleColumn.create("x", IntStream.range(0, 60).mapToDouble(i -> i % 7)),
                        StringColumn.create(
                                "y",
                                IntStream.range(0, 60).mapToObj(i -> i % 4 == 0 ? "yes" : "no")));
        var weights = ClassWeights.of(Map.of("no", 0.5, "yes", 1.5));
        var straight = FocalLoss.of(2, weights, List.of("no", "yes"));
        var turned = FocalLoss.of(2, weights, List.of("yes", "no"));

        assertThat(
                        new FocalBoosting(5, turned, 42)
                                .fit(table, "y")
                                .predict(table)
                                .probabilities("yes"))
                .isEqualTo(
                        new FocalBoosting(5, new FocalLoss(2, List.of(0.5, 1.5)), 42)
                                .fit(table, "y")
                                .predict(table)
                                .probabilities("yes"));
        assertThat(turned.ordered(Labels.toLearn(table, "y"), "y")).isEqualTo(straight);
        assertThatThrownBy(
                        () ->
                                new FocalBoosting(
                                                5,
                                                new FocalLoss(
                                                        2, List.of(1.0, 2.0), List.of("0", "1")),
                                                42)
                                        .fit(table, "y"))
                .hasMessage(
                        "the loss has weights of 0, 1, and the classes of 'y' are no, yes; weigh those");
    }

    @Test
    void eachClassIsNamedOnce() {
        var weights = ClassWeights.of(Map.of("ok", 0.1, "relapse", 0.9));

        assertThatThrownBy(() -> FocalLoss.of(2, weights, List.of("ok", "ok")))
                .hasMessage(
                        "classes are ok, ok, and there are weights of ok, relapse; name each once");
        assertThatThrownBy(() -> FocalLoss.of(2, weights, List.of("relapse")))
                .hasMessage(
                        "classes are relapse, and there are weights of ok, relapse; name each once");
        assertThatThrownBy(() -> FocalLoss.of(2, weights, List.of("ok", "relapse", "ok")))
                .hasMessage(
                        "there are 3 weights, of ok, relapse, ok; name each class once, or none");
    }

    @Test
    void settingsThatAreNoneAreRefused() {
        assertThatThrownBy(() -> new FocalLoss(-1))
                .hasMessage("gamma must be 0 or more and finite, such as 2, got -1.0");
        assertThatThrownBy(() -> FocalLoss.binary(1.5, 2))
                .hasMessage("alpha must be from 0 to 1, got 1.5");
        assertThatThrownBy(() -> new FocalLoss(2, List.of(0.0, 0.0)))
                .hasMessage("all 2 weights are 0; one at least must be above 0");
        assertThatThrownBy(() -> new FocalLoss(2).loss(Double.NaN, true))
                .hasMessage(
                        "the log odds are NaN; look for overflow, or for missing values, before");
        assertThatThrownBy(() -> new FocalLoss(2).loss(new double[] {1, 2}, 2))
                .hasMessage("class number 2 of a row with 2 logits; they count from 0");
    }
}
