package himalia.search;

import static himalia.reference.ModelReference.heldOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.folds.Splitter;
import himalia.evaluation.folds.StratifiedKFold;
import himalia.features.Pipeline;
import himalia.features.StandardScaler;
import himalia.model.Model;
import himalia.model.Trainer;
import himalia.search.pruners.MedianPruner;
import himalia.search.samplers.RandomSearch;
import himalia.search.samplers.TpeSampler;
import himalia.training.BoostingObjective;
import himalia.training.BoostingOptions;
import himalia.training.DecisionTree;
import himalia.training.GradientBoosting;
import himalia.training.KNeighborsClassifier;
import himalia.training.LogisticRegression;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** Trials in processes of their own. */
@Tag("once")
@Timeout(120)
class TrialProcessesTest {
    private static final SearchSpace DEPTHS =
            SearchSpace.of("depth=int(1, 12), entropy=choice(true, false)");

    /** Ends those who kill workers. */
    private static volatile boolean isSpared;

    @TempDir private Path folder;

    private final Table train = heldOut("breast_cancer", false);
    private final TrainerSearch trees =
            TrainerSearch.of(
                    new DecisionTree(0, 42), train, "y", new StratifiedKFold(3, 42), "roc_auc");

    @Test
    void theyGiveWhatThisProcessGives() {
        var search =
                TrainerSearch.of(
                        Pipeline.of(new StandardScaler()).train(new LogisticRegression(1.0)),
                        train,
                        "y",
                        new StratifiedKFold(3, 42),
                        "neg_log_loss");
        var space = SearchSpace.of("trainer.c=log(1e-3, 1e3)");
        var file = folder.resolve("study.log");
        var study = search.study(space, new RandomSearch(1)).at(file).run(8, 2, search);
        var alone = search.study(space, new RandomSearch(1)).run(8, search);

        assertThat(study.trials())
                .usingRecursiveComparison()
                .ignoringFields("begun", "ended")
                .isEqualTo(alone.trials());
        assertThat(study.trials().get(3).reports()).hasSize(3);
        assertThat(search.study(space, new RandomSearch(1)).at(file).best().settings())
                .isEqualTo(alone.best().settings());
        assertThat(workers()).isZero();
    }

    private static long workers() {
        return ProcessHandle.current().children().filter(TrialProcessesTest::isWorker).count();
    }

    private static boolean isWorker(ProcessHandle process) {
        var words = process.info().arguments().orElse(new String[0]);
        return words.length > 0 && words[words.length - 1].endsWith("arguments");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void oneThatIsKilledFailsItsTrialAndTheStudyGoesOn() {
        var killed = new boolean[1];
        Pruner killer =
                (history, running) -> {
                    if (running.number() == 3 && !killed[0]) {
                        killed[0] = true;
                        ProcessHandle.current()
                                .children()
                                .filter(TrialProcessesTest::isWorker)
                                .forEach(ProcessHandle::destroyForcibly);
                    }
                    return Optional.empty();
                };
        var study = trees.study(DEPTHS, new TpeSampler(1)).with(killer).run(10, 2, trees);

        assertThat(study.trials()).hasSize(10);
        assertThat(study.history().of(TrialState.FAIL))
                .hasSizeBetween(1, 2)
                .allSatisfy(
                        trial ->
                                assertThat(trial.why())
                                        .matches(
                                                "worker [01] \\(process \\d+\\) was killed by signal 9"));
        assertThat(study.history().of(TrialState.COMPLETE)).hasSizeBetween(8, 9);
        assertThat(study.bundle().text()).contains(" was killed by signal 9");
        assertThat(workers()).isZero();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void workersThatAreKilledAgainAndAgainEndTheStudy() {
        Pruner killer =
                (history, running) -> {
                    ProcessHandle.current()
                            .children()
                            .filter(TrialProcessesTest::isWorker)
                            .forEach(ProcessHandle::destroyForcibly);
                    return Optional.empty();
                };
        var study = trees.study(DEPTHS, new TpeSampler(1)).with(killer);
        assertThatThrownBy(() -> study.run(30, 2, trees))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching(
                        "worker [01] \\(process \\d+\\) was killed by signal 9, the 4th worker in a row that is lost; search by fewer, or by one in this process to see what ends them; \\d of 30 trials are kept, and run\\(…\\) of the same Study goes on");
        assertThat(study.history().of(TrialState.RUNNING)).isEmpty();
        assertThat(workers()).isZero();
    }

    /** Of those that take its place. */
    private static Pruner killer(int times) {
        isSpared = false;
        var killed = new boolean[1];
        return (history, running) -> {
            if (running.number() == 3 && !killed[0]) {
                killed[0] = true;
                var known = workerIds();
                var thread = new Thread(() -> killNext(known, times));
                thread.setDaemon(true);
                thread.start();
                ProcessHandle.of(known.iterator().next()).ifPresent(ProcessHandle::destroyForcibly);
            }
            return Optional.empty();
        };
    }

    /** Of all that take its place; the trial beside them lasts. */
    private static Pruner killerOfAll() {
        var killed = new boolean[1];
        isSpared = false;
        return (history, running) -> {
            if (running.number() == 3 && !killed[0]) {
                killed[0] = true;
                var known = workerIds();
                var thread = new Thread(() -> killNext(known, Integer.MAX_VALUE));
                thread.setDaemon(true);
                thread.start();
                var ids = new ArrayList<>(known);
                signal("STOP", ids.get(1));
                signal("KILL", ids.get(0));
            }
            return Optional.empty();
        };
    }

    private static void signal(String name, long pid) {
        try {
            new ProcessBuilder("kill", "-" + name, "" + pid).start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<Long> workerIds() {
        return ProcessHandle.current()
                .children()
                .filter(TrialProcessesTest::isWorker)
                .map(ProcessHandle::pid)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static void killNext(Set<Long> known, int times) {
        for (int killed = 0; killed < times && !isSpared; ) {
            for (long worker : workerIds()) {
                if (known.add(worker) && killed < times) {
                    ProcessHandle.of(worker).ifPresent(ProcessHandle::destroyForcibly);
                    killed++;
                }
            }
            Thread.onSpinWait();
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void oneThatIsKilledWhileItStartsIsReplacedToo() {
        var study = trees.study(DEPTHS, new TpeSampler(1)).with(killer(2)).run(10, 2, trees);

        assertThat(study.trials()).hasSize(10);
        assertThat(study.history().of(TrialState.FAIL)).hasSize(1);
        assertThat(study.history().of(TrialState.COMPLETE)).hasSize(9);
        assertThat(workers()).isZero();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void theFourthOfThemEndsTheStudyAndWhatRunsIsProposedAgain() {
        var file = folder.resolve("study.log");
        var study = trees.study(DEPTHS, new RandomSearch(1)).with(killerOfAll()).at(file);
        assertThatThrownBy(() -> study.run(30, 2, trees))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching(
                        "worker [01] \\(process \\d+\\) was killed by signal 9 before it .*, the 4th worker in a row that is lost; search by fewer, or by one in this process to see what ends them; \\d of 30 trials are kept, and run\\(…\\) of the same Study goes on");
        isSpared = true;
        assertThat(study.history().of(TrialState.FAIL))
                .extracting(TrialRecord::why)
                .doesNotContain("interrupted")
                .contains("the search ended before it did");
        assertThat(workers()).isZero();

        var again = trees.study(DEPTHS, new RandomSearch(1)).at(file);
        int kept = again.trials().size();
        assertThat(again.run(3, 2, trees).trials()).hasSize(kept + 3);
        var cut =
                again.trials().stream()
                        .filter(trial -> trial.why().equals("the search ended before it did"))
                        .findFirst()
                        .orElseThrow();
        assertThat(again.trials().get(kept).settings()).isEqualTo(cut.settings());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void oneThatIsKilledAsTheSearchBeginsIsReplacedToo() {
        killFirst(2);
        var study = trees.study(DEPTHS, new RandomSearch(1)).run(6, 2, trees);

        assertThat(study.history().of(TrialState.COMPLETE)).hasSize(6);
        assertThat(study.trials()).hasSize(6);
        assertThat(workers()).isZero();
    }

    private static void killFirst(int times) {
        isSpared = false;
        var known = workerIds();
        var thread = new Thread(() -> killNext(known, times));
        thread.setDaemon(true);
        thread.start();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void whereTheFirstFourAreKilledNoTrialBegins() {
        killFirst(4);
        var study = trees.study(DEPTHS, new RandomSearch(1));
        assertThatThrownBy(() -> study.run(6, 2, trees))
                .isInstanceOf(WorkersLost.class)
                .hasMessageMatching(
                        "worker [01] \\(process \\d+\\) was killed by signal 9 before it .*, the 4th worker in a row that is lost; search by fewer, or by one in this process to see what ends them; 0 of 6 trials are kept, and run\\(…\\) of the same Study goes on");
        assertThat(study.trials()).isEmpty();
        assertThat(workers()).isZero();
    }

    /** A cancellation is an IllegalStateException, as a loss is. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void anInterruptWhileOneIsReplacedIsOne() {
        var main = Thread.currentThread();
        var killed = new boolean[1];
        Pruner killer =
                (history, running) -> {
                    if (running.number() == 3 && !killed[0]) {
                        killed[0] = true;
                        var known = workerIds();
                        var thread =
                                new Thread(
                                        () -> {
                                            awaitNext(known);
                                            main.interrupt();
                                        });
                        thread.setDaemon(true);
                        thread.start();
                        known.forEach(
                                id ->
                                        ProcessHandle.of(id)
                                                .ifPresent(ProcessHandle::destroyForcibly));
                    }
                    return Optional.empty();
                };
        var study = trees.study(DEPTHS, new RandomSearch(1)).with(killer);
        assertThatThrownBy(() -> study.run(30, 2, trees))
                .isInstanceOf(CancellationException.class)
                .hasMessageMatching(
                        "the search was interrupted after \\d of 30 trials; they are kept, and run\\(…\\) of the same Study goes on");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(study.history().of(TrialState.RUNNING)).isEmpty();
        assertThat(study.trials())
                .extracting(TrialRecord::why)
                .doesNotContain("the search ended before it did");
        assertThat(workers()).isZero();
    }

    private static void awaitNext(Set<Long> known) {
        while (known.containsAll(workerIds())) {
            Thread.onSpinWait();
        }
    }

    @Test
    void anInterruptEndsTheProcessesAndKeepsWhatIsDone() {
        Pruner interrupter =
                (history, running) -> {
                    if (running.number() == 4) {
                        Thread.currentThread().interrupt();
                    }
                    return Optional.empty();
                };
        var study = trees.study(DEPTHS, new RandomSearch(1)).with(interrupter);
        assertThatThrownBy(() -> study.run(12, 2, trees))
                .isInstanceOf(CancellationException.class)
                .hasMessageEndingWith(
                        " of 12 trials; they are kept, and run(…) of the same Study goes on");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(workers()).isZero();
        assertThat(study.history().of(TrialState.RUNNING)).isEmpty();
        assertThat(study.history().of(TrialState.COMPLETE)).hasSizeBetween(3, 5);
    }

    @Test
    void aPrunerLeavesFoldsOutAndATrialThatThrowsHasFailed() {
        var knn =
                TrainerSearch.of(
                        new KNeighborsClassifier(5),
                        train.first(60),
                        "y",
                        new StratifiedKFold(3, 42),
                        "accuracy");
        var space = SearchSpace.of("neighbours=int(1, 80)");
        var study =
                knn.study(space, new RandomSearch(3))
                        .with(new MedianPruner(2, 0, 1))
                        .run(20, 2, knn);
        assertThat(study.history().of(TrialState.FAIL))
                .isNotEmpty()
                .allSatisfy(
                        trial ->
                                assertThat(trial.setting("neighbours")).matches(n -> (int) n > 39));
        assertThat(study.history().of(TrialState.PRUNED))
                .isNotEmpty()
                .allSatisfy(trial -> assertThat(trial.why()).contains("the median of"));
    }

    /** A record of somebody's own, which no SavedTypes names. */
    record Own(int depth) implements Trainer {
        @Override
        public Model fit(Table table, String label) {
            return new DecisionTree(depth, 42).fit(table, label);
        }
    }

    @Test
    void whatNoProcessCanBeToldIsRefused() {
        var own = TrainerSearch.of(new Own(1), train, "y", new StratifiedKFold(3, 42), "accuracy");
        var study = own.study(SearchSpace.of("depth=int(1, 5)"), new RandomSearch(1));
        assertThatThrownBy(() -> study.run(3, 2, own))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "an Own is not known to model files, so no reader could make it again; name it in a SavedTypes of its jar; search by one worker, or in threads of this process by an objective of your own: trial -> search.value(trial)");
        assertThat(study.run(4, 2, own::value).best().value()).isGreaterThan(0.8);
        Splitter halves = (table, label) -> new StratifiedKFold(2, 1).split(table, label);
        var lambda = TrainerSearch.of(new DecisionTree(0, 42), train, "y", halves, "accuracy");
        var other = lambda.study(DEPTHS, new RandomSearch(1));
        assertThatThrownBy(() -> other.run(3, 2, lambda))
                .hasMessageStartingWith(
                        "the splitter is code of this process, which no other one has: ");
        var custom =
                new GradientBoosting(5, 42)
                        .with(
                                BoostingOptions.NONE.objective(
                                        BoostingObjective.custom("mine", (m, y) -> null)));
        var coded = TrainerSearch.of(custom, train, "y", new StratifiedKFold(3, 42), "accuracy");
        assertThatThrownBy(
                        () ->
                                coded.study(SearchSpace.of("depth=int(1, 5)"), new RandomSearch(1))
                                        .run(3, 2, coded))
                .hasMessageStartingWith(
                        "'objective' of a BoostingOptions is code of this process, which no other one has: custom 'mine'; search by one worker, or in threads");
        assertThat(other.trials()).isEmpty();
        assertThat(other.run(2, lambda).trials()).hasSize(2);
    }
}
