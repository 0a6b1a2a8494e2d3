package himalia.training;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.ints;
import static himalia.reference.ModelReference.json;
import static himalia.reference.ModelReference.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import himalia.evaluation.Scoring;
import himalia.evaluation.explanation.PartialDependence;
import himalia.evaluation.explanation.PermutationImportance;
import himalia.evaluation.explanation.ShapValues;
import himalia.evaluation.explanation.TreeView;
import himalia.features.OneHotEncoder;
import himalia.features.Pipeline;
import himalia.model.GrownTree;
import himalia.model.Model;
import himalia.model.Scorer;
import himalia.model.Trainer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Explanations beside those of scikit-learn and shap (explanations.py). */
class ExplanationsTest {
    private static final JsonObject EXPECTED = json("explanations");

    private static double[][] rows(JsonArray array) {
        return elements(array).map(each -> doubles(each.getAsJsonArray())).toArray(double[][]::new);
    }

    private static Model knn(String data) {
        return new KNeighborsClassifier(5, false).fit(table(data), "y");
    }

    private static Model linear() {
        return new LinearRegression().fit(table("diabetes"), "y");
    }

    @Test
    void mixedColumnsCostAsMuchAsInScikitLearn() {
        checkPermutation("knn iris", knn("iris"), "iris", Scoring.ACCURACY);
        checkPermutation("linear diabetes", linear(), "diabetes", Scoring.R2);
        checkPermutation(
                "linear diabetes mae", linear(), "diabetes", Scoring.NEG_MEAN_ABSOLUTE_ERROR);
    }

    private static void checkPermutation(String name, Model model, String data, Scorer scorer) {
        var expected = EXPECTED.getAsJsonObject("permutation").getAsJsonObject(name);
        int repeats = expected.get("repeats").getAsInt();
        var means = doubles(expected.getAsJsonArray("mean"));
        var deviations = doubles(expected.getAsJsonArray("std"));
        var ours = PermutationImportance.of(model, table(data), "y", scorer, repeats, 42);
        var names =
                elements(expected.getAsJsonArray("features"))
                        .map(each -> each.getAsString())
                        .toList();
        for (int j = 0; j < means.length; j++) {
            // Two means of as many draws each.
            double error = deviations[j] * Math.sqrt(2.0 / repeats);
            assertThat(ours.mean(names.get(j)))
                    .as(name + " " + names.get(j))
                    .isCloseTo(means[j], within(4 * error + 1e-12));
            assertThat(ours.deviation(names.get(j)))
                    .isBetween(0.5 * deviations[j] - 1e-12, 2 * deviations[j] + 1e-12);
            var interval = ours.interval(names.get(j), 0.95);
            assertThat(interval.high() - interval.low())
                    .isCloseTo(
                            // Student's t of 29 degrees: 2.0452.
                            2 * 2.045229642 * ours.deviation(names.get(j)) / Math.sqrt(29),
                            within(1e-9));
        }
        assertThat(ours.mean(ours.features().get(0)))
                .isGreaterThanOrEqualTo(ours.mean(ours.features().get(1)));
    }

    @Test
    void whatIsSaidOverAColumnIsExactlyScikitLearns() {
        var all = EXPECTED.getAsJsonObject("dependence");
        checkDependence(
                all.getAsJsonObject("bayes iris"),
                new GaussianNB().fit(table("iris"), "y"),
                "iris",
                100,
                0.05,
                0.95);
        checkDependence(
                all.getAsJsonObject("knn breast_cancer"),
                knn("breast_cancer"),
                "breast_cancer",
                20,
                0.05,
                0.95);
        checkDependence(all.getAsJsonObject("linear diabetes"), linear(), "diabetes", 20, 0.1, 0.8);
    }

    private static void checkDependence(
            JsonObject expected, Model model, String data, int size, double low, double high) {
        var feature = expected.get("feature").getAsString();
        var ours = PartialDependence.of(model, table(data), feature, size, low, high);

        assertThat(ours.grid())
                .containsExactly(doubles(expected.getAsJsonArray("grid")), Offset.offset(1e-12));
        var averages = rows(expected.getAsJsonArray("average"));
        assertThat(ours.outputs()).hasSize(averages.length);
        for (int k = 0; k < averages.length; k++) {
            var output = ours.outputs().get(k);
            assertThat(ours.means(output)).containsExactly(averages[k], Offset.offset(1e-9));
            var some = rows(expected.getAsJsonArray("rows").get(k).getAsJsonArray());
            for (int row = 0; row < some.length; row++) {
                assertThat(ours.rows(output)[row]).containsExactly(some[row], Offset.offset(1e-9));
            }
        }
    }

    @Test
    void textsAndTruthsHaveALevelEach() {
        var table = places();
        var model =
                Pipeline.of(new OneHotEncoder())
                        .train(new LogisticRegression(1.0))
                        .fit(table, "late");

        var city = PartialDependence.of(model, table, "city");
        assertThat(city.levels()).containsExactly("Oslo", "Rome");
        assertThat(city.means()[1]).isGreaterThan(city.means()[0]);
        assertThat(PartialDependence.of(model, table, "night").levels())
                .containsExactly("false", "true");
        assertThatThrownBy(() -> PartialDependence.of(model, table, "same"))
                .hasMessage(
                        "column 'same' has one value only, 3.0, in 40 rows; what a model says over it is one point. Take rows in which it differs");
        assertThatThrownBy(() -> PartialDependence.of(model, table, "citi"))
                .hasMessage(
                        "the model reads no column 'citi'; did you mean 'city'? There are: city, night, same");
        assertThatThrownBy(() -> PartialDependence.of(model, table.emptyCopy(), "city"))
                .hasMessage(
                        "the table has no rows, and nothing can be explained on them; give one at least");
        assertThatThrownBy(() -> PermutationImportance.of(model, table.emptyCopy(), "late", 5, 42))
                .hasMessageStartingWith("the table has no rows");
        assertThatThrownBy(() -> ShapValues.of(model, table))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(
                        "LogisticRegression has no SHAP values here: single trees, forests and gradient boosting have; train a RandomForest or GradientBoosting, or ask PermutationImportance or PartialDependence");
        assertThatThrownBy(() -> TreeView.of(model))
                .hasMessage(
                        "LogisticRegression has no trees to show; train a DecisionTree, RandomForest or GradientBoosting");
    }

    private static Table places() {
        var table =
                Table.create(
                        StringColumn.create("city"),
                        BooleanColumn.create("night"),
                        DoubleColumn.create("same"),
                        StringColumn.create("late"));
        for (int i = 0; i < 40; i++) {
            table.stringColumn("city").append(i % 2 == 0 ? "Oslo" : "Rome");
            ((BooleanColumn) table.column("night")).append(i % 3 == 0);
            table.doubleColumn("same").append(3);
            table.stringColumn("late").append(i % 2 == 0 && i % 5 != 0 ? "no" : "yes");
        }
        return table;
    }

    @Test
    void shapValuesOfATreeAreThoseOfShap() {
        for (var each : EXPECTED.getAsJsonArray("shap")) {
            var expected = each.getAsJsonObject();
            var data = table(expected.get("data").getAsString()).rejectColumns("y");
            var tree = tree(expected.getAsJsonObject("tree"));
            var values = expected.getAsJsonArray("values");
            var base = doubles(expected.getAsJsonArray("base"));
            var some = new double[values.size()][];
            Arrays.setAll(
                    some,
                    row ->
                            data.columns().stream()
                                    // scikit-learn asks floats.
                                    .mapToDouble(
                                            column ->
                                                    (float)
                                                            Double.parseDouble(
                                                                    column.getString(row)))
                                    .toArray());
            var ours = TreeShap.of(List.of(tree), base.length, some);
            assertThat(ours.base()).containsExactly(base, Offset.offset(1e-9));
            for (int row = 0; row < some.length; row++) {
                var parts = rows(values.get(row).getAsJsonArray());
                for (int j = 0; j < parts.length; j++) {
                    for (int k = 0; k < base.length; k++) {
                        assertThat(ours.parts()[k][row][j])
                                .isCloseTo(
                                        parts[j][k], within(1e-9 * Math.max(1, Math.abs(base[k]))));
                    }
                }
            }
        }
    }

    private static Tree tree(JsonObject tree) {
        return new Tree(
                ints(tree.getAsJsonArray("features")),
                doubles(tree.getAsJsonArray("cuts")),
                ints(tree.getAsJsonArray("left")),
                ints(tree.getAsJsonArray("right")),
                rows(tree.getAsJsonArray("says")),
                doubles(tree.getAsJsonArray("covers")),
                new double[0]);
    }

    static Stream<Trainer> ofTrees() {
        return Stream.of(
                new DecisionTree(0, 42),
                new RandomForest(10, 42),
                new ExtraTrees(10, 42),
                new BalancedRandomForest(10, 42),
                Pipeline.of(new OneHotEncoder()).train(new RandomForest(5, 42)));
    }

    @ParameterizedTest
    @MethodSource("ofTrees")
    void partsAndBaseAddUpToWhatIsSaid(Trainer trainer) {
        var wine = table("wine");
        var model = trainer.fit(wine, "y");
        var said = model.predict(wine);
        for (var output : model.classes()) {
            var shap = ShapValues.of(model, wine).of(output);
            for (int row = 0; row < wine.rowCount(); row++) {
                assertThat(shap.base() + Arrays.stream(shap.values()[row]).sum())
                        .isCloseTo(said.probability(row, output), within(1e-9));
            }
        }
    }

    @Test
    void whatIsHandedOutIsACopy() {
        var wine = table("wine").first(60);
        var model = new DecisionTree(3, 42).fit(wine, "y");
        var shap = ShapValues.of(model, wine);
        var parts = shap.importances();
        shap.values()[0][0] = 99;
        assertThat(shap.importances()).isEqualTo(parts);

        var feature = wine.columnNames().get(0);
        var dependence = PartialDependence.of(model, wine, feature);
        var means = dependence.means();
        dependence.byRow()[0][0][0] = 99;
        dependence.rows(dependence.outputs().get(0))[0][0] = 99;
        dependence.grid()[0] = 99;
        assertThat(dependence.means()).isEqualTo(means);
        assertThat(dependence.grid()[0]).isNotEqualTo(99);

        var importance = PermutationImportance.of(model, wine, "y", 2, 42);
        importance.lost()[0][0] = 99;
        assertThat(importance.lost()[0][0]).isNotEqualTo(99);
    }

    @Test
    void partsOfNumbersAddUpToo() {
        var diabetes = table("diabetes").first(100);
        for (var trainer :
                List.of(new DecisionTreeRegressor(0), new RandomForestRegressor(5, 42))) {
            var model = trainer.fit(diabetes, "y");
            checkSums(ShapValues.of(model, diabetes), model.predict(diabetes).numbers(), 1e-9);
        }
        var boosted = new GradientBoostingRegressor(30, 3, 0.1, 1, 42).fit(diabetes, "y");
        checkSums(ShapValues.of(boosted, diabetes), boosted.predict(diabetes).numbers(), 1e-3);
    }

    private static void checkSums(ShapValues shap, double[] said, double tolerance) {
        for (int row = 0; row < said.length; row++) {
            assertThat(shap.base() + Arrays.stream(shap.values()[row]).sum())
                    .isCloseTo(said[row], within(tolerance * Math.max(1, Math.abs(said[row]))));
        }
    }

    /** XGBoost is the oracle of our walk along paths: both explain the same trees. */
    @Test
    void boostedTreesAreExplainedByXgboostAsByPaths() {
        var cancer = table("breast_cancer");
        try (var model = new GradientBoosting(20, 3, 0.3, 1, false, 42).fit(cancer, "y")) {
            var shap = ShapValues.of(model, cancer);
            assertThat(shap.output()).isEqualTo("1");
            var odds =
                    Arrays.stream(model.predict(cancer).probabilities("1"))
                            .map(p -> Math.log(p / (1 - p)))
                            .toArray();
            checkSums(shap, odds, 1e-4);
            var grown = model.trees().stream().map(ExplanationsTest::tree).toList();
            var some =
                    IntStream.range(0, 20)
                            .mapToObj(row -> shap.contributions().values()[row])
                            .map(row -> Arrays.stream(row).map(x -> (float) x).toArray())
                            .toArray(double[][]::new);
            var paths = TreeShap.of(grown, 1, some);
            for (int row = 0; row < some.length; row++) {
                for (int j = 0; j < 30; j++) {
                    // Those of paths are of the mean of all trees, XGBoost's of their sum.
                    assertThat(grown.size() * paths.parts()[0][row][j])
                            .isCloseTo(shap.values()[row][j], within(1e-4));
                }
            }
        }
    }

    private static Tree tree(GrownTree tree) {
        return new Tree(
                tree.asked(),
                tree.cuts(),
                tree.left(),
                tree.right(),
                tree.says(),
                tree.weights(),
                new double[0]);
    }

    @Test
    void severalClassesAreExplainedOneByOne() {
        var iris = table("iris");
        try (var model = new GradientBoosting(5, 2, 0.3, 1, false, 42).fit(iris, "y")) {
            var shap = ShapValues.of(model, iris);
            assertThat(shap.contributions().outputs()).containsExactly("0", "1", "2");
            assertThat(shap.importances()).hasSize(4);
            assertThat(shap.of("2").values()).isNotEqualTo(shap.values());
            assertThatThrownBy(() -> shap.of("3")).hasMessage("no output '3'; there are: 0, 1, 2");
            assertThatThrownBy(() -> shap.waterfall(150))
                    .hasMessage("no row 150; there are 150, numbered from 0");
            assertThat(model.trees()).hasSize(15);
            assertThat(TreeView.of(model).text()).contains("value: [");
        }
    }

    @Test
    void aTreeIsWrittenAsByScikitLearn() {
        for (var each : EXPECTED.getAsJsonArray("shap")) {
            var expected = each.getAsJsonObject();
            var data = expected.get("data").getAsString();
            var names = table(data).rejectColumns("y").columnNames();
            var grown = tree(expected.getAsJsonObject("tree")).grown(names);
            var classes = data.equals("wine") ? List.of("0", "1", "2") : List.<String>of();
            var view = new TreeView(grown, classes, 0, 1);
            assertThat(view.text()).isEqualTo(expected.get("text").getAsString());
            assertThat(view.text(1, 1)).isEqualTo(expected.get("short").getAsString());
        }
    }

    @Test
    void oneMixingHasNoInterval() {
        var table = table("wine");
        var model = new LogisticRegression(1.0).fit(table, "y");
        var once = PermutationImportance.of(model, table, "y", 1, 42).bundle().text();
        assertThat(once).contains("once, which gives no interval").doesNotContain("NaN", "95 %");
        var often = PermutationImportance.of(model, table, "y", 2, 42).bundle().text();
        assertThat(often).contains("95 %").doesNotContain("once");
    }

    /** Rows of two classes by turns, which take many questions. */
    private static Table turning() {
        return Table.create(
                DoubleColumn.create("x", IntStream.range(0, 40).asDoubleStream().toArray()),
                IntColumn.create("y", IntStream.range(0, 40).map(row -> row % 2).toArray()));
    }

    @Test
    void aTreeIsNamedByItsNumber() {
        var model = new RandomForest(3, 42).fit(table("iris"), "y");
        assertThat(TreeView.of(model, 2).text()).startsWith("|--- ");
        assertThat(TreeView.of(model).bundle().text())
                .startsWith(
                        "Tree 0 of 3, counted from 0; --tree 1, or TreeView.of(model, 1), shows another one\n|--- ");
        assertThat(TreeView.of(model, 2))
                .asString()
                .startsWith("Tree 2 of 3, counted from 0; --tree 0, or ");
        assertThat(TreeView.of(model, 2).chart().figure().note())
                .isEqualTo("up where the answer is yes");
        var deep = TreeView.of(new DecisionTree(0, 42).fit(turning(), "y"));
        assertThat(deep.bundle().text()).startsWith("|--- ");
        assertThat(deep.chart(5)).isNotNull();
        assertThatThrownBy(() -> deep.chart(20))
                .hasMessageStartingWith("20 questions deep do not fit into a picture");
        assertThatThrownBy(() -> deep.chart(0)).hasMessage("depth must be at least 1, got 0");
        assertThatThrownBy(() -> TreeView.of(model, 3))
                .hasMessage("no tree 3; there are 3, numbered from 0");
    }
}
