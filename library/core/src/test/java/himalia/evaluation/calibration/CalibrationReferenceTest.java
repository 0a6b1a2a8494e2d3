package himalia.evaluation.calibration;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.ints;
import static himalia.reference.ModelReference.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.evaluation.CalibrationCurve;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calibration against reference/calibration.json, to 1e-6. */
class CalibrationReferenceTest {
    static Stream<JsonObject> cases() {
        return elements(json("calibration").getAsJsonArray("cases"))
                .map(JsonElement::getAsJsonObject);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void decisionValuesBecomeTheReferencesProbabilities(JsonObject given) {
        var decision = doubles(given.getAsJsonArray("decision"));
        var positive = positive(given);

        var platt = PlattScaling.fit(decision, positive);
        assertThat(platt.a()).isCloseTo(given.get("platt_a").getAsDouble(), within(1e-6));
        assertThat(platt.b()).isCloseTo(given.get("platt_b").getAsDouble(), within(1e-6));

        var isotonic = IsotonicCalibration.fit(decision, positive);
        assertThat(isotonic.x()).containsExactly(numbers(given, "isotonic_x"), within(1e-9));
        assertThat(isotonic.y()).containsExactly(numbers(given, "isotonic_y"), within(1e-9));
        assertThat(Arrays.stream(decision).map(isotonic::probability).toArray())
                .containsExactly(numbers(given, "isotonic_pred"), within(1e-9));

        var temperature = TemperatureScaling.fit(decision, positive);
        assertThat(temperature.temperature())
                .isCloseTo(given.get("temperature").getAsDouble(), within(1e-6));
        double loss =
                IntStream.range(0, decision.length)
                        .mapToDouble(
                                i ->
                                        -Math.log(
                                                temperature
                                                        .probabilities(
                                                                new double[] {0, decision[i]})[
                                                        positive[i] ? 1 : 0]))
                        .average()
                        .orElseThrow();
        assertThat(loss).isCloseTo(given.get("temperature_nll").getAsDouble(), within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void curvesAreTheReferences(JsonObject given) {
        var said = numbers(given, "uncalibrated_p");

        sameCurve(given, "curve_uniform", CalibrationCurve.uniform(positive(given), said, 5));
        sameCurve(given, "curve_quantile", CalibrationCurve.quantile(positive(given), said, 5));
    }

    private static void sameCurve(JsonObject given, String name, CalibrationCurve curve) {
        var expected = given.getAsJsonArray(name);
        assertThat(curve.sharesPositive())
                .containsExactly(doubles(expected.get(0).getAsJsonArray()), within(1e-9));
        assertThat(curve.meanProbabilities())
                .containsExactly(doubles(expected.get(1).getAsJsonArray()), within(1e-9));
    }

    /** By hand: 0.2 and 0.3 stand in the wrong order and are joined; both rows at 0.5 are one point. */
    @Test
    void neighboursInTheWrongOrderAreJoined() {
        var fitted =
                IsotonicCalibration.fit(
                        new double[] {0.5, 0.1, 0.2, 0.3, 0.5},
                        new boolean[] {true, false, true, false, true});

        assertThat(fitted.x()).containsExactly(0.1, 0.2, 0.3, 0.5);
        assertThat(fitted.y()).containsExactly(0, 0.5, 0.5, 1);
        assertThat(fitted.probability(0.15)).isCloseTo(0.25, within(1e-12));
        assertThat(fitted.probability(-9)).isZero();
        assertThat(fitted.probability(9)).isEqualTo(1);
    }

    @Test
    void classesThatLieApartHaveFiniteNumbers() {
        double[] decision = {-2, -1, 1, 2};
        boolean[] positive = {false, false, true, true};

        assertThat(TemperatureScaling.fit(decision, positive).temperature()).isEqualTo(0.001);
        assertThat(PlattScaling.fit(decision, positive).probability(1000)).isBetween(0.9, 1.0);
        assertThat(PlattScaling.fit(new double[] {1, 1}, new boolean[] {true, true}).probability(1))
                // Platt's target for two positive rows is 3/4.
                .isCloseTo(0.75, within(1e-6));
    }

    @Test
    void slipsAreToldWithTheirValue() {
        assertThatThrownBy(() -> PlattScaling.fit(new double[1], new boolean[2]))
                .hasMessageEndingWith("one at least, got 1 and 2");
        assertThatThrownBy(
                        () ->
                                IsotonicCalibration.fit(
                                        new double[] {Double.NaN}, new boolean[] {true}))
                .hasMessage("the decision value of row 0 is NaN; drop the row");
        assertThatThrownBy(() -> new TemperatureScaling(0))
                .hasMessage("the temperature must be from 0.001 to 1000, got 0.0");
        assertThatThrownBy(
                        () ->
                                CalibrationCurve.uniform(
                                        new boolean[] {true}, new double[] {1.5}, 10))
                .hasMessage("row 0 has the probability 1.5; probabilities are from 0 to 1");
    }

    private static double[] numbers(JsonObject given, String name) {
        return doubles(given.getAsJsonArray(name));
    }

    private static boolean[] positive(JsonObject given) {
        var y = ints(given.getAsJsonArray("y"));
        var positive = new boolean[y.length];
        IntStream.range(0, y.length).forEach(i -> positive[i] = y[i] == 1);
        return positive;
    }

    @Test
    void whatNothingCanBeFittedToIsNamed() {
        var two = new double[][] {{0, 1}, {1, 0}};
        assertThatThrownBy(() -> TemperatureScaling.fit(two, new int[] {0, 2}))
                .hasMessage("row 1 is of class 2, and there are 2, numbered from 0");
        assertThatThrownBy(
                        () ->
                                TemperatureScaling.fit(
                                        new double[][] {{0, 1}, {1}}, new int[] {0, 1}))
                .hasMessage(
                        "row 1 has 1 logits; each row has one a class, and two at least, and the first has 2");
        assertThatThrownBy(
                        () ->
                                TemperatureScaling.fit(
                                        new double[][] {{0, Double.NaN}}, new int[] {0}))
                .hasMessage("a logit of row 0 is NaN; drop the row");
        assertThatThrownBy(() -> new IsotonicCalibration(new double[] {1, 1}, new double[] {0, 1}))
                .hasMessage("decision values are finite numbers that rise, got 1.0 at 1");
        assertThatThrownBy(
                        () -> new IsotonicCalibration(new double[] {1, 2}, new double[] {0.5, 0.4}))
                .hasMessage("probabilities are from 0 to 1 and never fall, got 0.4 at 1");
    }
}
