package himalia.training;

import static himalia.reference.ModelReference.heldOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.Report;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void settingsAreChecked() {
        assertThatThrownBy(() -> new MultilayerPerceptron(List.of(8, 0), 10, 42))
                .hasMessage("the units of a hidden layer must be at least 1, got 0");
        assertThat(new MultilayerPerceptron(List.of(32, 16), 10, 42))
                .hasToString(
                        "MultilayerPerceptron[hidden=[32, 16], epochs=10, rate=0.01, batch=32, patience=0, seed=42]");
    }
}
