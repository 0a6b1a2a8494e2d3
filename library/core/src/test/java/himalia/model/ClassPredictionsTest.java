package himalia.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassPredictionsTest {
    @Test
    void classesThatDifferInCapitalsAloneHaveTheirOwnColumns() {
        var predictions =
                Predictions.of(List.of("Yes", "yes"), new double[][] {{0.75, 0.25}, {0, 1}});

        assertThat(predictions.table().columnNames())
                .containsExactly("prediction", "p(Yes)", "p(yes)_2");
        assertThat(predictions.table().doubleColumn("p(yes)_2")).containsExactly(0.25, 1.0);
    }

    @Test
    void whatIsNoProbabilityIsNoClass() {
        assertThatThrownBy(
                        () ->
                                Predictions.of(
                                        List.of("a", "b", "c"),
                                        new double[][] {{0, 1, 0}, {0.5, Double.NaN, 0.5}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("row 1 has NaN for the probability of class 'b'; ");
    }

    @Test
    void probabilitiesByClassAreThoseByRow() {
        var names = List.of("a", "b");
        var columns = new double[][] {{0.25, 1}, {0.75, 0}};

        var predictions = ClassPredictions.ofColumns(names, columns);
        columns[0][0] = 9;

        assertThat(predictions)
                .isEqualTo(ClassPredictions.of(names, new double[][] {{0.25, 0.75}, {1, 0}}));
        assertThatThrownBy(() -> ClassPredictions.ofColumns(names, new double[3][1]))
                .hasMessage("3 columns of probabilities for 2 classes");
        assertThatThrownBy(() -> ClassPredictions.ofColumns(names, new double[][] {{1}, {}}))
                .hasMessage("class 'b' has 0 probabilities, and the first class 1");
        assertThatThrownBy(() -> ClassPredictions.ofColumns(List.of("a"), new double[1][1]))
                .hasMessage("predictions need two classes, got [a]");
        assertThatThrownBy(
                        () -> ClassPredictions.ofColumns(names, new double[][] {{1}, {Double.NaN}}))
                .hasMessageStartingWith("row 0 has NaN for the probability of class 'b'; ");
    }

    @Test
    void aRowThatIsNotThereIsNamed() {
        var two = ClassPredictions.of(List.of("a", "b"), new double[][] {{1, 0}, {0, 1}});
        var message = "no row 99999; there are 2, counted from 0";
        assertThatThrownBy(() -> two.label(99999)).hasMessage(message);
        assertThatThrownBy(() -> two.probability(99999, "a")).hasMessage(message);
        assertThatThrownBy(() -> two.probability(0, 2))
                .hasMessage("no class at place 2; there are 2, counted from 0: a, b");
        assertThatThrownBy(() -> two.probabilities(99999)).hasMessage(message);
        assertThatThrownBy(() -> NumberPredictions.of(new double[] {1}).number(-1))
                .hasMessage("no row -1; there are 1, counted from 0");
    }
}
