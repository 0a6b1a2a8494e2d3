package himalia.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.display.bundle.InterruptCheck;
import himalia.search.pruners.MedianPruner;
import himalia.search.samplers.GridSearch;
import himalia.search.samplers.RandomSearch;
import himalia.search.samplers.TpeSampler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudyTest {
    private static final SearchSpace SPACE = SearchSpace.of("x=uniform(-10, 10)");

    private static double parabola(Trial trial) {
        return Math.pow(trial.real("x") - 2, 2);
    }

    @Test
    void theLeastAndTheGreatestAreFound() {
        var least = Study.minimize(SPACE, new TpeSampler(1)).run(60, StudyTest::parabola);
        assertThat(least.best().value()).isLessThan(0.1);
        assertThat((double) least.best().settings().get("x")).isBetween(1.7, 2.3);

        var greatest = Study.maximize(SPACE, new TpeSampler(1)).run(60, trial -> -parabola(trial));
        assertThat(greatest.trials().stream().map(TrialRecord::settings))
                .isEqualTo(least.trials().stream().map(TrialRecord::settings).toList());
    }

    @Test
    void aTrialThatThrowsHasFailedAndTheStudyGoesOn() {
        var study =
                Study.minimize(SPACE, new RandomSearch(1))
                        .run(
                                10,
                                trial -> {
                                    if (trial.number() == 3) {
                                        throw new IllegalStateException("no memory on the device");
                                    }
                                    return trial.number() == 4 ? Double.NaN : trial.number();
                                });
        assertThat(study.trials()).hasSize(10);
        assertThat(study.trials().get(3).state()).isEqualTo(TrialState.FAIL);
        assertThat(study.trials().get(3).why())
                .isEqualTo("IllegalStateException: no memory on the device");
        assertThat(study.trials().get(4).why()).isEqualTo("its value is NaN");
        assertThat(study.best().number()).isZero();
        assertThat(study).hasToString(study.bundle().text().lines().findFirst().orElse(""));
        assertThat(study.toString())
                .startsWith("10 trials (2 failed); best 0.00000 in trial 0: x=");
        assertThat(study.bundle().text())
                .contains("trial 3 failed with IllegalStateException: no memory on the device");
    }

    @Test
    void aKillSaysWhy() {
        var study =
                Study.minimize(SPACE, new RandomSearch(1))
                        .with(new MedianPruner(2, 0, 1))
                        .run(
                                4,
                                trial -> {
                                    trial.report(1, trial.number());
                                    trial.report(2, trial.number());
                                    return trial.number();
                                });
        var last = study.trials().get(3);
        assertThat(last.state()).isEqualTo(TrialState.PRUNED);
        assertThat(last.why())
                .isEqualTo("3.00000 up to step 1 is worse than 0.500000, the median of 2 trials");
        assertThat(last.value()).isEqualTo(3);
        assertThat(last.reports()).containsOnlyKeys(1);
        assertThat(study.table().stringColumn("state"))
                .containsExactly("COMPLETE", "COMPLETE", "PRUNED", "PRUNED");
    }

    @Test
    void anInterruptKeepsWhatIsDone() {
        var study = Study.minimize(SPACE, new TpeSampler(3));
        assertThatThrownBy(
                        () ->
                                study.run(
                                        20,
                                        trial -> {
                                            if (trial.number() == 12) {
                                                Thread.currentThread().interrupt();
                                                Thread.sleep(1000);
                                            }
                                            return parabola(trial);
                                        }))
                .isInstanceOf(CancellationException.class)
                .hasMessage(
                        "the search was interrupted after 12 of 20 trials; they are kept, and run(…) of the same Study goes on");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(study.trials()).hasSize(13);
        assertThat(study.trials().get(12).why()).isEqualTo("interrupted");

        study.run(5, StudyTest::parabola);
        assertThat(study.trials()).hasSize(18);
    }

    /** A failed assertion is an Error, too. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void anErrorIsItsTrialsAloneUnlessNothingGoesOnBehindIt(int workers) {
        var study =
                Study.minimize(SPACE, new RandomSearch(1))
                        .run(
                                6,
                                workers,
                                trial -> {
                                    if (trial.number() == 2) {
                                        throw new Error("of my own");
                                    }
                                    return parabola(trial);
                                });
        assertThat(study.history().of(TrialState.COMPLETE)).hasSize(5);
        assertThat(study.trials().get(2).why()).isEqualTo("Error: of my own");

        assertThatThrownBy(
                        () ->
                                study.run(
                                        6,
                                        workers,
                                        trial -> {
                                            throw new OutOfMemoryError("full");
                                        }))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(study.trials()).hasSizeLessThan(6 + workers + 1);
        assertThat(study.history().of(TrialState.RUNNING)).isEmpty();
    }

    @Test
    void aStudyInPartsIsTheStudyInOne() {
        var whole = Study.minimize(SPACE, new TpeSampler(5)).run(40, StudyTest::parabola);
        var parts = Study.minimize(SPACE, new TpeSampler(5)).run(15, StudyTest::parabola);
        parts.run(25, StudyTest::parabola);
        assertThat(settings(parts)).isEqualTo(settings(whole));
        assertThat(settings(Study.minimize(SPACE, new TpeSampler(6)).run(40, StudyTest::parabola)))
                .isNotEqualTo(settings(whole));
    }

    /** As if it had never been interrupted: the combination that was begun is tried again. */
    @Test
    void anInterruptLeavesNoCombinationOut() {
        var grid = Study.minimize(SearchSpace.of("k=int(1, 9)"), new GridSearch(9));
        assertThatThrownBy(() -> grid.run(100, trial -> stopped(trial, 3)))
                .isInstanceOf(CancellationException.class)
                .hasMessageContaining("after 3 of 9 trials");
        assertThat(Thread.interrupted()).isTrue();
        grid.run(100, trial -> trial.whole("k"));
        assertThat(grid.trials()).hasSize(10);
        assertThat(grid.history().of(TrialState.COMPLETE))
                .extracting(trial -> trial.setting("k"))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);

        var whole = Study.minimize(SPACE, new TpeSampler(5)).run(30, StudyTest::parabola);
        var parts = Study.minimize(SPACE, new TpeSampler(5));
        assertThatThrownBy(() -> parts.run(30, trial -> stopped(trial, 20)))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        parts.run(10, StudyTest::parabola);
        assertThat(parts.history().of(TrialState.COMPLETE))
                .extracting(TrialRecord::settings)
                .isEqualTo(settings(whole));
    }

    private static double stopped(Trial trial, int number) {
        if (trial.number() == number) {
            Thread.currentThread().interrupt();
            new InterruptCheck().ask();
        }
        return trial.settings().containsKey("x") ? parabola(trial) : trial.whole("k");
    }

    @Test
    void stepsOnlyRise() {
        var study = Study.minimize(SPACE, new RandomSearch(1));
        StudyObjective twice =
                trial -> {
                    trial.report(3, 0.5);
                    trial.report(3, 0.9);
                    return 0;
                };
        assertThatThrownBy(() -> study.run(1, twice))
                .hasMessageStartingWith("the only trial has failed with");
        assertThat(study.trials().get(0).why())
                .isEqualTo(
                        "IllegalArgumentException: each step is higher than the one before, got 3 after 3");
        assertThat(study.trials().get(0).reports()).containsExactly(Map.entry(3, 0.5));
    }

    @Test
    void whatEveryTrialRunsIntoEndsTheStudy() {
        var study = Study.minimize(SPACE, new RandomSearch(1));
        assertThatThrownBy(() -> study.run(30, trial -> trial.whole("x")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "the first 3 trials have all failed with IllegalArgumentException: 'x' is no whole number but uniform(-10.0, 10.0); mend what they have in common, or go on with run(…) of the same Study");
        assertThat(study.trials()).hasSize(3);
        assertThat(study.run(2, StudyTest::parabola).trials()).hasSize(5);
    }

    /** Optuna hands on what the first trial throws; here others are tried, and when none was any good, that is no result. */
    @Test
    void aSearchOfWhichEveryTrialHasFailedIsAnErrorHoweverFewTheyAre() {
        var one = Study.minimize(SPACE, new RandomSearch(1));
        assertThatThrownBy(() -> one.run(1, trial -> trial.whole("x")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "the only trial has failed with IllegalArgumentException: 'x' is no whole number but uniform(-10.0, 10.0); mend what it ran into, or go on with run(…) of the same Study");
        assertThatThrownBy(() -> one.run(1, trial -> trial.whole("x")))
                .hasMessageStartingWith("all 2 trials have failed with IllegalArgumentException");
        assertThat(one.run(1, StudyTest::parabola).trials()).hasSize(3);
        assertThat(one.run(1, trial -> trial.whole("x")).trials()).hasSize(4);

        var several = Study.minimize(SPACE, new RandomSearch(1));
        StudyObjective odd =
                trial -> {
                    throw new IllegalStateException(trial.number() % 3 == 1 ? "odd" : "even");
                };
        assertThatThrownBy(() -> several.run(5, odd))
                .hasMessage(
                        "all 5 trials have failed: 3 with IllegalStateException: even; 2 with IllegalStateException: odd; mend what they ran into, or go on with run(…) of the same Study");
        assertThat(several.trials()).hasSize(5);
    }

    @Test
    void aTableHasAColumnOfItsKindForEachSetting() {
        var space =
                SearchSpace.of(
                        "C=log(0.1, 10), c=int(1, 3), Value=choice(16, 32), f=choice(1, 2.5), mixed=choice(true, false, auto), on=choice(true, false), late=choice(1, 2) if on=true");
        var study =
                Study.minimize(space, new RandomSearch(1))
                        .run(12, trial -> trial.real("C") * trial.whole("c"));
        var table = study.table();
        assertThat(table.columnNames())
                .containsExactly(
                        "trial", "state", "value", "C", "c_2", "Value_2", "f", "mixed", "on",
                        "late", "seconds", "why");
        assertThat(table.columns().subList(3, 10))
                .extracting(column -> column.type().name())
                .containsExactly(
                        "DOUBLE", "INTEGER", "INTEGER", "DOUBLE", "STRING", "BOOLEAN", "INTEGER");
        for (var trial : study.trials()) {
            assertThat(table.stringColumn("mixed").get(trial.number()))
                    .isEqualTo(trial.setting("mixed").toString());
            assertThat(table.column("late").isMissing(trial.number()))
                    .isEqualTo(!trial.settings().containsKey("late"));
        }
        assertThat(study.importance()).containsOnlyKeys(space.names());
        assertThat(study.bundle().data()).containsKey("image/png");
    }

    private static List<Object> settings(Study study) {
        return new ArrayList<>(study.trials().stream().map(TrialRecord::settings).toList());
    }

    @Test
    void aGridComesToItsEnd() {
        var study =
                Study.minimize(SearchSpace.of("x=uniform(0, 1), k=int(1, 3)"), new GridSearch(2))
                        .run(100, trial -> trial.real("x") + trial.whole("k"));
        assertThat(study.trials()).hasSize(4);
        assertThat(study.best().value()).isEqualTo(1);
    }

    @Test
    void whatMattersIsTold() {
        var space = SearchSpace.of("a=uniform(0, 1), b=uniform(0, 1), c=choice(u, v)");
        var study =
                Study.minimize(space, new RandomSearch(7))
                        .run(
                                80,
                                trial ->
                                        10 * trial.real("a")
                                                + trial.real("b")
                                                + (trial.text("c").equals("u") ? 0 : 0.01));
        var importance = study.importance();
        assertThat(importance.keySet()).first().isEqualTo("a");
        // 100 to 1 of the variance, by the definition.
        assertThat(importance.get("a")).isGreaterThan(0.9);
        assertThat(importance.get("b")).isLessThan(0.05);
        assertThat(importance.get("c")).isLessThan(0.01);
        assertThat(importance.values().stream().mapToDouble(v -> v).sum()).isLessThanOrEqualTo(1);
    }

    @Test
    void mistakesAreAnswered() {
        var study = Study.minimize(SPACE, new RandomSearch(1));
        assertThatThrownBy(study::best)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no trial of the study is complete yet; it has 0 trials");
        assertThatThrownBy(() -> study.run(0, StudyTest::parabola))
                .hasMessage("one trial at least is run, got 0");
        assertThatThrownBy(() -> Study.minimize(SearchSpace.empty(), new RandomSearch(1)))
                .hasMessage(
                        "the space is empty, and there is nothing to search; add a setting, such as SearchSpace.of(\"depth=int(2, 8)\")");
        study.run(1, StudyTest::parabola);
        study.run(1, trial -> trial.whole("x"));
        assertThat(study.trials().get(1).why())
                .isEqualTo(
                        "IllegalArgumentException: 'x' is no whole number but uniform(-10.0, 10.0)");
        study.run(1, trial -> trial.real("y"));
        assertThat(study.trials().get(2).why())
                .isEqualTo("IllegalArgumentException: no setting 'y' in the space; there are: x");
    }

    /** A second run would take a trial of the first for one whose process has ended. */
    @Test
    void aStudyIsRunOnceAtATime() {
        var study = Study.minimize(SPACE, new RandomSearch(1));
        study.run(
                1,
                trial -> {
                    assertThatThrownBy(() -> study.run(1, StudyTest::parabola))
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageStartingWith("the study is being run in this kernel");
                    return parabola(trial);
                });

        assertThat(study.run(1, StudyTest::parabola).trials())
                .extracting(TrialRecord::state)
                .containsOnly(TrialState.COMPLETE)
                .hasSize(2);
    }
}
