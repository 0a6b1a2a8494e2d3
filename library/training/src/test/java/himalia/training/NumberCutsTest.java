package himalia.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Trees of numbers ask what scikit-learn's DecisionTreeRegressor(random_state=0) asks. */
class NumberCutsTest {
    /** There: no error, and 40 leaves, for each of these. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 1e4, 1e6})
    void smallStepsBesideALargeOneAreLearnt(double large) {
        var rows =
                Table.create(
                        DoubleColumn.create("a", IntStream.range(0, 400).mapToDouble(i -> i % 2)),
                        DoubleColumn.create(
                                "b", IntStream.range(0, 400).mapToDouble(i -> i / 2 % 20)));
        rows.addColumns(
                rows.doubleColumn("a").multiply(large).add(rows.doubleColumn("b")).setName("y"));

        var model = (ForestModel) new DecisionTreeRegressor(0).fit(rows, "y");

        var said = model.predict(rows).numbers();
        for (int row = 0; row < said.length; row++) {
            assertThat(Math.abs(said[row] - rows.doubleColumn("y").get(row)))
                    .isLessThanOrEqualTo(large * 1e-14);
        }
        assertThat(model.leaves()).isEqualTo(40);
    }

    /** Each feature of each node is a question whether to go on. */
    @Test
    void itEndsWhereItIsToldTo() {
        double[][] rows =
                IntStream.range(0, 64).mapToObj(i -> new double[] {i, -i}).toArray(double[][]::new);
        var labels = IntStream.range(0, 64).asDoubleStream().toArray();
        var asked = new AtomicInteger();
        new NumberCuts(rows, labels, 0, asked::incrementAndGet).grow();
        assertThat(asked).hasValueGreaterThanOrEqualTo(2 * 63);
        assertThatThrownBy(
                        () ->
                                new NumberCuts(
                                                rows,
                                                labels,
                                                0,
                                                () -> {
                                                    if (asked.decrementAndGet() == 0) {
                                                        throw new CancellationException("told");
                                                    }
                                                })
                                        .grow())
                .hasMessage("told");
    }

    /** No first question gains anything, and scikit-learn asks one all the same. */
    @Test
    void anExclusiveOrIsLearnt() {
        var rows =
                Table.create(
                        DoubleColumn.create("a", 0, 0, 1, 1),
                        DoubleColumn.create("b", 0, 1, 0, 1),
                        DoubleColumn.create("y", 5, 7, 7, 5));

        assertThat(new DecisionTreeRegressor(0).fit(rows, "y").predict(rows).numbers())
                .containsExactly(5, 7, 7, 5);
        assertThat(new DecisionTreeRegressor(1).fit(rows, "y").predict(rows).numbers())
                .containsExactly(6, 6, 6, 6);
    }

    /** What lies in the middle goes to the left, and neighbouring floats are told apart. */
    @Test
    void aCutIsTheMiddle() {
        var asked = Table.create(DoubleColumn.create("x", 0, 1, 1.5, 2));
        var rows = Table.create(DoubleColumn.create("x", 0, 2), DoubleColumn.create("y", 0, 10));
        assertThat(new DecisionTreeRegressor(0).fit(rows, "y").predict(asked).numbers())
                .containsExactly(0, 0, 10, 10);

        var near =
                Table.create(
                        DoubleColumn.create("x", 1.00000004, 1.00000012),
                        DoubleColumn.create("y", 0, 10));
        assertThat(new DecisionTreeRegressor(0).fit(near, "y").predict(near).numbers())
                .containsExactly(0, 10);
    }
}
