package himalia.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.advice.Advice;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureTextsTest {
    private static List<String> shown(String className, String message) {
        var thrown = new SnippetRunner.Thrown(className, message, List.of());
        var failure = new SnippetRunner.Failure("interrupted", List.of(thrown), "", List.of());
        return FailureTexts.of(
                        failure,
                        thrown,
                        List.of("head", "  cell 1, line 1"),
                        new Advice(null, words -> List.of()))
                .traceback()
                .stream()
                .map(Ansi::without)
                .toList();
    }

    @Test
    void interruptedWorkSaysWhatIsKept() {
        var words =
                "cross-validation of 2 trainers was interrupted after 1 of them; nothing is kept";

        assertThat(shown("java.util.concurrent.CancellationException", words))
                .containsExactly(
                        "Interrupted: the cell was ended. " + Outcome.Failed.KEPT,
                        words,
                        "  cell 1, line 1");
        assertThat(shown("himalia.training.TrainingInterrupted", "Voting was interrupted after 1"))
                .contains("Voting was interrupted after 1");
    }

    @Test
    void aWaitAndALoopSayNoMoreThanThatTheCellWasEnded() {
        for (var name :
                List.of("java.lang.InterruptedException", "himalia.worker.CellInterrupted")) {
            assertThat(shown(name, "sleep interrupted")).hasSize(2);
        }
    }
}
