package himalia.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.display.bundle.comm.CommMessage;
import himalia.link.LinkMessage;
import himalia.link.Messages;
import himalia.link.question.Question;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the worker asks of the kernel and tells it, and what becomes of that where the kernel does not answer. */
@Timeout(120)
class KernelQuestionsTest {
    private static final long LONG = 60_000;

    @TempDir Path folder;

    /** A question of that name, about nothing. */
    private record Named(String name) implements Question {
        @Override
        public Map<String, Object> arguments() {
            return Map.of();
        }
    }

    @Test
    void anAnswerIsGivenAndARefusalIsNone() throws Exception {
        try (var kernel =
                KernelEnd.answering(
                        folder,
                        (asked, reply) -> {
                            if (asked.text("request").equals("known")) {
                                reply.send(new LinkMessage("answer", Map.of("value", 42L)));
                            } else {
                                reply.refuse("what?");
                            }
                        })) {
            var questions = new KernelQuestions(kernel.link());
            assertThat(questions.ask(new Named("known"), LONG)).contains(42L);
            assertThat(questions.ask(new Named("unknown"), LONG)).isEmpty();
        }
    }

    @Test
    void whereNoAnswerComesWhoAskedGoesOn() throws Exception {
        try (var kernel = KernelEnd.in(folder)) {
            assertThat(new KernelQuestions(kernel.link()).ask(new Named("mute"), 1)).isEmpty();
        }
    }

    @Test
    void aKernelThatIsGoneIsNoAnswer() throws Exception {
        var kernel = KernelEnd.in(folder);
        kernel.close();
        assertThat(new KernelQuestions(kernel.link()).ask(new Named("anything"), LONG)).isEmpty();
    }

    @Test
    void whoWasInterruptedBeforeIsAnsweredAndStaysInterrupted() throws Exception {
        try (var kernel =
                KernelEnd.answering(
                        folder,
                        (asked, reply) ->
                                reply.send(new LinkMessage("answer", Map.of("value", "here"))))) {
            Thread.currentThread().interrupt();
            var answer = new KernelQuestions(kernel.link()).ask(new Named("x"), LONG);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(answer).contains("here");
        }
    }

    @Test
    void linesThatAreTypedAreReadAsFromAnyStream() throws Exception {
        var lines = List.of("first", "größer 😀", "3 4", "unread", "last");
        var next = new AtomicInteger();
        try (var kernel =
                KernelEnd.answering(
                        folder,
                        (asked, reply) ->
                                reply.send(
                                        new LinkMessage(
                                                "answer",
                                                Map.of(
                                                        "value",
                                                        lines.get(next.getAndIncrement())))))) {
            var input = new CellInput(kernel.link(), new CellOutput(kernel.link()));
            assertThat(input.available()).isZero();
            assertThat((char) input.read()).isEqualTo('f');
            assertThat(input.available()).isEqualTo("irst\n".length());
            var reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
            assertThat(reader.readLine()).isEqualTo("irst");
            assertThat(reader.readLine()).isEqualTo("größer 😀");
            var scanner = new Scanner(input, StandardCharsets.UTF_8);
            assertThat(scanner.nextInt() + scanner.nextInt()).isEqualTo(7);
            assertThat((char) input.read()).isEqualTo('u');
            input.forget();
            assertThat((char) input.read()).isEqualTo('l');
            assertThat(next).hasValue(5);
        }
    }

    @Test
    void whereNobodyCanBeAskedForInputTheReaderIsToldSo() throws Exception {
        try (var kernel =
                KernelEnd.answering(folder, (asked, reply) -> reply.refuse("nobody is there"))) {
            var input = new CellInput(kernel.link(), new CellOutput(kernel.link()));
            assertThatThrownBy(() -> new Scanner(input, StandardCharsets.UTF_8).nextLine())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("nobody is there");
        }
    }

    @Test
    void aMessageOfACommComesAfterWhatWasPrintedBeforeItAndWithAllItsParts() throws Exception {
        try (var kernel = KernelEnd.in(folder)) {
            var output = new CellOutput(kernel.link());
            var comms = new NotebookComms(kernel.link(), output);
            CellScope.as(
                    5,
                    () -> {
                        output.write("stdout", "before");
                        comms.open(
                                "c1",
                                "page",
                                new CommMessage(
                                        Map.of("a", 1L),
                                        Map.of("m", true),
                                        List.of(new byte[] {1, 2})));
                        output.write("stdout", "between");
                        comms.close("c1", new CommMessage(Map.of(), Map.of(), List.of()));
                    });
            assertThat(kernel.next().text("text")).isEqualTo("before");
            var opened = kernel.next();
            assertThat(opened.name()).isEqualTo(Messages.COMM);
            assertThat(opened.number("cell")).isEqualTo(5);
            assertThat(opened.text("kind")).isEqualTo("open");
            assertThat(opened.text("id")).isEqualTo("c1");
            assertThat(opened.text("target")).isEqualTo("page");
            assertThat(opened.map("data")).isEqualTo(Map.of("a", 1L));
            assertThat(opened.map("metadata")).isEqualTo(Map.of("m", true));
            assertThat((byte[]) opened.list("buffers").get(0)).containsExactly(1, 2);
            assertThat(kernel.next().text("text")).isEqualTo("between");
            assertThat(kernel.next().text("kind")).isEqualTo("close");
        }
    }
}
