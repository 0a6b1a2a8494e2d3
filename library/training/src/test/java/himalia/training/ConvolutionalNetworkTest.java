package himalia.training;

import static himalia.reference.ModelReference.heldOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.Report;
import himalia.model.Model;
import himalia.model.Trainer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvolutionalNetworkTest {
    /** Of digits of 8 x 8 pixels; the tables of the contracts are no pictures. */
    static final Trainer TRAINER =
            new ConvolutionalNetwork(
                    List.of(1, 8, 8),
                    List.of(16, 32),
                    List.of(64),
                    new NetworkOptions(12, 42).rate(0.005));

    /**
     * scikit-learn 1.9.1's {@code make_pipeline(StandardScaler(), MLPClassifier(random_state=s))} has 0.9722, 0.9704, 0.9778 and 0.9759 for the seeds 0, 1, 2 and 42 on the same 540 of 1,797 digits.
     */
    @Test
    void itReadsDigitsAsWellAsScikitLearnsNetwork(@TempDir Path folder) throws Exception {
        var test = heldOut("digits", true);
        try (var model = TRAINER.fit(heldOut("digits", false), "y")) {
            assertThat(Report.of(model, test).accuracy()).isGreaterThanOrEqualTo(0.9778);
            assertThat(model.classes()).hasSize(10);
            WrittenModels.assertNearByOnnx(model, test);

            var all = model.predict(test);
            for (int row = 0; row < 100; row++) {
                assertThat(model.predict(test.rows(row)).probabilities(0))
                        .containsExactly(all.probabilities(row));
            }
            var file = folder.resolve("digits.model");
            model.save(file);
            try (var again = Model.load(file)) {
                assertThat(again.predict(test)).isEqualTo(all);
                assertThat(again.trainer()).isEqualTo(TRAINER);
            }
        }
    }

    @Test
    void channelsHaveAScaleEach() {
        var trainer =
                new ConvolutionalNetwork(
                        List.of(2, 8, 4), List.of(4), List.of(), new NetworkOptions(1, 42));
        try (var model = (BlockModel) trainer.fit(heldOut("digits", false), "y")) {
            var means = model.inputs().standardiser().means();

            assertThat(means[0]).isEqualTo(means[31]).isNotEqualTo(means[32]);
            assertThat(means[32]).isEqualTo(means[63]);
        }
    }

    @Test
    void aPictureThatIsNoneIsRefused() {
        var options = new NetworkOptions(1, 42);
        var one = List.of(8);
        assertThatThrownBy(
                        () ->
                                new ConvolutionalNetwork(List.of(1, 8, 9), one, one, options)
                                        .fit(heldOut("digits", false), "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "shape [1, 8, 9] has 72 numbers, and the table has 64 features; give the shape of one row, without the number of rows, or leave out the columns that are not in it");
        assertThatThrownBy(() -> new ConvolutionalNetwork(List.of(8, 8), one, one, options))
                .hasMessage(
                        "a picture has channels, height and width, such as [1, 8, 8], got shape [8, 8]");
        assertThatThrownBy(() -> new ConvolutionalNetwork(List.of(1, 8, 0), one, one, options))
                .hasMessage("the length of a shape must be at least 1, got 0");
        assertThatThrownBy(
                        () ->
                                new ConvolutionalNetwork(
                                        List.of(1, 8, 4), List.of(8, 8, 8), one, options))
                .hasMessage(
                        "3 convolutions halve a picture of 8 x 4 pixels to nothing; take 2 at most, or larger pictures");
        assertThatThrownBy(() -> new ConvolutionalNetwork(List.of(1, 1, 9), one, one, options))
                .hasMessage(
                        "1 convolutions halve a picture of 1 x 9 pixels to nothing; take larger pictures, or a MultilayerPerceptron");
        assertThatThrownBy(
                        () -> new ConvolutionalNetwork(List.of(1, 8, 8), List.of(), one, options))
                .hasMessage(
                        "filters names no convolution; name one at least, such as [16], or take a MultilayerPerceptron");
    }
}
