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
}
