package himalia.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.display.bundle.InterruptCheck;
import himalia.display.bundle.KeptWork;
import himalia.search.samplers.GridSearch;
import himalia.search.samplers.RandomSearch;
import himalia.search.samplers.TpeSampler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ParallelTrialsTest {
    private static final SearchSpace SPACE = SearchSpace.of("x=uniform(-10, 10)");

    @TempDir private Path folder;

    private static double parabola(Trial trial) {
        return Math.pow(trial.real("x") - 2, 2);
    }

    @Test
    void trialsRunAtTheSameTimeAndAreThoseOfChance() {
        var together = new CyclicBarrier(3);
        var study =
                Study.minimize(SPACE, new RandomSearch(1))
                        .run(
                                12,
                                3,
                                trial -> {
                                    // Nobody passes alone.
                                    together.await(20, TimeUnit.SECONDS);
                                    return parabola(trial);
                                });
        var alone =
                Study.minimize(SPACE, new RandomSearch(1)).run(12, ParallelTrialsTest::parabola);
        assertThat(study.trials())
                .extracting(TrialRecord::settings)
                .isEqualTo(alone.trials().stream().map(TrialRecord::settings).toList());
        assertThat(study.best().value()).isEqualTo(alone.best().value());
    }

    @Test
    void thoseThatEndInAnotherOrderAreInTheFileAsInMemory() {
        var file = folder.resolve("study.log");
        var second = new CountDownLatch(1);
        var study =
                Study.minimize(SPACE, new TpeSampler(1))
                        .at(file)
                        .run(
                                30,
                                2,
                                trial -> {
                                    trial.report(1, trial.real("x"));
                                    if (trial.number() == 0) {
                                        second.await();
                                    }
                                    second.countDown();
                                    if (trial.number() % 5 == 4) {
                                        throw new IllegalStateException("every fifth");
                                    }
                                    return parabola(trial);
                                });
        assertThat(study.history().of(TrialState.COMPLETE)).hasSize(24);
        assertThat(study.history().of(TrialState.FAIL))
                .extracting(TrialRecord::why)
                .containsOnly("IllegalStateException: every fifth");
        var again = Study.minimize(SPACE, new TpeSampler(1)).at(file);
        assertThat(again.trials().stream().map(TrialRecord::value))
                .isEqualTo(study.trials().stream().map(TrialRecord::value).toList());
        assertThat(again.run(4, 2, ParallelTrialsTest::parabola).trials()).hasSize(34);
    }

    @Test
    void aPrunerEndsOneThatReports() {
        Pruner odd =
                (history, running) ->
                        running.number() % 2 == 1 ? Optional.of("it is odd") : Optional.empty();
        var study =
                Study.minimize(SPACE, new RandomSearch(1))
                        .with(odd)
                        .run(
                                10,
                                2,
                                trial -> {
                                    trial.report(3, trial.number());
                                    return trial.number();
                                });
        assertThat(study.history().of(TrialState.PRUNED))
                .hasSize(5)
                .allSatisfy(trial -> assertThat(trial.why()).isEqualTo("it is odd"))
                .allSatisfy(
                        trial ->
                                assertThat(trial.reports())
                                        .isEqualTo(Map.of(3, (double) trial.number())));
    }

    /** One is done while the other one is interrupted; what is begun again is what was not done. */
    @Test
    void anInterruptEndsAllAndLeavesNoCombinationOut() {
        var grid = Study.minimize(SearchSpace.of("k=int(1, 9)"), new GridSearch(9));
        var main = Thread.currentThread();
        assertThatThrownBy(
                        () ->
                                grid.run(
                                        9,
                                        2,
                                        trial -> {
                                            if (trial.number() == 2) {
                                                Thread.sleep(20_000);
                                            }
                                            if (trial.number() == 6) {
                                                main.interrupt();
                                                Thread.sleep(20_000);
                                            }
                                            return trial.whole("k");
                                        }))
                .isInstanceOf(CancellationException.class)
                .hasMessage(
                        "the search was interrupted after 5 of 9 trials; they are kept, and run(…) of the same Study goes on");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(grid.history().of(TrialState.FAIL))
                .extracting(TrialRecord::number)
                .containsExactly(2, 6);

        grid.run(100, 2, trial -> trial.whole("k"));
        assertThat(grid.history().of(TrialState.COMPLETE))
                .extracting(trial -> trial.setting("k"))
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(grid.trials()).hasSize(11);
    }

    /** Processes take longer to end than a cell has that is interrupted. */
    @Test
    void anInterruptWaitsUntilAllHaveEnded() {
        var main = Thread.currentThread();
        var isWaitedFor = new AtomicBoolean();
        Study.minimize(SPACE, new RandomSearch(1))
                .run(
                        2,
                        2,
                        trial -> {
                            isWaitedFor.set(KeptWork.on(main).isPresent());
                            return parabola(trial);
                        });
        assertThat(isWaitedFor).isTrue();
        assertThat(KeptWork.on(main)).isEmpty();
    }

    @Test
    void aTrialThatIsInterruptedByItselfEndsTheSearch() {
        var study = Study.minimize(SPACE, new RandomSearch(1));
        assertThatThrownBy(
                        () ->
                                study.run(
                                        9,
                                        2,
                                        trial -> {
                                            if (trial.number() == 4) {
                                                Thread.currentThread().interrupt();
                                                new InterruptCheck().ask();
                                            }
                                            return 1;
                                        }))
                .isInstanceOf(CancellationException.class)
                .hasMessageStartingWith("the search was interrupted after ");
        assertThat(study.trials().get(4).why()).isEqualTo("interrupted");
        assertThat(study.history().of(TrialState.RUNNING)).isEmpty();
    }

    @Test
    void anExceptionThatCannotSayWhatItIsFailsItsTrialAlone() {
        var study =
                Study.minimize(SPACE, new RandomSearch(1))
                        .run(
                                4,
                                2,
                                trial -> {
                                    if (trial.number() == 1) {
                                        throw new Silent();
                                    }
                                    return parabola(trial);
                                });
        assertThat(study.trials().get(1).why()).isEqualTo("Silent");
        assertThat(study.history().of(TrialState.COMPLETE)).hasSize(3);
    }

    private static final class Silent extends IllegalStateException {
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            throw new UnsupportedOperationException("no words");
        }
    }

    @Test
    void whatEveryTrialRunsIntoEndsTheStudy() {
        var study = Study.minimize(SPACE, new RandomSearch(1));
        assertThatThrownBy(() -> study.run(30, 2, trial -> trial.whole("x")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "the first 3 trials have all failed with IllegalArgumentException: 'x' is no whole number");
        assertThat(study.history().of(TrialState.RUNNING)).isEmpty();
        assertThat(study.run(4, 2, ParallelTrialsTest::parabola).best().value()).isNotNegative();
    }

    /** As Optuna's constant_liar: two trials at the same time are not at the same place. */
    @Test
    void whatRunsAlreadyIsBadForTpe() {
        var history =
                Study.minimize(SPACE, new TpeSampler(3))
                        .run(20, ParallelTrialsTest::parabola)
                        .history();
        var near = new double[2];
        for (int with = 0; with < 2; with++) {
            for (int seed = 0; seed < 200; seed++) {
                var sampler = new TpeSampler(seed);
                var trials = new ArrayList<>(history.trials());
                double first = x(sampler.propose(SPACE, history, 20));
                if (with == 1) {
                    trials.add(
                            TrialRecord.begin(
                                    20, Map.of("x", first), history.trials().get(19).ended()));
                }
                var seen = new StudyHistory("study", Direction.MINIMIZE, trials);
                near[with] += Math.abs(x(sampler.propose(SPACE, seen, 21)) - first) / 200;
            }
        }
        assertThat(near[1]).isGreaterThan(near[0]);
    }

    private static double x(Map<String, Object> settings) {
        return (double) settings.get("x");
    }

    @Test
    void mistakesAreAnswered() {
        var study = Study.minimize(SPACE, new RandomSearch(1));
        assertThatThrownBy(() -> study.run(5, 0, ParallelTrialsTest::parabola))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("workers must be at least 1, got 0");
        assertThat(study.trials()).isEqualTo(List.of());
    }
}
