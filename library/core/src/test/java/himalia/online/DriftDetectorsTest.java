package himalia.online;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.ints;
import static himalia.reference.ModelReference.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Detectors against drift.json, whose formulas are in its README, and against river: online.py made online.json. */
class DriftDetectorsTest {
    static Stream<JsonObject> sequential() {
        return elements(json("drift").getAsJsonArray("sequential"))
                .map(JsonElement::getAsJsonObject);
    }

    static Stream<JsonObject> adwin() {
        return cases("adwin");
    }

    static Stream<JsonObject> ddm() {
        return cases("ddm");
    }

    static Stream<JsonObject> pageHinkley() {
        return cases("page_hinkley");
    }

    private static Stream<JsonObject> cases(String name) {
        return elements(json("online").getAsJsonArray(name)).map(JsonElement::getAsJsonObject);
    }

    @ParameterizedTest
    @MethodSource("sequential")
    void firstAlarmsAreTheReferences(JsonObject expected) {
        var page = expected.getAsJsonObject("page_hinkley");
        var stream = doubles(expected.getAsJsonArray("stream"));
        double delta = page.get("delta").getAsDouble();
        var detector = new PageHinkley(delta, page.get("lambda").getAsDouble());
        assertThat(first(detector, stream, DriftSignal.DRIFT))
                .isEqualTo(index(page, "first_alarm_index"));
        var last = new PageHinkley(delta, 1e9).start();
        for (double value : stream) {
            last.add(value);
        }
        assertThat(last.statistic())
                .isCloseTo(page.get("statistic_last").getAsDouble(), within(1e-9));

        var ddm = expected.getAsJsonObject("ddm");
        var errors = doubles(ddm.getAsJsonArray("errors"));
        var settings = new Ddm(ddm.get("warm_up").getAsInt() - 1, 2, 3);
        assertThat(first(settings, errors, DriftSignal.WARNING))
                .isEqualTo(index(ddm, "first_warning_index"));
        assertThat(first(settings, errors, DriftSignal.DRIFT))
                .isEqualTo(index(ddm, "first_drift_index"));
    }

    private static int index(JsonObject of, String name) {
        return of.get(name).isJsonNull() ? -1 : of.get(name).getAsInt();
    }

    private static int first(DriftDetector detector, double[] stream, DriftSignal wanted) {
        var all = signals(detector.start(), stream, wanted);
        return all.length == 0 ? -1 : all[0];
    }

    @ParameterizedTest
    @MethodSource("adwin")
    void adwinIsRivers(JsonObject expected) {
        var settings = expected.getAsJsonObject("settings");
        var state =
                new Adwin(
                                settings.get("delta").getAsDouble(),
                                settings.get("clock").getAsInt(),
                                settings.get("max_buckets").getAsInt(),
                                settings.get("min_window_length").getAsInt(),
                                settings.get("grace_period").getAsInt())
                        .start();

        assertThat(signals(state, stream(expected), DriftSignal.DRIFT))
                .isEqualTo(ints(expected.getAsJsonArray("alarms")));
        assertThat(state.width()).isEqualTo(expected.get("width").getAsLong());
        assertThat(state.mean() * state.width())
                .isCloseTo(expected.get("total").getAsDouble(), within(1e-9));
        // river tells the sum of squared distances.
        assertThat(state.variance() * state.width())
                .isCloseTo(expected.get("variance").getAsDouble(), within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("ddm")
    void ddmIsRivers(JsonObject expected) {
        var settings = expected.getAsJsonObject("settings");
        var detector =
                new Ddm(
                        settings.get("warm_start").getAsInt(),
                        settings.get("warning_threshold").getAsDouble(),
                        settings.get("drift_threshold").getAsDouble());

        assertThat(signals(detector.start(), stream(expected), DriftSignal.DRIFT))
                .isEqualTo(ints(expected.getAsJsonArray("alarms")));
        assertThat(signals(detector.start(), stream(expected), DriftSignal.WARNING))
                .isEqualTo(ints(expected.getAsJsonArray("warnings")));
    }

    @ParameterizedTest
    @MethodSource("pageHinkley")
    void pageHinkleyIsRivers(JsonObject expected) {
        var settings = expected.getAsJsonObject("settings");
        var direction =
                PageHinkley.Direction.valueOf(
                        settings.get("mode").getAsString().toUpperCase(Locale.ROOT));
        var detector =
                new PageHinkley(
                        settings.get("delta").getAsDouble(),
                        settings.get("threshold").getAsDouble(),
                        settings.get("alpha").getAsDouble(),
                        settings.get("min_instances").getAsInt(),
                        direction);

        assertThat(signals(detector.start(), stream(expected), DriftSignal.DRIFT))
                .isEqualTo(ints(expected.getAsJsonArray("alarms")));
    }

    /** Errors are written as one digit each. */
    private static double[] stream(JsonObject expected) {
        var stream = expected.get("stream");
        return stream.isJsonArray()
                ? doubles(stream.getAsJsonArray())
                : stream.getAsString().chars().mapToDouble(digit -> digit - '0').toArray();
    }

    private static int[] signals(DriftState state, double[] stream, DriftSignal wanted) {
        return IntStream.range(0, stream.length)
                .filter(i -> state.add(stream[i]) == wanted)
                .toArray();
    }

    @Test
    void slipsAreToldWithTheirValueAndTheWayOut() {
        assertThatThrownBy(() -> new Adwin(1))
                .hasMessage("delta must be above 0 and below 1, such as 0.002, got 1.0");
        assertThatThrownBy(() -> new Adwin(0.1, 0, 5, 5, 10))
                .hasMessage("clock must be at least 1, got 0");
        assertThatThrownBy(() -> new Ddm(30, 3, 2))
                .hasMessage("drift must be at least warning, 3.0, got 2.0");
        assertThatThrownBy(() -> new PageHinkley(0.1, 0))
                .hasMessage("threshold must be above 0.0 and finite, got 0.0");
        assertThatThrownBy(() -> new PageHinkley(-0.1, 9))
                .hasMessage("delta must be 0 or above and finite, got -0.1");
        assertThatThrownBy(() -> new Ddm().start().add(0.5))
                .hasMessage(
                        "Ddm watches errors, 1 or 0, got 0.5; take an Adwin or a PageHinkley for other numbers");
        var state = new Adwin().start();
        assertThatThrownBy(() -> state.add(Double.NaN))
                .hasMessage("Adwin watches finite numbers, got NaN; leave out rows without one");
        assertThat(state.width()).isZero();
    }
}
