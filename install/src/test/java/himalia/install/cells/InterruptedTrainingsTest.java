package himalia.install.cells;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.client.CellResult;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a cell leaves whose training was interrupted, in the real kernel. */
@Tag("kernel")
@Timeout(120)
class InterruptedTrainingsTest {
    private static final String LAST =
            "interrupted after (\\d+) of 1000000 rounds: this is the model of round \\1, the last that was finished";

    @TempDir private static Path folder;
    private static LiveKernel kernel;

    @BeforeAll
    static void start() {
        kernel = LiveKernel.in(folder);
        kernel.value(
                """
                import himalia.evaluation.folds.*;
                import himalia.evaluation.validation.*;
                import himalia.model.*;
                import himalia.search.*;
                import himalia.search.samplers.*;
                import himalia.training.*;
                var train = Storage.read(Datasets.save("breast_cancer", Path.of(".")));
                int behind = 0;
                """);
    }

    @AfterAll
    static void stop() {
        kernel.close();
    }

    /** What a training shows first is how far it is, half a second after it began. */
    private static CellResult interrupted(String code) {
        var result = kernel.runUntilUpdated(code);
        assertThat(result.failure().orElseThrow().toString()).contains("Interrupted");
        return result;
    }

    @Test
    void aVariableHasTheModelSoFarAndNothingBehindRuns() {
        var result =
                interrupted(
                        "behind = 0;\nvar trees = new GradientBoosting(1_000_000, 42).fit(train, \"y\");\nbehind = 1;");

        var outcome = kernel.value("trees.outcome()");
        assertThat(outcome).matches(LAST);
        assertThat(result.published("display_data").toString())
                .contains("GradientBoosting was " + outcome);
        assertThat(kernel.value("behind")).isEqualTo("0");
        assertThat(kernel.value("trees.predict(train).ofClasses().labels().size()"))
                .isEqualTo(kernel.value("train.rowCount()"));
        assertThat(kernel.value("Thread.currentThread().isInterrupted()")).isEqualTo("false");
    }

    @Test
    void theVariableOfTheMagicHasItUnjudged() {
        interrupted("var told = %train xgboost --rounds 1000000 --label y --test train train");

        assertThat(kernel.value("told.outcome()")).matches(LAST);
        assertThat(kernel.value("told.judged().isEmpty()")).isEqualTo("true");
    }

    @Test
    void aLoopEndsAfterTheModelAtHand() {
        interrupted(
                """
                var models = new ArrayList<Model>();
                for (int i = 0; i < 10; i++) {
                    models.add(new GradientBoosting(1_000_000, 42).fit(train, "y"));
                }
                """);

        assertThat(kernel.value("models.size()")).isEqualTo("1");
    }

    /** The processes end first, and then the picture is drawn. */
    @Test
    void aSearchInProcessesShowsWhatItHasFound() {
        kernel.value(
                "var search = TrainerSearch.of(new GradientBoosting(30, 42), train, \"y\", new StratifiedKFold(3, 42), \"accuracy\");\nvar study = search.study(SearchSpace.of(\"depth=int(2, 8)\"), new RandomSearch(42));");

        var shown =
                kernel.runUntilUpdated(
                        "%tune xgboost --label y --trials 1000 --processes 2 train", "best 0.");
        assertThat(shown.failure().orElseThrow().toString())
                .contains(
                        "%tune was interrupted; what it has found is shown above, and with --study FILE it is kept, to go on with");
        assertThat(shown.published("display_data").toString())
                .containsPattern("\\d+ trials? \\([^;]*failed\\); best 0\\.\\d+ in trial");

        var told = kernel.runUntilUpdated("study.run(1000, 2, search);", "best 0.");
        assertThat(told.failure().orElseThrow().toString())
                .containsPattern("the search was interrupted after [1-9]\\d* of 1000 trials")
                .doesNotContain("given up");
        assertThat(kernel.value("study.trials().size() > 2")).isEqualTo("true");
    }

    @Test
    void foldsKeepNoHalfTrainedModel() {
        kernel.value(
                "Trainer slow = new GradientBoosting(1_000_000, 42);\nvar cv = CrossValidation.of(slow, train, \"y\", new StratifiedKFold(3, 42));");

        var result = kernel.runUntilShown("var scores = cv.scores(\"accuracy\");");

        assertThat(result.failure().orElseThrow().toString()).contains("Interrupted");
        assertThat(kernel.value("cv.done()")).isEqualTo("0");
        assertThat(kernel.value("scores == null")).isEqualTo("true");
    }
}
