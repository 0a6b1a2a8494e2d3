package himalia.training;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.heldOut;
import static himalia.reference.ModelReference.json;
import static himalia.reference.ModelReference.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.evaluation.costs.ClassWeights;
import himalia.evaluation.explanation.PermutationImportance;
import himalia.evaluation.explanation.ShapValues;
import himalia.evaluation.explanation.TreeView;
import himalia.model.Model;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** XGBoost's forests beside those of Python (xgboost_forests.py). */
class XgboostForestTest {
    static Stream<JsonObject> forests() {
        return elements(json("xgboost_forests").getAsJsonArray("forests"))
                .map(JsonElement::getAsJsonObject);
    }

    @ParameterizedTest
    @MethodSource("forests")
    void itSaysWhatPythonsSays(JsonObject expected) {
        var data = expected.get("data").getAsString();
        var train = heldOut(data, false);
        var test = heldOut(data, true);
        if (expected.get("holes").getAsBoolean()) {
            for (int row = 0; row < train.rowCount(); row += 3) {
                train.column(0).setMissing(row);
            }
            test.columns().stream()
                    .filter(column -> !column.name().equals("y"))
                    .forEach(column -> column.setMissing(0));
        }
        try (var model = fitted(expected, train)) {
            var said = model.predict(test);
            var rows = expected.getAsJsonArray("said");
            assertThat(said.size()).isEqualTo(rows.size());
            for (int row = 0; row < rows.size(); row++) {
                if (data.equals("diabetes")) {
                    double number = rows.get(row).getAsDouble();
                    assertThat(said.number(row)).isCloseTo(number, within(1e-5 * number));
                } else {
                    assertThat(said.probabilities(row))
                            .containsExactly(doubles(rows.get(row).getAsJsonArray()), within(1e-5));
                }
            }
        }
    }

    private static Model fitted(JsonObject expected, Table train) {
        int trees = expected.get("trees").getAsInt();
        int depth = expected.get("depth").getAsInt();
        double subsample = expected.get("subsample").getAsDouble();
        double features = expected.get("features").getAsDouble();
        long seed = expected.get("seed").getAsLong();
        if (expected.get("data").getAsString().equals("diabetes")) {
            return new XgboostForestRegressor(trees, depth, subsample, features, seed)
                    .fit(train, "y");
        }
        var forest = new XgboostForest(trees, depth, subsample, features, seed);
        var weights =
                IntStream.range(0, train.rowCount()).mapToDouble(row -> 1 + row % 3).toArray();
        return expected.get("weighted").getAsBoolean()
                ? forest.fit(train, "y", weights)
                : forest.fit(train, "y");
    }

    /** {@code XGBRFClassifier} draws rows and features; a tree of all of them is no other than the next. */
    @Test
    void treesDifferByWhatTheyAreShown() {
        var wine = heldOut("wine", false);
        try (var same = new XgboostForest(2, 6, 1, 1, 42).fit(wine, "y");
                var drawn = new XgboostForest(2, 42).fit(wine, "y")) {
            // Two of each class, class by class.
            assertThat(same.trees()).hasSize(6);
            assertThat(same.trees().get(0).cuts()).isEqualTo(same.trees().get(1).cuts());
            assertThat(drawn.trees().get(0).cuts()).isNotEqualTo(drawn.trees().get(1).cuts());
        }
    }

    @Test
    void depthZeroAsksAsMuchAsItTakes() {
        var train = heldOut("imb_10d", false);
        try (var low = new XgboostForest(5, 2, 0.8, 0.8, 42).fit(train, "y");
                var high = new XgboostForest(5, 0, 0.8, 0.8, 42).fit(train, "y")) {
            assertThat(low.trees()).allMatch(tree -> tree.asked().length <= 7);
            assertThat(high.trees()).allMatch(tree -> tree.asked().length > 7);
        }
    }

    @Test
    void partsAndBaseAddUpToWhatIsSaid() {
        var diabetes = table("diabetes");
        var cancer = table("breast_cancer");
        try (var numbers = new XgboostForestRegressor(30, 42).fit(diabetes, "y");
                var classes = new XgboostForest(30, 42).fit(cancer, "y")) {
            var said = numbers.predict(diabetes).numbers();
            checkSums(ShapValues.of(numbers, diabetes), said, 1e-3);
            var odds = Arrays.stream(classes.predict(cancer).probabilities("1"));
            checkSums(
                    ShapValues.of(classes, cancer),
                    odds.map(p -> Math.log(p / (1 - p))).toArray(),
                    1e-4);
            assertThat(classes.trees()).hasSize(30);
            assertThat(TreeView.of(classes, 29).text()).startsWith("|--- ");
            assertThat(TreeView.of(numbers).chart(3)).isNotNull();
            assertThat(Arrays.stream(classes.importances()[0]).sum()).isCloseTo(1, within(1e-6));
            assertThat(
                            PermutationImportance.of(classes, cancer, "y", 2, 42)
                                    .mean("worst_concave_points"))
                    .isPositive();
        }
    }

    private static void checkSums(ShapValues shap, double[] said, double error) {
        for (int row = 0; row < said.length; row++) {
            assertThat(shap.base() + Arrays.stream(shap.values()[row]).sum())
                    .isCloseTo(said[row], within(error * Math.max(1, Math.abs(said[row]))));
        }
    }

    @Test
    void classesWeighWhatTheirRowsDo() {
        var train = heldOut("bc_imbalanced", false);
        var test = heldOut("bc_imbalanced", true);
        var weights = ClassWeights.balanced(train, "y");
        var forest = new XgboostForest(20, 42);
        try (var weighted = new ClassWeighted(forest, weights).fit(train, "y");
                var rows = forest.fit(train, "y", weights.ofRows(train, "y"))) {
            assertThat(weighted.predict(test)).isEqualTo(rows.predict(test));
        }
    }

    @Test
    void anInterruptBeforeTheRoundIsHeard() {
        var train = heldOut("iris", false);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> new XgboostForest(20, 42).fit(train, "y"))
                .isInstanceOf(TrainingInterrupted.class)
                .hasMessage("XgboostForest was interrupted after 0 of 1 round");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void slipsAreToldWithTheirValue() {
        assertThatThrownBy(() -> new XgboostForest(0, 42))
                .hasMessage("trees must be at least 1, got 0");
        assertThatThrownBy(() -> new XgboostForestRegressor(5, -1, 0.8, 0.8, 42))
                .hasMessage("depth must be at least 0, got -1");
        assertThatThrownBy(() -> new XgboostForest(5, 6, 0, 0.8, 42))
                .hasMessage("subsample must be above 0.0 and at most 1.0, got 0.0");
        assertThatThrownBy(() -> new XgboostForest(5, 6, 0.8, 1.2, 42))
                .hasMessage("features must be above 0.0 and at most 1.0, got 1.2");
        var iris = heldOut("iris", false);
        assertThatThrownBy(
                        () -> new XgboostForest(5, 42).fit(iris, "y", new double[iris.rowCount()]))
                .hasMessage(
                        "all %d weights are 0; one at least must be above 0"
                                .formatted(iris.rowCount()));
    }

    /** Rows that are equal and of all classes alike are ties, which floats decide: a query adds and divides them as XGBoost does. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void aQueryNamesTheClassThatTheForestNamesAtATie(int classes) {
        var x = DoubleColumn.create("x");
        var y = StringColumn.create("y");
        for (int row = 0; row < 360; row++) {
            x.append(row / (2 * classes) % 6);
            y.append("c" + row % classes);
        }
        var rows = Table.create("homes", x, y);
        for (int seed = 0; seed < 10; seed++) {
            for (var trainer : List.of(new XgboostForest(7, seed), new GradientBoosting(7, seed))) {
                try (var model = trainer.fit(rows, "y")) {
                    var wanted = model.predict(rows);
                    var answers = WrittenModels.query(model, rows);
                    assertThat(answers.stringColumn("prediction").asList())
                            .as("%s", trainer)
                            .isEqualTo(wanted.labels());
                    for (var name : wanted.classes()) {
                        for (int row = 0; row < rows.rowCount(); row++) {
                            assertThat(answers.doubleColumn("p(" + name + ")").get(row))
                                    .isEqualTo(wanted.probability(row, name));
                        }
                    }
                }
            }
        }
    }
}
