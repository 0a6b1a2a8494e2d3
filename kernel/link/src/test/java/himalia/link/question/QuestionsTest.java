package himalia.link.question;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.link.LinkMessage;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What one end writes, the other reads. */
class QuestionsTest {
    private static Arguments both(
            Question question, Function<LinkMessage, ? extends Question> read) {
        return Arguments.of(question, read);
    }

    static List<Arguments> all() {
        var stack = List.of(new StackTraceElement("A", "b", null, 3));
        return List.of(
                both(new ClassPathQuestion(), ClassPathQuestion::from),
                both(new EvalQuestion("1 + 1"), EvalQuestion::from),
                both(new ExitQuestion(true), ExitQuestion::from),
                both(new HistoryQuestion(7, true), HistoryQuestion::from),
                both(new JarsQuestion(List.of("a.jar")), JarsQuestion::from),
                both(new JvmQuestion(false, "", List.of(), List.of()), JvmQuestion::from),
                both(
                        new JvmQuestion(true, "java", List.of("-X"), List.of("-Xmx1g")),
                        JvmQuestion::from),
                both(new MagicQuestion("timeit", true), MagicQuestion::from),
                both(new MavenQuestion(3, true, Map.of()), MavenQuestion::from),
                both(new MavenQuestion(3, false, Map.of()), MavenQuestion::from),
                both(
                        new MavenQuestion(0, false, Map.of("coordinates", List.of("a:b:1"))),
                        MavenQuestion::from),
                both(new NextInputQuestion("int a;", true), NextInputQuestion::from),
                both(
                        new NextWorkerQuestion("/tmp", Map.of("A", "b"), List.of("-X")),
                        NextWorkerQuestion::from),
                both(new ReplayQuestion(true, 3), ReplayQuestion::from),
                both(new RequestIdQuestion(), RequestIdQuestion::from),
                both(new RerunQuestion(List.of("2-3")), RerunQuestion::from),
                both(new ResetQuestion(true), ResetQuestion::from),
                both(
                        new RunQuestion(List.of(new RunQuestion.Source("f();", "a file"))),
                        RunQuestion::from),
                both(new StacksQuestion(List.of(stack, List.of())), StacksQuestion::from),
                both(new VariablesQuestion(), VariablesQuestion::from));
    }

    @ParameterizedTest
    @MethodSource("all")
    void aQuestionIsReadAsItWasWritten(Question question, Function<LinkMessage, Question> read) {
        var message = question.message(5);
        assertThat(message.text("request")).isEqualTo(question.name());
        assertThat(read.apply(new LinkMessage(question.name(), message.map("arguments"))))
                .isEqualTo(question);
    }

    @Test
    void ofTheHistoryTwentyInputsAreShownWhereNobodySaysHowMany() {
        assertThat(HistoryQuestion.from(LinkMessage.of(HistoryQuestion.NAME)))
                .isEqualTo(new HistoryQuestion(20, false));
    }
}
