package himalia.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.search.samplers.TpeSampler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
        assertThat(Files.readString(file)).isEqualTo(kept);

        resumed.run(3, StudyFileTest::objective);
        assertThat(resumed.trials()).hasSize(15);
        assertThat(resumed.trials().get(11).state()).isEqualTo(TrialState.FAIL);
        assertThat(resumed.trials().get(11).why()).isEqualTo("its process ended before it did");
        assertThat(open().trials()).isEqualTo(resumed.trials());
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
}
