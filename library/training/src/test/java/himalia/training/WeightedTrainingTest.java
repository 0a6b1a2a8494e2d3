package himalia.training;

import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.heldOut;
import static himalia.reference.ModelReference.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import himalia.evaluation.Report;
import himalia.evaluation.costs.ClassWeights;
import himalia.model.Labels;
import himalia.model.Trainer;
import himalia.table.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Rare classes by weights and by focal loss. */
class WeightedTrainingTest {
    private static double prAuc(Trainer trainer, String data) {
        try (var model = trainer.fit(heldOut(data, false), "y")) {
            return Report.of(model, heldOut(data, true)).prAuc();
        }
    }

    /** As many seeds as the reference, which learnt by log loss; the mean no worse than its mean less max(3 sd, 0.01). */
    @Test
    void focalLossIsAsGoodAsLogLossOnARareClass() {
        var band =
                elements(json("models").getAsJsonArray("bands"))
                        .map(one -> one.getAsJsonObject())
                        .filter(one -> one.get("data").getAsString().equals("bc_imbalanced"))
                        .filter(one -> one.get("model").getAsString().startsWith("xgboost hist"))
                        .findFirst()
                        .orElseThrow();
        var expected = band.getAsJsonObject("average_precision");

        double mean =
                IntStream.range(0, band.get("seeds").getAsInt())
                        .mapToDouble(
                                seed ->
                                        prAuc(
                                                new FocalBoosting(
                                                        100, 6, 0.3, 0.8, new FocalLoss(2), seed),
                                                "bc_imbalanced"))
                        .average()
                        .orElseThrow();

        assertThat(mean)
                .isGreaterThanOrEqualTo(
                        expected.get("mean").getAsDouble()
                                - Math.max(3 * expected.get("sd").getAsDouble(), 0.01));
    }

    /** DecisionTreeClassifier(class_weight={…}) of scikit-learn says 0 or 1 of every row that it has learnt from. */
    @Test
    void leavesOfOneClassSaySoWhateverTheWeights() {
        var table = heldOut("bc_imbalanced", false);
        for (double weight : new double[] {8, 1.1, 1000}) {
            var names = Labels.toLearn(table, "y").classes();
            var weights = ClassWeights.of(Map.of(names.get(0), 1.0, names.get(1), weight));
            var model = new ClassWeighted(new DecisionTree(0, 1), weights).fit(table, "y");
            assertThat(Arrays.stream(model.predict(table).probabilities(names.get(1))).boxed())
                    .contains(0.0, 1.0)
                    .allMatch(share -> share == 0 || share == 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bc_imbalanced", "wine"})
    void withoutFocusItGrowsTheTreesOfCrossEntropy(String data) {
        var test = heldOut(data, true);
        try (var focal =
                new FocalBoosting(20, new FocalLoss(0), 42).fit(heldOut(data, false), "y")) {
            var name = focal.classes().get(0);
            var goal = new GradientBoosting(20, 42);
            try (var plain = goal.fit(heldOut(data, false), "y")) {
                double apart = 0;
                for (int row = 0; row < test.rowCount(); row++) {
                    apart +=
                            Math.abs(
                                    focal.predict(test).probability(row, name)
                                            - plain.predict(test).probability(row, name));
                }
                // XGBoost itself starts from the share of the classes, and doubles softmax's second
                // derivative.
                assertThat(apart / test.rowCount()).isLessThan(0.1);
            }
        }
    }

    @Test
    void weightsMakeWhatBalanceMakes() {
        var train = heldOut("bc_imbalanced", false);
        var test = heldOut("bc_imbalanced", true);
        var weights = ClassWeights.balanced(train, "y");
        for (RowWeighted trainer :
                List.of(new LogisticRegression(1.0), new GradientBoosting(20, 42))) {
            var balanced =
                    trainer instanceof LogisticRegression linear
                            ? linear.withBalance()
                            : ((GradientBoosting) trainer).withBalance();
            try (var one = new ClassWeighted(trainer, weights).fit(train, "y");
                    var other = balanced.fit(train, "y")) {
                assertThat(one.predict(test).probabilities("1"))
                        .containsExactly(other.predict(test).probabilities("1"), within(1e-9));
            }
        }
    }

    /** XGBoost splits nothing whose rows add up to less than one: all rows had the same probability. */
    @Test
    void smallWeightsAreBroughtToAMeanOfOne() {
        var train = heldOut("bc_imbalanced", false);
        var test = heldOut("bc_imbalanced", true);
        var inverse = ClassWeights.inverseFrequency(train, "y");
        var balanced = ClassWeights.balanced(train, "y");
        for (RowWeighted trainer :
                List.of(new GradientBoosting(20, 42), new XgboostForest(5, 42))) {
            for (double each : new double[] {1e-3, 1e-20}) {
                var weights = new double[train.rowCount()];
                Arrays.fill(weights, each);
                try (var one = trainer.fit(train, "y", weights);
                        var other = trainer.fit(train, "y")) {
                    assertThat(one.predict(test).probabilities("1"))
                            .containsExactly(other.predict(test).probabilities("1"), within(1e-4));
                }
            }
            try (var one = new ClassWeighted(trainer, inverse).fit(train, "y");
                    var other = new ClassWeighted(trainer, balanced).fit(train, "y")) {
                assertThat(one.predict(test).probabilities("1"))
                        .containsExactly(other.predict(test).probabilities("1"), within(1e-4));
            }
        }
    }

    @Test
    void aRowOfWeightTwoIsTwoRows() {
        var train = heldOut("bc_imbalanced", false);
        var test = heldOut("bc_imbalanced", true);
        var weights = new double[train.rowCount()];
        Arrays.fill(weights, 2);
        // A penalty half as large makes up for rows that all count twice.
        try (var one = new LogisticRegression(1.0).fit(train, "y", weights);
                var other = new LogisticRegression(2.0).fit(train, "y")) {
            assertThat(one.predict(test).probabilities("1"))
                    .containsExactly(other.predict(test).probabilities("1"), within(1e-4));
        }
    }

    @Test
    void weightsThatAreNoneAreRefused() {
        var train = heldOut("iris", false);
        int rows = train.rowCount();
        var negative = new double[rows];
        negative[3] = -1;
        var large = new double[rows];
        large[3] = 1e155;
        var small = new double[rows];
        small[3] = 1e-46;
        for (RowWeighted trainer :
                List.of(new LogisticRegression(1.0), new GradientBoosting(20, 42))) {
            assertThatThrownBy(() -> trainer.fit(train, "y", new double[2]))
                    .hasMessage(
                            "there are 2 weights for %d rows; each row has one".formatted(rows));
            assertThatThrownBy(() -> trainer.fit(train, "y", negative))
                    .hasMessage(
                            "the weight of row 3 is -1.0; weights must be finite and 0 or more");
            assertThatThrownBy(() -> trainer.fit(train, "y", large))
                    .hasMessage(
                            "the largest weight is 1.0E155, and must be from 1e-30 to 1e30; divide all weights by it");
            assertThatThrownBy(() -> trainer.fit(train, "y", small))
                    .hasMessageContaining("the largest weight is 1.0E-46");
            assertThatThrownBy(() -> trainer.fit(train, "y", new double[rows]))
                    .hasMessage(
                            "all %d weights are 0; one at least must be above 0".formatted(rows));
        }
        assertThatThrownBy(
                        () ->
                                new ClassWeighted(
                                                new LogisticRegression(1.0),
                                                ClassWeights.of(Map.of("0", 1.0, "1", 2.0)))
                                        .fit(train, "y"))
                .hasMessageStartingWith("no weight for class '2'");
        for (var balanced :
                List.of(
                        new LogisticRegression(1.0).withBalance(),
                        new GradientBoosting(20, 42).withBalance())) {
            assertThatThrownBy(
                            () ->
                                    new ClassWeighted(
                                            balanced, ClassWeights.of(Map.of("0", 1.0, "1", 2.0))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "%s balances the classes already, and would not beside weights; leave out withBalance()"
                                    .formatted(balanced.getClass().getSimpleName()));
        }
        assertThatThrownBy(
                        () -> new FocalBoosting(20, FocalLoss.binary(0.5, 2), 42).fit(train, "y"))
                .hasMessage(
                        "the loss has 2 weights, and 'y' has 3 classes: 0, 1, 2; give one for each, or none");
    }

    /** As RandomForestClassifier of scikit-learn 1.9, which draws the rows of each tree by their weights: 0.16 becomes 0.3 there. */
    @Test
    void aForestSaysAClassMoreOftenThatWeighsMore() {
        var patients = overlapping(900);
        var train = patients.first(600);
        var test = patients.last(300);
        var weights = ClassWeights.of(Map.of("ill", 10.0, "well", 1.0));
        for (long seed = 1; seed <= 3; seed++) {
            var forest = new RandomForest(60, seed);
            var weighted = new ClassWeighted(forest, weights);

            assertThat(mean(weighted.fit(train, "state").predict(test).probabilities("ill")))
                    .isGreaterThan(
                            1.5
                                    * mean(
                                            forest.fit(train, "state")
                                                    .predict(test)
                                                    .probabilities("ill")));
        }
    }

    /** One of six is ill, and a little higher in each of three columns. */
    private static Table overlapping(int rows) {
        var random = Seeds.random(5);
        var table =
                Table.create(
                        StringColumn.create(
                                "state",
                                IntStream.range(0, rows)
                                        .mapToObj(i -> i % 6 == 0 ? "ill" : "well")));
        for (var name : List.of("a", "b", "c")) {
            table.addColumns(
                    DoubleColumn.create(
                            name,
                            IntStream.range(0, rows)
                                    .mapToDouble(
                                            i -> random.nextGaussian() + (i % 6 == 0 ? 1 : 0))));
        }
        return table;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
