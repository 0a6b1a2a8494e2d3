package himalia.training;

import static himalia.reference.ModelReference.heldOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.Report;
import himalia.model.Model;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultilayerPerceptronTest {
    @Test
    void itReadsHandwrittenDigits() {
        var trainer = new MultilayerPerceptron(List.of(64), 20, 42);

        var report = Report.of(trainer.fit(heldOut("digits", false), "y"), heldOut("digits", true));

        assertThat(report.accuracy()).isGreaterThan(0.96);
    }

    @Test
    void withPatienceItEndsEarlyAndKeepsTheBestEpoch() {
        var trainer = new MultilayerPerceptron(List.of(32), 2000, 0.05, 16, 5, 42);

        var model = trainer.fit(heldOut("breast_cancer", false), "y");

        assertThat(Report.of(model, heldOut("breast_cancer", true)).accuracy()).isGreaterThan(0.93);
    }

    @Test
    void anInterruptedThreadStopsTraining() {
        var trainer = new MultilayerPerceptron(List.of(8), 50, 42);
        var train = heldOut("iris", false);

        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> trainer.fit(train, "y"))
                .isInstanceOf(TrainingInterrupted.class)
                .hasMessage("MultilayerPerceptron was interrupted after 0 of 50 epochs");
        assertThat(Thread.interrupted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 100000, 0", "5, 4, 0", "5, 4, 2"})
    void aTrainingThatDivergesGivesNoModel(int epochs, int batch, int patience) throws Exception {
        var trainer = new MultilayerPerceptron(List.of(3), epochs, 1e30, batch, patience, 1);
        var train = heldOut("iris", false);

        assertThatThrownBy(() -> trainer.fit(train, "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(
                        "MultilayerPerceptron diverges: in epoch 1 its loss is (NaN|Infinity); take a smaller rate than 1.0E30, or scale features with huge values");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void focalLossDrawsProbabilitiesToTheMiddleAndHearsWeights(int patience) {
        var network = new MultilayerPerceptron(List.of(8), 30, 0.01, 16, patience, 42);
        var train = heldOut("bc_imbalanced", false);

        var plain = certainty(network.fit(train, "y"));

        assertThat(certainty(network.withLoss(new FocalLoss(0)).fit(train, "y"))).isEqualTo(plain);
        assertThat(certainty(network.withLoss(new FocalLoss(3)).fit(train, "y")))
                .isLessThan(plain - 0.02);
        var heavy = network.withLoss(new FocalLoss(2, List.of(1.0, 50.0))).fit(train, "y");
        var light = network.withLoss(new FocalLoss(2, List.of(1.0, 0.02))).fit(train, "y");
        assertThat(heavy.predict(train).ofClasses().labels().stream().filter("1"::equals).count())
                .isGreaterThan(
                        light.predict(train).ofClasses().labels().stream()
                                .filter("1"::equals)
                                .count());
    }

    /** How probable the chosen classes are, on average. */
    private static double certainty(Model model) {
        var said = model.predict(heldOut("bc_imbalanced", false)).ofClasses();
        return IntStream.range(0, said.size())
                .mapToDouble(i -> DoubleStream.of(said.probabilities(i)).max().orElseThrow())
                .average()
                .orElseThrow();
    }

    @Test
    void aLossOfOtherClassesIsRefused() {
        var trainer =
                new MultilayerPerceptron(List.of(8), 5, 42).withLoss(FocalLoss.binary(0.75, 2));

        assertThatThrownBy(() -> trainer.fit(heldOut("wine", false), "y"))
                .hasMessage(
                        "the loss has 2 weights, and 'y' has 3 classes: 0, 1, 2; give one for each, or none");
        assertThat(trainer.settings()).containsEntry("epochs", "5").containsKey("loss");
    }

    @Test
    void patienceNeedsRowsToSetAside() {
        var few = heldOut("iris", false).first(15);
        assertThatThrownBy(
                        () ->
                                new MultilayerPerceptron(List.of(4), 500, 0.01, 8, 5, 42)
                                        .fit(few, "y"))
                .hasMessageContaining("15")
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void settingsAreChecked() {
        assertThatThrownBy(() -> new MultilayerPerceptron(List.of(8, 0), 10, 42))
                .hasMessage("the units of a hidden layer must be at least 1, got 0");
        assertThat(new MultilayerPerceptron(List.of(32, 16), 10, 42))
                .hasToString(
                        "MultilayerPerceptron[hidden=[32, 16], epochs=10, rate=0.01, batch=32, patience=0, seed=42]");
    }
}
