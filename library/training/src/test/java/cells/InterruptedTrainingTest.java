package cells;

import static himalia.reference.ModelReference.heldOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.nn.core.Linear;
import himalia.display.bundle.KeptWork;
import himalia.evaluation.TrainedModel;
import himalia.evaluation.folds.StratifiedKFold;
import himalia.evaluation.folds.StratifiedShuffleSplit;
import himalia.evaluation.validation.CrossValidation;
import himalia.features.Pipeline;
import himalia.features.StandardScaler;
import himalia.model.Model;
import himalia.model.Trainer;
import himalia.training.Bagging;
import himalia.training.BlockClassifier;
import himalia.training.BlockMaker;
import himalia.training.BlockRegressor;
import himalia.training.BoostingObjective;
import himalia.training.BoostingOptions;
import himalia.training.ConvolutionalNetwork;
import himalia.training.ConvolutionalRegressor;
import himalia.training.Derivatives;
import himalia.training.EmbeddingNetwork;
import himalia.training.EmbeddingRegressor;
import himalia.training.FocalBoosting;
import himalia.training.FocalLoss;
import himalia.training.GradientBoosting;
import himalia.training.GradientBoostingRegressor;
import himalia.training.MultilayerPerceptron;
import himalia.training.NetworkOptions;
import himalia.training.TrainingInterrupted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;

/** As from a cell: the classes that call are none of the library's. */
@Timeout(120)
class InterruptedTrainingTest {
    private static final int MANY = 1_000_000;
    private static final Pattern LAST =
            Pattern.compile(
                    "interrupted after (\\d+) of 1000000 (?:rounds|epochs): this is the model of (?:round|epoch) (\\d+), .*");
    static final Predicate<Thread> HAS_SOMETHING = thread -> KeptWork.on(thread).isPresent();

    /** What came of it, and whether the thread was still interrupted then. */
    record Ended<T>(T result, boolean isInterrupted) {}

    @TempDir Path folder;

    /** Does some work on a thread, and interrupts that once it is so far. */
    static <T> Ended<T> interrupted(Predicate<Thread> isFar, Callable<T> work) throws Exception {
        var task =
                new FutureTask<>(
                        () -> new Ended<>(work.call(), Thread.currentThread().isInterrupted()));
        var thread = new Thread(task);
        thread.start();
        while (!isFar.test(thread) && !task.isDone()) {
            Thread.onSpinWait();
        }
        thread.interrupt();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** Trains on a thread that is interrupted before it begins. */
    static Model interruptedAtOnce(Trainer trainer, Table train) throws Exception {
        return interrupted(
                        thread -> true,
                        () -> {
                            Thread.currentThread().interrupt();
                            return trainer.fit(train, "y");
                        })
                .result();
    }

    private static boolean grows(Thread thread) {
        return Stream.of(thread.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("grow"));
    }

    private static int best(Model model) {
        var words = LAST.matcher(model.outcome());
        assertThat(words.matches()).as(model.outcome()).isTrue();
        int best = Integer.parseInt(words.group(2));
        assertThat(best).isBetween(1, Integer.parseInt(words.group(1)));
        return best;
    }

    @Test
    void aBoosterIsThatOfTheRoundsSoFar() throws Exception {
        var train = heldOut("breast_cancer", false);
        var test = heldOut("breast_cancer", true);

        var ended =
                interrupted(HAS_SOMETHING, () -> new GradientBoosting(MANY, 42).fit(train, "y"));

        assertThat(ended.isInterrupted()).as("whoever loops over fits ends").isTrue();
        var model = ended.result();
        assertThat(model.outcome()).endsWith(", the last that was finished");
        var same = new GradientBoosting(best(model), 42).fit(train, "y");
        assertThat(model.predict(test)).isEqualTo(same.predict(test));
        assertThat(same.outcome()).isEmpty();
        var file = folder.resolve("interrupted.model");
        model.save(file);
        try (var again = Model.load(file)) {
            assertThat(again.outcome()).isEqualTo(model.outcome());
            assertThat(again.predict(test)).isEqualTo(model.predict(test));
        }
    }

    /** In the cell that was interrupted; later whoever saves it means it. */
    @Test
    void whatIsLeftOfATrainingTakesTheFileOfNoOther() throws Exception {
        var train = heldOut("breast_cancer", false);
        var file = folder.resolve("good.model");
        var good = new GradientBoosting(3, 42).fit(train, "y");
        good.save(file);
        var before = Files.readAllBytes(file);
        var left = new AtomicReference<Model>();

        assertThatThrownBy(
                        () ->
                                interrupted(
                                        HAS_SOMETHING,
                                        () -> {
                                            left.set(
                                                    new GradientBoosting(MANY, 42).fit(train, "y"));
                                            left.get().save(folder.resolve("new.model"));
                                            good.save(file);
                                            left.get().save(file);
                                            return 1;
                                        }))
                .isInstanceOf(CancellationException.class);

        assertThat(file).hasBinaryContent(before);
        assertThat(folder.resolve("new.model")).exists();
        left.get().save(file);
        assertThat(Model.load(file).outcome()).isEqualTo(left.get().outcome());
        left.get().close();
        assertThat(left.get().outcome()).isEmpty();
    }

    @Test
    void ofRoundsThatAreJudgedTheBestOneCounts() throws Exception {
        var train = heldOut("breast_cancer", false);
        var early = BoostingOptions.NONE.earlyStopping(MANY, 0.25);

        var model =
                interrupted(
                                HAS_SOMETHING,
                                () -> new GradientBoosting(MANY, 42).with(early).fit(train, "y"))
                        .result();

        assertThat(model.outcome()).endsWith(", the best for the rows that were kept aside");
        var fold = new StratifiedShuffleSplit(1, 0.25, 42).split(train, "y").get(0);
        var same = new GradientBoosting(best(model), 42).fit(fold.train(train), "y");
        assertThat(model.predict(train)).isEqualTo(same.predict(train));
    }

    @Test
    void threeClassesNumbersAndFocalLossAreKeptToo() throws Exception {
        var iris = heldOut("iris", false);
        var early = BoostingOptions.NONE.earlyStopping(MANY, 0.25);
        var classes =
                interrupted(
                                HAS_SOMETHING,
                                () -> new GradientBoosting(MANY, 42).with(early).fit(iris, "y"))
                        .result();
        var fold = new StratifiedShuffleSplit(1, 0.25, 42).split(iris, "y").get(0);
        var same = new GradientBoosting(best(classes), 42).fit(fold.train(iris), "y");
        assertThat(classes.predict(iris)).isEqualTo(same.predict(iris));

        var diabetes = heldOut("diabetes", false);
        var numbers =
                interrupted(
                                HAS_SOMETHING,
                                () -> new GradientBoostingRegressor(MANY, 42).fit(diabetes, "y"))
                        .result();
        var sameNumbers = new GradientBoostingRegressor(best(numbers), 42).fit(diabetes, "y");
        assertThat(numbers.predict(diabetes)).isEqualTo(sameNumbers.predict(diabetes));

        var rare = heldOut("bc_imbalanced", false);
        var loss = FocalLoss.binary(0.75, 2);
        var focal =
                interrupted(HAS_SOMETHING, () -> new FocalBoosting(MANY, loss, 42).fit(rare, "y"))
                        .result();
        var sameFocal = new FocalBoosting(best(focal), loss, 42).fit(rare, "y");
        assertThat(focal.predict(rare)).isEqualTo(sameFocal.predict(rare));
    }

    @Test
    void aNetworkIsThatOfTheLastEpoch() throws Exception {
        var train = heldOut("iris", false);

        var ended =
                interrupted(
                        HAS_SOMETHING,
                        () -> new MultilayerPerceptron(List.of(8), MANY, 42).fit(train, "y"));

        assertThat(ended.isInterrupted()).isTrue();
        var model = ended.result();
        assertThat(model.outcome()).endsWith(", the last that was finished");
        var same = new MultilayerPerceptron(List.of(8), best(model), 42).fit(train, "y");
        assertThat(model.predict(train)).isEqualTo(same.predict(train));
        var file = folder.resolve("interrupted.model");
        model.save(file);
        try (var again = Model.load(file)) {
            assertThat(again.outcome()).isEqualTo(model.outcome());
            assertThat(again.predict(train)).isEqualTo(model.predict(train));
        }
    }

    @Test
    void aNetworkWithPatienceIsThatOfTheBestEpoch() throws Exception {
        var train = heldOut("breast_cancer", false);
        var patient = new MultilayerPerceptron(List.of(8), MANY, 0.01, 32, MANY, 42);

        var model = interrupted(HAS_SOMETHING, () -> patient.fit(train, "y")).result();

        assertThat(model.outcome()).endsWith(", the best for the rows that were kept aside");
        var same =
                new MultilayerPerceptron(List.of(8), best(model), 0.01, 32, MANY, 42)
                        .fit(train, "y");
        assertThat(model.predict(train)).isEqualTo(same.predict(train));
    }

    static Stream<Trainer> blocks() {
        var options = new NetworkOptions(MANY, 42).rate(0.01);
        BlockMaker maker = outputs -> Linear.builder().setUnits(outputs).build();
        return Stream.of(
                new BlockClassifier(maker, options),
                new BlockRegressor(maker, options),
                new ConvolutionalNetwork(List.of(1, 2, 2), List.of(2), List.of(), options),
                new ConvolutionalRegressor(List.of(1, 2, 2), List.of(2), List.of(), options),
                new EmbeddingNetwork(List.of(4), options),
                new EmbeddingRegressor(List.of(4), options.patience(MANY)));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void aBlockIsThatOfTheEpochsSoFar(Trainer trainer) throws Exception {
        var train = heldOut("iris", false);

        var model = interrupted(HAS_SOMETHING, () -> trainer.fit(train, "y")).result();

        int best = best(model);
        if (trainer instanceof EmbeddingNetwork network) {
            var fewer =
                    new EmbeddingNetwork(network.hidden(), new NetworkOptions(best, 42).rate(0.01));
            assertThat(model.predict(train)).isEqualTo(fewer.fit(train, "y").predict(train));
        }
        assertThat(model.predict(train).size()).isEqualTo(train.rowCount());
    }

    @Test
    void anInterruptedTrainingLeavesItsCheckpoint() throws Exception {
        var train = heldOut("iris", false);
        var options = new NetworkOptions(MANY, 42).rate(0.01);
        var kept = new EmbeddingNetwork(List.of(4), options.checkpoints(folder));

        var first = best(interrupted(HAS_SOMETHING, () -> kept.fit(train, "y")).result());
        assertThat(folder).isDirectoryContaining("glob:**/EmbeddingNetwork-*.checkpoint");
        var second = best(interrupted(HAS_SOMETHING, () -> kept.fit(train, "y")).result());

        assertThat(second).as("it went on").isGreaterThanOrEqualTo(first);
    }

    @Test
    void whoHandsOneTrainingOnKeepsItAndJudgesNothing() throws Exception {
        var train = heldOut("breast_cancer", false);
        var pipeline = Pipeline.of(new StandardScaler()).train(new GradientBoosting(MANY, 42));

        var model =
                interrupted(
                                HAS_SOMETHING,
                                () -> TrainedModel.of(pipeline, train, "y", heldOut("wine", true)))
                        .result();

        assertThat(best(model)).isPositive();
        assertThat(model.judged()).isEmpty();
        assertThat(model.predict(train).ofClasses().labels()).hasSize(train.rowCount());
    }

    @Test
    void aPartOfSomethingLargerEndsThat() {
        var train = heldOut("breast_cancer", false);
        var slow = new GradientBoosting(MANY, 42);
        var cv = CrossValidation.of(slow, train, "y", new StratifiedKFold(3, 42));

        assertThatThrownBy(
                        () ->
                                interrupted(
                                        InterruptedTrainingTest::grows,
                                        () -> cv.scores("accuracy")))
                .isInstanceOf(CancellationException.class)
                .hasMessageStartingWith("cross-validation was interrupted after 0 of 3 folds");
        assertThat(cv.done()).isZero();

        assertThatThrownBy(
                        () ->
                                interrupted(
                                        InterruptedTrainingTest::grows,
                                        () -> new Bagging(slow, 3, 42).fit(train, "y")))
                .isInstanceOf(TrainingInterrupted.class)
                .hasMessage("Bagging was interrupted after 0 of 3 members");
    }

    @Test
    void thatHoldsForATrainerOfTheUsersWithin() {
        var train = heldOut("breast_cancer", false);
        Trainer own = (rows, label) -> new GradientBoosting(MANY, 42).fit(rows, label);
        var cv = CrossValidation.of(own, train, "y", new StratifiedKFold(3, 42));

        assertThatThrownBy(
                        () ->
                                interrupted(
                                        InterruptedTrainingTest::grows,
                                        () -> cv.scores("accuracy")))
                .isInstanceOf(CancellationException.class);
        assertThat(cv.done()).isZero();
    }

    @Test
    void beforeTheFirstRoundThereIsNothingToKeep() {
        Table train = heldOut("iris", false);
        for (Trainer trainer :
                List.of(
                        new GradientBoosting(MANY, 42),
                        new MultilayerPerceptron(List.of(8), MANY, 42),
                        new EmbeddingNetwork(List.of(8), new NetworkOptions(MANY, 42)))) {
            assertThatThrownBy(() -> interruptedAtOnce(trainer, train))
                    .isInstanceOf(TrainingInterrupted.class)
                    .hasMessageMatching(
                            trainer.name() + " was interrupted after 0 of 1000000 \\w+");
        }
    }

    /** Whoever waits for a service, and wraps what an interrupt throws, has taken it from the thread. */
    @Test
    void anObjectiveThatHearsOfItLeavesTheRoundsBeforeIt() throws Exception {
        var train = heldOut("diabetes", false);
        var objective =
                BoostingObjective.custom(
                        "slow squared error",
                        (margins, labels) -> {
                            try {
                                Thread.sleep(20);
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                            return new Derivatives(
                                    IntStream.range(0, labels.length)
                                            .mapToDouble(i -> margins[i] - labels[i])
                                            .toArray(),
                                    DoubleStream.generate(() -> 1).limit(labels.length).toArray());
                        });
        var trainer =
                new GradientBoostingRegressor(MANY, 42)
                        .with(BoostingOptions.NONE.objective(objective));

        var ended = interrupted(HAS_SOMETHING, () -> trainer.fit(train, "y"));

        assertThat(ended.isInterrupted()).isTrue();
        assertThat(best(ended.result())).isPositive();
    }
}
