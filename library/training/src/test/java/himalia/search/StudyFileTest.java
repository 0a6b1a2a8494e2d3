package himalia.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.display.bundle.InterruptCheck;
import himalia.search.samplers.TpeSampler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class StudyFileTest {
    private static final SearchSpace SPACE =
            SearchSpace.of(
                    "x=uniform(-10, 10), n=logint(1, 100), c=choice(a, 2, true), q=step(0, 1, 0.3) if c=a");

    @TempDir private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("deep").resolve("study.log");
    }

    private Study open() {
        return Study.minimize(SPACE, new TpeSampler(9))
                .with(Clock.fixed(Instant.parse("2026-11-28T10:00:00Z"), ZoneOffset.UTC))
                .at(file);
    }

    private static double objective(Trial trial) {
        trial.report(0, trial.real("x"));
        trial.report(1, Double.NaN);
        if (trial.number() % 7 == 3) {
            throw new TrialPruned("by the seventh");
        }
        if (trial.number() % 7 == 5) {
            throw new IllegalStateException("by the sevenths");
        }
        return trial.number() == 8 ? Double.POSITIVE_INFINITY : Math.abs(trial.real("x"));
    }

    @Test
    void allOfItIsThereAfterARestart() {
        var before = open().run(20, StudyFileTest::objective);
        var after = open();
        assertThat(after.trials()).isEqualTo(before.trials());
        assertThat(after.best()).isEqualTo(before.best());

        before.run(10, StudyFileTest::objective);
        var gone = open();
        var whole =
                Study.minimize(SPACE, new TpeSampler(9))
                        .with(Clock.fixed(Instant.parse("2026-11-28T10:00:00Z"), ZoneOffset.UTC))
                        .run(30, StudyFileTest::objective);
        assertThat(gone.trials()).isEqualTo(whole.trials());
    }

    @Test
    void whatWasCutInTheMiddleOfATrialAndOfALineGoesOn() throws IOException {
        open().run(12, StudyFileTest::objective);
        var lines = Files.readAllLines(file);
        int end = lines.size() - 1;
        while (!lines.get(end).contains("\"op_code\":5")) {
            end--;
        }
        var kept = String.join("\n", lines.subList(0, end + 1)) + "\n";
        Files.writeString(file, kept + "{\"op_code\":7,\"trial");

        var resumed = open();
        assertThat(resumed.trials()).hasSize(12);
        assertThat(resumed.trials().get(11).state()).isEqualTo(TrialState.RUNNING);
        // Whoever writes that line may be alive.
        assertThat(Files.readString(file)).isEqualTo(kept + "{\"op_code\":7,\"trial");

        resumed.run(3, StudyFileTest::objective);
        assertThat(resumed.trials()).hasSize(15);
        assertThat(resumed.trials().get(11).state()).isEqualTo(TrialState.FAIL);
        assertThat(resumed.trials().get(11).why()).isEqualTo("its process ended before it did");
        assertThat(open().trials()).isEqualTo(resumed.trials());
    }

    @Test
    void anInterruptedThreadWritesToo() {
        var study = open();
        assertThatThrownBy(
                        () ->
                                study.run(
                                        9,
                                        trial -> {
                                            if (trial.number() == 2) {
                                                Thread.currentThread().interrupt();
                                                new InterruptCheck().ask();
                                            }
                                            return trial.number();
                                        }))
                .isInstanceOf(CancellationException.class)
                .hasMessageStartingWith("the search was interrupted after 2 of 9 trials");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(open().trials()).isEqualTo(study.trials());
        assertThat(study.trials().get(2).why()).isEqualTo("interrupted");

        assertThatThrownBy(
                        () ->
                                study.run(
                                        2,
                                        trial -> {
                                            Thread.currentThread().interrupt();
                                            trial.report(1, 5);
                                            return 7;
                                        }))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(open().trials().get(3).value()).isEqualTo(7);
    }

    /** A process that is there, and one that ended. */
    @Test
    void aTrialOfAKernelThatLivesIsLeftToIt() throws IOException {
        open().run(2, StudyFileTest::objective);
        var own = "himalia-" + ProcessHandle.current().pid();
        long parent = ProcessHandle.current().parent().orElseThrow().pid();
        var text = Files.readString(file);
        var begun =
                "{\"op_code\":4,\"worker_id\":\"%s\",\"study_id\":0,\"datetime_start\":\"2126-11-28T10:00:00.000000\"}\n";
        Files.writeString(file, text + begun.formatted("himalia-" + parent));
        assertThatThrownBy(() -> open().run(1, StudyFileTest::objective))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "trial 2 of the study %s is running in process %d; wait for it or end that process, and open the study again"
                                .formatted(file, parent));
        assertThat(Files.readString(file)).isEqualTo(text + begun.formatted("himalia-" + parent));

        // Its number went to a process that began later.
        Files.writeString(
                file, text + begun.formatted("himalia-" + parent).replace("2126", "1996"));
        assertThat(open().run(1, StudyFileTest::objective).trials().get(2).why())
                .isEqualTo("its process ended before it did");
        // Optuna's workers have names that tell nobody whether they live.
        Files.writeString(file, text + begun.formatted("5f0c-140012"));
        assertThat(open().run(1, StudyFileTest::objective).trials().get(2).state())
                .isEqualTo(TrialState.RUNNING);
        Files.writeString(file, text + begun.formatted(own));
        assertThat(open().run(1, StudyFileTest::objective).trials().get(2).state())
                .isEqualTo(TrialState.FAIL);
    }

    /** Written by Optuna 5.0.0: one trial that it ran, one that was queued and run, one added whole, one queued. */
    @Test
    void aJournalOfOptunaFiveIsReadWithWhatItHasQueued() throws IOException {
        Files.createDirectories(file.getParent());
        try (var journal =
                Objects.requireNonNull(
                        StudyFileTest.class.getResourceAsStream("/himalia/search/optuna5.log"))) {
            Files.copy(journal, file);
        }
        var study =
                Study.minimize(SearchSpace.of("x=uniform(-10, 10)"), new TpeSampler(1)).at(file);
        assertThat(study.trials())
                .extracting(TrialRecord::state)
                .containsExactly(
                        TrialState.COMPLETE,
                        TrialState.COMPLETE,
                        TrialState.COMPLETE,
                        TrialState.WAITING);
        assertThat(study.trials().get(1).setting("x")).isEqualTo(1.0);
        assertThat(study.trials().get(2).reports()).containsOnlyKeys(0, 1);
        assertThat(study.table().doubleColumn("seconds").max()).isBetween(0.0, 60.0);
        assertThat(study).asString().startsWith("4 trials (1 waiting); best ");
        study.run(1, trial -> 5);
        assertThat(study.trials().get(3).state()).isEqualTo(TrialState.WAITING);
        assertThat(Files.readString(file)).contains("fixed_params");
    }

    /** As Model.save says it; nothing is read where nothing can be. */
    @Test
    void aFolderThatCannotBeIsRefused() throws IOException {
        var text = Files.writeString(folder.resolve("rows.csv"), "a");
        file = text.resolve("s.log");
        assertThatThrownBy(this::open)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the study %s cannot be begun: %s is a file, and no folder; name another one"
                                .formatted(file, text));
        file = folder;
        assertThatThrownBy(this::open)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the study %s is a folder; name a file in it".formatted(folder));
        if (Files.exists(Path.of("/dev/zero"))) {
            file = Path.of("/dev/zero");
            assertThatThrownBy(this::open).hasMessageEndingWith("a pipe, and no file; name a file");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatTakesNoOthersIsRefused() {
        file = Path.of("/proc/nope/study.log");
        assertThatThrownBy(this::open)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the study /proc/nope/study.log cannot be begun: ");
        for (var folder : List.of("/proc", "/sys")) {
            file = Path.of(folder, "study.log");
            assertThatThrownBy(this::open)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching(
                            "the study %s cannot be begun: .*; name another (one|folder)"
                                    .formatted(file));
        }
    }

    @Test
    void choicesOfLargeWholeNumbersAreReadBack() {
        var space = SearchSpace.empty().choice("seed", 1234567890, 5, 1e10, -2147483648);
        Study.minimize(space, new TpeSampler(1)).at(file).run(4, trial -> 0);
        assertThat(Study.minimize(space, new TpeSampler(1)).at(file).trials()).hasSize(4);
    }

    /** The upper bound of one step is a little less than the lower one and the step, as doubles are. */
    @Test
    void rangesOfOneStepAreReadBack() {
        var space =
                SearchSpace.of(
                        "a=step(0.8, 1.05, 0.2), b=step(0.6, 1, 0.3), c=step(0.5, 0.5, 0.1), d=int(3, 3, 2)");
        Study.minimize(space, new TpeSampler(1)).at(file).run(4, trial -> trial.real("a"));
        assertThat(Study.minimize(space, new TpeSampler(1)).at(file).trials())
                .hasSize(4)
                .allSatisfy(trial -> assertThat(trial.state()).isEqualTo(TrialState.COMPLETE));

        // Two of its values lie as near as doubles do: the upper one is less than a step away.
        var narrow = new RealRange(0x1p52, 0x1p52 + 3, 2.4, false);
        var near = SearchSpace.empty().with("x", narrow);
        var study = Study.minimize(near, new TpeSampler(1)).named("near").at(file);
        assertThatThrownBy(() -> study.run(1, trial -> 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a step must be above 0");
        assertThat(Study.minimize(space, new TpeSampler(1)).at(file).trials()).hasSize(4);
        assertThat(study.trials()).isEmpty();
    }

    /** Lines that Optuna 5.0.0 writes. */
    @Test
    void aLineThatIsNotUnderstoodIsNamed() throws IOException {
        refuses(
                "\"IntDistribution\", \"attributes\": {\"log\": false, \"step\": 1, \"low\": 0, \"high\": 4294967305}",
                "'n': high of whole numbers is 4294967305, and they are from -2147483648 to 2147483647 here");
        refuses(
                "\"CategoricalDistribution\", \"attributes\": {\"choices\": [null, 1]}",
                "'n': a choice of null is not supported");
        refuses(
                "\"NormalDistribution\", \"attributes\": {}",
                "'n': no distribution is called NormalDistribution");
        refuses("\"FloatDistribution\"", "it is not as Optuna writes it");
    }

    private void refuses(String distribution, String why) throws IOException {
        Files.deleteIfExists(file);
        open();
        var trial = "{\"op_code\":4,\"worker_id\":\"5f0c-1\",\"study_id\":0}\n";
        var parameter =
                "{\"op_code\":5,\"worker_id\":\"5f0c-1\",\"trial_id\":0,\"param_name\":\"n\",\"param_value_internal\":1,\"distribution\":\"{\\\"name\\\": %s}\"}\n";
        var lines = trial + parameter.formatted(distribution.replace("\"", "\\\""));
        Files.writeString(file, lines, StandardOpenOption.APPEND);
        assertThatThrownBy(this::open)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the study in %s cannot be read here, by line 3: %s; begin another file"
                                .formatted(file, why));
    }

    @Test
    void severalStudiesLiveInOneFile() {
        open().run(4, StudyFileTest::objective);
        var other =
                Study.maximize(SearchSpace.of("y=int(1, 5)"), new TpeSampler(1))
                        .named("other")
                        .at(file)
                        .run(3, trial -> trial.whole("y"));
        assertThat(open().trials()).hasSize(4);
        assertThat(open().run(2, StudyFileTest::objective).trials()).hasSize(6);
        assertThat(other.trials()).hasSize(3);
    }

    @Test
    void whatDoesNotFitIsRefusedAndTheFileStays() throws IOException {
        open().run(2, StudyFileTest::objective);
        var kept = Files.readString(file);
        assertThatThrownBy(() -> Study.maximize(SPACE, new TpeSampler(9)).at(file))
                .hasMessage("the study 'study' in " + file + " is to minimize, not to maximize");
        assertThatThrownBy(
                        () ->
                                Study.minimize(SearchSpace.of("x=int(1, 5)"), new TpeSampler(9))
                                        .at(file))
                .hasMessage(
                        "'x' is int(1, 5) in the space, and uniform(-10.0, 10.0) in the study "
                                + file
                                + "; keep its kind, or begin another file");
        assertThat(Files.readString(file)).isEqualTo(kept);

        var letter = Files.writeString(folder.resolve("letter.txt"), "Dear all,\n");
        assertThatThrownBy(() -> Study.minimize(SPACE, new TpeSampler(9)).at(letter))
                .hasMessage(
                        letter + " is no study of ours or Optuna's: line 1 is none of a journal");
        assertThat(Files.readString(letter)).isEqualTo("Dear all,\n");
    }

    /** Optuna refuses a file of such a line for good, and with it the trials behind. */
    @Test
    void anOperationThatOptunaDoesNotKnowIsRefused() throws IOException {
        open().run(1, StudyFileTest::objective);
        int lines = Files.readAllLines(file).size();
        for (var code : List.of("99", "10", "-1", "\"a\"", "null")) {
            var text = Files.readString(file);
            var line = "{\"op_code\": %s, \"worker_id\": \"a\"}\n".formatted(code);
            Files.writeString(file, line, StandardOpenOption.APPEND);
            assertThatThrownBy(this::open)
                    .hasMessage(
                            "the study in %s cannot be read here, by line %d: %s; begin another file"
                                    .formatted(file, lines + 1, wrong(code)));
            assertThat(file).hasContent(text + line);
            Files.writeString(file, text);
        }
    }

    private static String wrong(String code) {
        return code.matches("-?\\d+")
                ? "its op_code " + code + " is none of Optuna's, which are 0 to 9"
                : "it is not as Optuna writes it";
    }

    /** A line that was cut off begins as all others do: anything else would be lost by the next one. */
    @Test
    void whatIsNoStudyIsRefusedWithoutALineBreakToo() throws IOException {
        for (var text : List.of("my precious notes", "{\"a\": 1}", " ", "[]", "{\"op\"")) {
            var notes = Files.writeString(folder.resolve("notes"), text);
            assertThatThrownBy(() -> Study.minimize(SPACE, new TpeSampler(9)).at(notes))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            notes
                                    + " is no study of ours or Optuna's: line 1 is none of a journal");
            assertThat(notes).hasContent(text);
        }
        open();
        Files.writeString(file, "and a note", StandardOpenOption.APPEND);
        assertThatThrownBy(this::open).hasMessageEndingWith("line 2 is none of a journal");

        for (var cut : List.of("", "{\"op", "{\"op_code\": 0, \"wor")) {
            Files.writeString(file, cut);
            assertThat(open().run(1, StudyFileTest::objective).trials()).hasSize(1);
        }
    }

    @Test
    void whatAnotherProcessWroteIsNotOverwritten() throws IOException {
        var study = open().run(2, StudyFileTest::objective);
        var line = "{\"op_code\":2,\"worker_id\":\"w\",\"study_id\":0,\"user_attr\":{\"a\":1}}\n";
        Files.writeString(file, line, StandardOpenOption.APPEND);
        var kept = Files.readString(file);
        assertThatThrownBy(() -> study.run(1, StudyFileTest::objective))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "another process has written to the study "
                                + file
                                + " since it was opened; open it again to go on with all of its trials");
        assertThat(Files.readString(file)).isEqualTo(kept);
        assertThat(open().run(1, StudyFileTest::objective).trials()).hasSize(3);
        assertThat(folder.resolve("deep")).isDirectoryNotContaining("glob:**.lock");
    }

    @Test
    void aFileIsRunOnceAtATime() {
        open().run(
                        1,
                        trial -> {
                            var other = open();
                            assertThatThrownBy(() -> other.run(1, each -> 1))
                                    .isInstanceOf(IllegalStateException.class)
                                    .hasMessageContaining("is being run in this kernel");
                            return 2;
                        });

        assertThat(open().trials())
                .extracting(TrialRecord::state)
                .containsExactly(TrialState.COMPLETE);
    }
}
