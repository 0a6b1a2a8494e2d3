package himalia.training;

import static himalia.reference.ModelReference.heldOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.RegressionReport;
import himalia.evaluation.Report;
import himalia.evaluation.calibration.CalibratedClassifier;
import himalia.evaluation.costs.ClassWeights;
import himalia.evaluation.folds.StratifiedKFold;
import himalia.model.SavedAs;
import himalia.model.Trainer;
import himalia.reference.OurRecords;
import himalia.sampling.Strategy;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What every trainer must do; a new one adds a line and gets every check. */
class TrainerContractTest {
    /** Of all classes that the tests speak of. */
    private static final ClassWeights WEIGHTS =
            ClassWeights.of(
                    Map.of(
                            "0", 1.0, "1", 2.0, "2", 1.0, "leaves", 1.0, "stays", 2.0, "false", 1.0,
                            "true", 2.0, "no", 1.0, "yes", 2.0));

    static Stream<Trainer> trainers() {
        return Stream.concat(learners(), baselines());
    }

    static Stream<Trainer> baselines() {
        return Stream.of(
                new DummyClassifier(),
                new DummyClassifier(DummyClassifier.Strategy.MOST_FREQUENT, 1),
                new DummyClassifier(DummyClassifier.Strategy.STRATIFIED, 42),
                new DummyClassifier(DummyClassifier.Strategy.UNIFORM, 42));
    }

    static Stream<Trainer> learners() {
        return Stream.of(
                new GradientBoosting(20, 42),
                new FocalBoosting(20, new FocalLoss(2), 42),
                new XgboostForest(20, 42),
                new XgboostForest(20, 0, 0.7, 0.3, 42),
                new LogisticRegression(1.0),
                new ClassWeighted(new LogisticRegression(1.0), WEIGHTS),
                calibrated(CalibratedClassifier.Method.SIGMOID),
                calibrated(CalibratedClassifier.Method.TEMPERATURE),
                new LinearSgd(50, 0.1, 42),
                new SgdClassifier(),
                new MultilayerPerceptron(List.of(16), 100, 0.01, 16, 0, 42),
                new MultilayerPerceptron(List.of(16), 100, 42).withLoss(new FocalLoss(2)),
                new BlockClassifier(
                        BlockClassifierTest.DROPS, new NetworkOptions(40, 42).rate(0.01).batch(16)),
                new EmbeddingNetwork(List.of(16), new NetworkOptions(40, 42).rate(0.01).batch(16)),
                new DecisionTree(4, 42),
                new RandomForest(20, 42),
                new ExtraTrees(20, 42),
                new KNeighborsClassifier(5, true),
                new GaussianNB(),
                new Voting(List.of(new LogisticRegression(1.0), new GaussianNB())),
                new Voting(
                        List.of(
                                new LogisticRegression(1.0),
                                new GaussianNB(),
                                new DecisionTree(4, 42)),
                        Voting.By.MAJORITY),
                new Bagging(new DecisionTree(0, 42), 10, 0.8, 0.8, 42),
                new Stacking(
                        List.of(new LogisticRegression(1.0), new GaussianNB()),
                        new LogisticRegression(1.0),
                        new StratifiedKFold(3, 42)),
                new AdaBoost(new DecisionTree(2, 42), 20, 1),
                new BalancedBagging(new DecisionTree(0, 42), 10, 42),
                new BalancedRandomForest(50, 42),
                new EasyEnsemble(5, 42),
                new RusBoost(new DecisionTree(2, 42), 20, 1, Strategy.AUTO, 42));
    }

    private static Trainer calibrated(CalibratedClassifier.Method method) {
        return new CalibratedClassifier(
                new LogisticRegression(1.0), method, new StratifiedKFold(3, 42));
    }

    @ParameterizedTest
    @MethodSource("learners")
    void itLearnsTwoClasses(Trainer trainer) {
        try (var model = trainer.fit(heldOut("breast_cancer", false), "y")) {
            assertThat(Report.of(model, heldOut("breast_cancer", true)).accuracy())
                    // A single tree of scikit-learn's has 0.904.
                    .isGreaterThan(0.9);
            assertThat(model.classes()).containsExactly("0", "1");
            assertThat(model.schema().featureNames()).hasSize(30).doesNotContain("y");
        }
    }

    @ParameterizedTest
    @MethodSource("learners")
    void itLearnsThreeClasses(Trainer trainer) {
        try (var model = trainer.fit(heldOut("iris", false), "y")) {
            var report = Report.of(model, heldOut("iris", true));

            assertThat(report.accuracy()).isGreaterThan(0.9);
            assertThat(report.classes()).containsExactly("0", "1", "2");
        }
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void theSameSeedGivesTheSameModel(Trainer trainer) {
        var test = heldOut("wine", true);
        try (var one = trainer.fit(heldOut("wine", false), "y");
                var other = trainer.fit(heldOut("wine", false), "y")) {
            assertThat(other.predict(test)).isEqualTo(one.predict(test));
        }
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void theAnswerForARowDoesNotDependOnTheOthers(Trainer trainer) {
        var test = heldOut("wine", true);
        try (var model = trainer.fit(heldOut("wine", false), "y")) {
            var all = model.predict(test);

            for (int row = 0; row < test.rowCount(); row++) {
                assertThat(model.predict(test.rows(row)).probabilities(0))
                        .containsExactly(all.probabilities(row));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void theProbabilitiesOfARowAddUpToOne(Trainer trainer) {
        try (var model = trainer.fit(heldOut("iris", false), "y")) {
            var predictions = model.predict(heldOut("iris", true));

            IntStream.range(0, predictions.size())
                    .forEach(
                            row ->
                                    assertThat(sum(predictions.probabilities(row)))
                                            .isBetween(1 - 1e-6, 1 + 1e-6));
        }
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void columnsMayComeInAnyOrderAndAmongOthers(Trainer trainer) {
        var test = heldOut("iris", true);
        try (var model = trainer.fit(heldOut("iris", false), "y")) {
            var names = new java.util.ArrayList<>(test.columnNames());
            java.util.Collections.reverse(names);
            var turned = Table.create("turned");
            names.forEach(name -> turned.addColumns(test.column(name)));
            turned.addColumns(StringColumn.create("note", test.rowCount()));

            assertThat(model.predict(turned)).isEqualTo(model.predict(test));
        }
    }

    @ParameterizedTest
    @MethodSource("learners")
    void labelsMayBeTextOrTruth(Trainer trainer) {
        try (var model = trainer.fit(parted("stays", "leaves"), "label")) {
            assertThat(model.classes()).containsExactly("leaves", "stays");
        }
        var table = parted("no", "yes");
        var truth = BooleanColumn.create("is it?");
        table.stringColumn("label").forEach(text -> truth.append(text.equals("yes")));
        try (var model = trainer.fit(table.removeColumns("label").addColumns(truth), "is it?")) {
            assertThat(model.classes()).containsExactly("false", "true");
            assertThat(model.predict(table).label(0)).isEqualTo("false");
            assertThat(model.predict(table.emptyCopy()).size()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void slipsAreToldWithTheirValueAndTheWayOut(Trainer trainer) {
        var table = parted("no", "yes");
        assertThatThrownBy(() -> trainer.fit(table, "lable"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no column 'lable'; did you mean 'label'? There are: x, z, label");
        assertThatThrownBy(() -> trainer.fit(table.emptyCopy(), "label"))
                .hasMessage("the table has no rows; there is nothing to learn from");
        assertThatThrownBy(() -> trainer.fit(parted("yes", "yes"), "label"))
                .hasMessage(
                        "label 'label' has one class only, 'yes', in 60 rows; a model needs at least two to tell apart");
        assertThatThrownBy(() -> trainer.fit(table, "x"))
                .hasMessageStartingWith("label 'x' holds numbers such as ")
                .hasMessageEndingWith(
                        ", and classes are wanted here; a number is predicted by a regressor such as LinearRegression (%train linear-regression), and its table cut by Split.random; or cut the number into ranges first");
        assertThatThrownBy(() -> trainer.fit(table.selectColumns("label"), "label"))
                .hasMessage(
                        "the table has no column but the label 'label'; a model needs features");
        try (var model = trainer.fit(table, "label")) {
            assertThatThrownBy(() -> RegressionReport.of(model, table))
                    .hasMessage(
                            "a RegressionReport is of numbers, and this model tells classes of 'label' apart; ask Report.of(model, test), or Evaluation.of(model, test) for either");
            assertThatThrownBy(() -> model.predict(table.rejectColumns("z")))
                    .hasMessage("no column 'z'. There are: x, label");
        }
    }

    static Stream<Trainer> learnersOfNumbers() {
        return learners().filter(trainer -> !(trainer instanceof EmbeddingNetwork));
    }

    @ParameterizedTest
    @MethodSource("learnersOfNumbers")
    void aColumnOfTextsIsRefusedWithTheWayOut(Trainer trainer) {
        var table = parted("no", "yes");
        var text = table.copy().addColumns(table.stringColumn("label").copy().setName("city"));
        var first =
                trainer instanceof GradientBoosting
                        ? "name it as a category, new GradientBoosting(100, 42).with(BoostingOptions.NONE.categorical(\"city\")), "
                        : "";
        assertThatThrownBy(() -> trainer.fit(text, "label"))
                .hasMessage(
                        "column 'city' holds text, and this model takes numbers; %sput a OneHotEncoder before it in a Pipeline, or leave it out with table.rejectColumns(\"city\")"
                                .formatted(first));
    }

    @ParameterizedTest
    @MethodSource("trainers")
    void itsTextIsALineForTheRunLog(Trainer trainer) {
        assertThat(trainer.toString()).startsWith(trainer.name() + "[");
        assertThat(trainer.settings()).isNotEmpty();
    }

    /** Found by itself: what is not named here is trained, and cannot be saved. */
    @Test
    void everyTrainerIsHereAndMayBeSaved() {
        // CodedBlock stands in files for trainers that hold code, and learns nothing.
        var trainers =
                OurRecords.implementing(Trainer.class, TrainingTypes.class).stream()
                        .filter(each -> each != CodedBlock.class)
                        .toList();
        var tested =
                Stream.of(
                                trainers(),
                                RegressorContractTest.trainers(),
                                UnsupervisedContractTest.trainers(),
                                // What they learn from no contract has: queries, and pictures.
                                Stream.of(
                                        GradientBoostingRankerTest.TRAINER,
                                        ConvolutionalNetworkTest.TRAINER,
                                        ConvolutionalRegressorTest.TRAINER))
                        .flatMap(each -> each)
                        .<Class<?>>map(Object::getClass)
                        .toList();

        assertThat(trainers)
                .as(
                        "add it to trainers() of TrainerContractTest, RegressorContractTest or UnsupervisedContractTest")
                .isSubsetOf(tested);
        assertThat(trainers.stream().filter(each -> !SavedAs.class.isAssignableFrom(each)))
                .as("name it, and what its models are in a file, in TrainingTypes.types()")
                .isSubsetOf(new TrainingTypes().types());
    }

    /** Sixty rows that a straight line parts. */
    private static Table parted(String low, String high) {
        var x = DoubleColumn.create("x");
        var z = DoubleColumn.create("z");
        var label = StringColumn.create("label");
        for (int i = 0; i < 60; i++) {
            x.append(i / 60.0 + 0.001);
            z.append((i * 7) % 11);
            label.append(i < 30 ? low : high);
        }
        return Table.create(x, z, label);
    }

    private static double sum(double[] values) {
        return java.util.Arrays.stream(values).sum();
    }
}
