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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against losses.json, which was computed with 40 digits. */
class DistillationLossTest {
    static Stream<JsonObject> distillation() {
        return elements(json("losses").getAsJsonArray("distillation"))
                .map(one -> one.getAsJsonObject());
    }

    private static DistillationLoss loss(JsonObject one) {
        return new DistillationLoss(
                one.get("temperature").getAsDouble(), one.get("lambda_soft").getAsDouble());
    }

    @ParameterizedTest
    @MethodSource("distillation")
    void lossAndGradientAreTheReferences(JsonObject one) {
        var student = doubles(one.getAsJsonArray("student"));
        var teacher = doubles(one.getAsJsonArray("teacher"));
        int y = one.get("y").getAsInt();
        double expected = one.get("loss").getAsDouble();

        assertThat(loss(one).loss(student, teacher, y))
                .isCloseTo(expected, within(1e-12 * Math.abs(expected)));
        assertThat(loss(one).gradient(student, teacher, y))
                .containsExactly(doubles(one.getAsJsonArray("grad_student")), within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("distillation")
    void theNetworksIsTheSame(JsonObject one) {
        try (var manager = NDManager.newBaseManager()) {
            var student = manager.create(floats(one, "student"), new Shape(1, 4));
            var teacher = manager.create(floats(one, "teacher"), new Shape(1, 4));
            var codes = manager.create(new long[] {one.get("y").getAsLong()});

            assertThat(
                            loss(one)
                                    .djl()
                                    .evaluate(new NDList(codes, teacher), new NDList(student))
                                    .getFloat())
                    .isCloseTo(one.get("loss").getAsFloat(), within(1e-5f));
        }
    }

    private static float[] floats(JsonObject one, String name) {
        var all = doubles(one.getAsJsonArray(name));
        var floats = new float[all.length];
        for (int k = 0; k < all.length; k++) {
            floats[k] = (float) all[k];
        }
        return floats;
    }

    @Test
    void logitsOfAnySizeHaveALoss() {
        var loss = new DistillationLoss(1, 0.5);

        assertThat(loss.loss(new double[] {1000, -1000}, new double[] {1000, -1000}, 0)).isZero();
        // KL is 2000, and so is the cross entropy.
        assertThat(loss.loss(new double[] {-1000, 1000}, new double[] {1000, -1000}, 0))
                .isEqualTo(2000);
    }

    @Test
    void settingsAndRowsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new DistillationLoss(0, 0.5))
                .hasMessage("temperature must be above 0 and finite, such as 4, got 0.0");
        assertThatThrownBy(() -> new DistillationLoss(2, 1.5))
                .hasMessageContaining("must be from 0 to 1, such as 0.9, got 1.5");
        assertThatThrownBy(
                        () ->
                                new DistillationLoss(2, 0.5)
                                        .loss(new double[] {1, 2}, new double[] {1, 2, 3}, 0))
                .hasMessage(
                        "the student has 2 logits, and the teacher 3; both must tell of the same classes");
        assertThatThrownBy(
                        () ->
                                new DistillationLoss(2, 0.5)
                                        .loss(new double[] {1, Double.NaN}, new double[] {1, 2}, 0))
                .hasMessageContaining("a logit is NaN");
    }
}
