package himalia.training;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.Evaluation;
import himalia.evaluation.calibration.CalibratedClassifier;
import himalia.evaluation.costs.ThresholdTuner;
import himalia.evaluation.folds.InstanceHardnessCv;
import himalia.evaluation.folds.StratifiedKFold;
import himalia.evaluation.validation.CrossValidation;
import himalia.evaluation.validation.ModelSelector;
import himalia.features.RfeCv;
import himalia.features.SequentialFeatureSelector;
import himalia.features.leakage.LeakageCheck;
import himalia.model.Model;
import himalia.model.Regressor;
import himalia.model.Trainer;
import himalia.objectives.Objectives;
import himalia.sampling.InstanceHardnessThreshold;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** Who takes any trainer refuses one that learns without a label in the same words. */
class UnlabelledTrainersTest {
    private static final Table TABLE = table();
    private static final StratifiedKFold FOLDS = new StratifiedKFold(3, 42);
    private static final Trainer LINE = new LogisticRegression(1.0);

    private static Table table() {
        var random = new Random(1);
        return Table.create(
                "rows",
                DoubleColumn.create(
                        "x",
                        IntStream.range(0, 80).mapToDouble(i -> random.nextGaussian() + i % 2)),
                DoubleColumn.create(
                        "z", IntStream.range(0, 80).mapToDouble(i -> random.nextGaussian())),
                IntColumn.create("y", IntStream.range(0, 80).map(i -> i % 2).toArray()));
    }

    private static final Map<String, Consumer<Trainer>> OF_ANY =
            Map.of(
                    "a selection of columns",
                    trainer -> new RfeCv(trainer, 1, 3, 42).fit(TABLE, "y"),
                    "a selection",
                    trainer -> new SequentialFeatureSelector(trainer, 1).fit(TABLE, "y"),
                    "Bagging",
                    trainer -> new Bagging(trainer, 3, 42).fit(TABLE, "y"),
                    "BalancedBagging",
                    trainer -> new BalancedBagging(trainer, 3, 42).fit(TABLE, "y"),
                    "Voting",
                    trainer -> new Voting(List.of(trainer, LINE)).fit(TABLE, "y"),
                    "Stacking",
                    trainer -> new Stacking(List.of(LINE), trainer, FOLDS).fit(TABLE, "y"),
                    "CrossValidation",
                    trainer ->
                            new ModelSelector(List.of(trainer, LINE), FOLDS, "roc_auc")
                                    .fit(TABLE, "y"),
                    "Cross",
                    trainer -> CrossValidation.of(trainer, TABLE, "y", FOLDS).outOfFold(),
                    "a report",
                    trainer -> Evaluation.of(trainer.fit(TABLE, "y"), TABLE),
                    "an objective",
                    trainer -> Objectives.train(trainer, TABLE, "y"));

    private static final Map<String, Consumer<Trainer>> OF_CLASSES =
            Map.of(
                    "InstanceHardnessThreshold",
                    trainer -> new InstanceHardnessThreshold(trainer, 42).resample(TABLE, "y"),
                    "InstanceHardnessCv",
                    trainer -> new InstanceHardnessCv(trainer, 3).split(TABLE, "y"),
                    "adversary(trainer)",
                    trainer ->
                            LeakageCheck.of("y")
                                    .adversary(trainer)
                                    .check(TABLE.first(40), TABLE.last(40)));

    static Stream<String> ofAny() {
        return Stream.concat(OF_ANY.keySet().stream(), OF_CLASSES.keySet().stream()).sorted();
    }

    private static Consumer<Trainer> named(String who) {
        return OF_ANY.containsKey(who) ? OF_ANY.get(who) : OF_CLASSES.get(who);
    }

    @ParameterizedTest
    @MethodSource("ofAny")
    void groupsAndScoresAreNoLabel(String who) {
        assertThatThrownBy(() -> named(who).accept(new KMeans(2, 42)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(who)
                .hasMessageEndingWith(
                        " takes what predicts a label, and KMeans[groups=2, starts=1, seed=42] finds groups; take a classifier such as LogisticRegression, or a regressor such as LinearRegression, and judge groups with ClusterSeparation.of(rows, groups)");
        assertThatThrownBy(() -> named(who).accept(new IsolationForest(10, 42)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(who)
                .hasMessageContaining(" tells how unlike others a row is; take a classifier")
                .hasMessageEndingWith("and rank rows by predict(table).scores()");
    }

    static Stream<String> ofClasses() {
        // The label of an adversary is text, which a regressor refuses by itself.
        return OF_CLASSES.keySet().stream().filter(who -> who.startsWith("Instance")).sorted();
    }

    @ParameterizedTest
    @MethodSource("ofClasses")
    void numbersAreNoClasses(String who) {
        assertThatThrownBy(() -> named(who).accept(new LinearRegression()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        who
                                + " takes what tells classes apart, and LinearRegression[alpha=0.0] predicts numbers of '")
                .hasMessageEndingWith("'; take a classifier such as LogisticRegression");
    }

    /** Such as a large network. */
    record Slow() implements Regressor {
        @Override
        public Model fit(Table table, String label) {
            throw new AssertionError("it was trained");
        }
    }

    @Test
    void calibrationRefusesNumbersBeforeItTrains() {
        var method = CalibratedClassifier.Method.SIGMOID;
        assertThatThrownBy(
                        () -> new CalibratedClassifier(new Slow(), method, FOLDS).fit(TABLE, "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "CalibratedClassifier takes what tells classes apart, and Slow[] predicts numbers of 'y'");
    }

    @Test
    void calibrationAndThresholdsAreOfClasses() {
        var method = CalibratedClassifier.Method.SIGMOID;
        assertThatThrownBy(
                        () ->
                                new CalibratedClassifier(new LinearRegression(), method, FOLDS)
                                        .fit(TABLE, "y"))
                .hasMessage(
                        "CalibratedClassifier takes what tells classes apart, and LinearRegression[alpha=0.0] predicts numbers of 'y'; take a classifier such as LogisticRegression");
        var groups = new KMeans(2, 42).fit(TABLE, "y");
        assertThatThrownBy(() -> ThresholdTuner.of(groups, TABLE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "ThresholdTuner takes what predicts a label, and KMeans[groups=2, starts=1, seed=42] finds groups");
    }
}
