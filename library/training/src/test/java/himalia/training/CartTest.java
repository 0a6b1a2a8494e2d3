package himalia.training;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.ints;
import static himalia.reference.ModelReference.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.evaluation.Report;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** Trees ask what scikit-learn's ask. */
class CartTest {
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
        grow(rows, labels, asked::incrementAndGet);
        assertThat(asked).hasValueGreaterThanOrEqualTo(2 * 63);
        Runnable end =
                () -> {
                    if (asked.decrementAndGet() == 0) {
                        throw new CancellationException("told");
                    }
                };
        assertThatThrownBy(() -> grow(rows, labels, end)).hasMessage("told");
    }

    private static void grow(double[][] rows, double[] labels, Runnable ask) {
        var ones = new double[rows.length];
        Arrays.fill(ones, 1);
        var settings = new TreeSettings(0, 1, false, false, 0);
        new Cart(RankedColumns.of(rows, ask), ones, new NumberPurity(labels, ones), settings, ask)
                .grow();
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
        assertThat(new DecisionTree(0, 42).fit(rows, "y").predict(rows).labels())
                .containsExactly("5", "7", "7", "5");
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

    static Stream<JsonObject> cases() {
        return elements(json("trees").getAsJsonArray("cases")).map(JsonElement::getAsJsonObject);
    }

    /** DecisionTreeClassifier of scikit-learn 1.9, where no two questions are as good (trees.py). */
    @ParameterizedTest
    @MethodSource("cases")
    void classesAreAskedForAsThere(JsonObject expected) {
        var rows =
                elements(expected.getAsJsonArray("rows"))
                        .map(each -> doubles(each.getAsJsonArray()))
                        .toList();
        var codes = ints(expected.getAsJsonArray("codes"));
        var table = Table.create("rows");
        for (int j = 0; j < rows.get(0).length; j++) {
            int column = j;
            table.addColumns(
                    DoubleColumn.create(
                            "x" + j, rows.stream().mapToDouble(row -> row[column]).toArray()));
        }
        table.addColumns(IntColumn.create("y", codes));
        var trainer =
                new DecisionTree(
                        expected.get("depth").getAsInt(),
                        1,
                        expected.get("criterion").getAsString().equals("entropy"),
                        42);

        var model =
                (ForestModel) trainer.fit(table, "y", doubles(expected.getAsJsonArray("weights")));

        assertThat(model.leaves()).isEqualTo(expected.get("leaves").getAsInt());
        var root = expected.getAsJsonObject("root");
        assertThat(model.trees().get(0).asked()[0]).isEqualTo(root.get("feature").getAsInt());
        assertThat(model.trees().get(0).cuts()[0]).isEqualTo(root.get("cut").getAsDouble());
        assertThat(model.importances()[0])
                .containsExactly(doubles(expected.getAsJsonArray("importances")), within(1e-12));
        var said = model.predict(table).ofClasses();
        for (int row = 0; row < codes.length; row++) {
            assertThat(said.probabilities(row))
                    .containsExactly(
                            doubles(
                                    expected.getAsJsonArray("probabilities")
                                            .get(row)
                                            .getAsJsonArray()),
                            within(1e-12));
        }
    }

    /** Where the features that are drawn are the same in all rows, others are looked at, as there. */
    @Test
    void constantColumnsDoNotEndATree() {
        var table = Table.create("rows");
        for (int j = 0; j < 15; j++) {
            table.addColumns(DoubleColumn.create("c" + j, new double[40]));
        }
        table.addColumns(
                DoubleColumn.create("x", IntStream.range(0, 40).asDoubleStream()),
                IntColumn.create("y", IntStream.range(0, 40).map(i -> i / 20)));

        assertThat(((ForestModel) new RandomForest(50, 42).fit(table, "y")).leaves())
                .isEqualTo(100);
        assertThat(((ForestModel) new ExtraTrees(50, 42).fit(table, "y")).leaves())
                .isGreaterThanOrEqualTo(100);
    }

    /** A square of the rows would take minutes here, as it did; the time is a wide one for slow machines. */
    @Timeout(60)
    @Test
    void manyDifferentNumbersAreParted() {
        int rows = 100_000;
        var random = new SplittableRandom(42);
        double[] x = random.doubles(rows).toArray();
        var table =
                Table.create(
                        DoubleColumn.create("x", x),
                        IntColumn.create(
                                "y", IntStream.range(0, rows).map(i -> (int) (x[i] * 8) % 2)));

        var model = (ForestModel) new DecisionTree(0, 42).fit(table, "y");

        assertThat(model.leaves()).isEqualTo(8);
        assertThat(Report.of(model, table).accuracy()).isEqualTo(1);
    }

    /** Weights only say how rows compare: in whatever unit they are, the tree is the same. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-165, 1e155, 1e300})
    void theUnitOfWeightsIsNoMatter(double unit) {
        var random = new SplittableRandom(42);
        int rows = 300;
        double[] x = random.doubles(rows).toArray();
        var table =
                Table.create(
                        DoubleColumn.create("noise", random.doubles(rows)),
                        DoubleColumn.create("x", x),
                        IntColumn.create(
                                "y", IntStream.range(0, rows).map(i -> x[i] > 0.5 ? 1 : 0)));
        var weights = IntStream.range(0, rows).mapToDouble(i -> 1 + i % 3).toArray();
        var scaled = Arrays.stream(weights).map(weight -> weight * unit).toArray();

        for (RowWeighted trainer :
                List.of(
                        new DecisionTree(3, 42),
                        new DecisionTree(3, 1, true, 42),
                        new RandomForest(20, 42),
                        new ExtraTrees(20, 42))) {
            assertThat(trainer.fit(table, "y", scaled).predict(table))
                    .isEqualTo(trainer.fit(table, "y", weights).predict(table));
        }
    }

    /** Columns are ranked on all threads, and whoever began it is heard there. */
    @Test
    void rankingEndsWhereItIsToldTo() {
        Runnable end =
                () -> {
                    throw new CancellationException("told");
                };
        assertThatThrownBy(() -> RankedColumns.of(new double[][] {{1, 2}, {3, 4}}, end))
                .isInstanceOf(CancellationException.class);
    }

    /** The mean of labels that are the same is that label, to the last digit: no error of a number from 0 on is below it. */
    @Test
    void whatIsTheSameForAllIsSaid() {
        double[] y = {0, 0.1, 0.3, 0, 7.7, 0.1, 1e-9, 0.3};
        var rows =
                Table.create(
                        DoubleColumn.create("x", 0, 1, 2, 3, 4, 5, 6, 7),
                        DoubleColumn.create("y", y));

        assertThat(new DecisionTreeRegressor(0).fit(rows, "y").predict(rows).numbers())
                .containsExactly(y);
    }
}
