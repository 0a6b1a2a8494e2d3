package himalia.client;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.channels.Channel;
import himalia.kernel.protocol.Message;
import himalia.kernel.protocol.content.InputReply;
import himalia.kernel.protocol.json.Fields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Questions to the person in front of the notebook. */
@Timeout(240)
class StdinTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static RealKernel kernel;

    @BeforeAll
    static void start() throws Exception {
        kernel = RealKernel.start();
    }

    @AfterAll
    static void end() {
        kernel.close();
    }

    private static Pending send(KernelClient client, String code) {
        return client.send(
                Channel.SHELL, "execute_request", Map.of("code", code, "allow_stdin", true));
    }

    private static Message question(Pending asking) throws Exception {
        while (true) {
            if (asking.next(LIMIT).orElseThrow() instanceof Event.Asked asked) {
                return asked.message();
            }
        }
    }

    private static void answer(KernelClient client, Message question, String line) {
        var reply = new InputReply(line);
        var message = client.newMessage(reply.type(), reply.toMap());
        client.send(
                Channel.STDIN,
                new Message(
                        List.of(),
                        message.header(),
                        question.header(),
                        Map.of(),
                        message.content(),
                        List.of()));
    }

    private static String value(Answer answer) {
        assertThat(answer.fields().text("status")).isEqualTo("ok");
        return answer.published("execute_result").get(0).fields().fields("data").text("text/plain");
    }

    @Test
    void aQuestionHasItsPromptAndAPasswordIsNotShown() throws Exception {
        var asked = new ArrayList<String>();
        var options =
                ExecuteOptions.DEFAULT.withInput(
                        (prompt, password) -> {
                            asked.add(prompt + password);
                            return "typed " + asked.size();
                        });
        var result =
                kernel.client()
                        .execute(
                                "System.out.print(\"before \");\n"
                                        + "var name = Input.read(\"Name: \");\n"
                                        + "var word = Input.password(\"Password: \");\n"
                                        + "name + \", \" + word + \", \" + new Scanner(System.in).nextLine()",
                                options,
                                OutputListener.NONE);
        assertThat(result.text()).isEqualTo("typed 1, typed 2, typed 3");
        assertThat(asked).containsExactly("Name: false", "Password: true", "false");
        assertThat(result.stdout()).isEqualTo("before ");
    }

    @Test
    void aQuestionGoesToTheClientWhoseCellAsks() throws Exception {
        try (var other = KernelClient.connect(kernel.client().connectionFile());
                var theirs = send(other, "Input.read(\"other? \")")) {
            var question = question(theirs);
            assertThat(question.fields().text("prompt")).isEqualTo("other? ");
            assertThat(question.parentId()).isEqualTo(theirs.id());
            for (var seen = kernel.client().unclaimed(Duration.ofMillis(300));
                    seen.isPresent();
                    seen = kernel.client().unclaimed(Duration.ofMillis(300))) {
                assertThat(seen.get().type()).isNotEqualTo("input_request");
            }
            answer(other, question, "there");
            assertThat(value(theirs.await(LIMIT))).isEqualTo("there");
        }
        try (var ours = send(kernel.client(), "Input.read(\"ours? \")")) {
            answer(kernel.client(), question(ours), "here");
            assertThat(value(ours.await(LIMIT))).isEqualTo("here");
        }
    }

    @Test
    void anInterruptEndsAQuestionAndItsLateAnswerIsForNobody() throws Exception {
        kernel.run("int kept = 5;");
        for (var reading :
                List.of(
                        "Input.read(\"Name: \")",
                        "System.in.read()",
                        "new Scanner(System.in).nextLine()")) {
            Message old;
            try (var asking = send(kernel.client(), reading)) {
                old = question(asking);
                assertThat(kernel.client().interrupt().text("status")).isEqualTo("ok");
                var ended = asking.await(LIMIT);
                assertThat(ended.fields().text("status")).isEqualTo("error");
                assertThat(ended.fields().text("ename")).as(reading).isEqualTo("Interrupted");
            }
            answer(kernel.client(), old, "stale");
            try (var next = send(kernel.client(), "Input.read(\"again: \") + kept")) {
                var question = question(next);
                answer(kernel.client(), old, "stale");
                answer(kernel.client(), question, "fresh");
                assertThat(value(next.await(LIMIT))).isEqualTo("fresh5");
            }
        }
    }

    @Test
    void aScannerReadsOnAfterAnInterrupt() throws Exception {
        for (var arguments : List.of("System.in", "System.in, \"UTF-8\"")) {
            kernel.run("var in = new Scanner(" + arguments + ");");
            readOnAfterAnInterrupt();
        }
    }

    private static void readOnAfterAnInterrupt() throws Exception {
        for (var reading : List.of("in.nextLine()", "in.hasNextInt()", "in.nextInt()")) {
            try (var asking = send(kernel.client(), reading)) {
                question(asking);
                assertThat(kernel.client().interrupt().text("status")).isEqualTo("ok");
                assertThat(asking.await(LIMIT).fields().text("ename")).isEqualTo("Interrupted");
            }
            try (var next = send(kernel.client(), "in.nextInt() + in.nextLine()")) {
                answer(kernel.client(), question(next), "12 apples");
                assertThat(value(next.await(LIMIT))).as(reading).isEqualTo("12 apples");
            }
        }
    }

    @Test
    void aQuestionEndsWithTheProcessThatAskedItAndItsLateAnswerIsForNobody() throws Exception {
        var worker = Long.parseLong(kernel.run("ProcessHandle.current().pid()").text());
        Message old;
        try (var asking = send(kernel.client(), "Input.read(\"Name: \")")) {
            old = question(asking);
            assertThat(ProcessHandle.of(worker).orElseThrow().destroyForcibly()).isTrue();
            assertThat(asking.await(LIMIT).fields().text("status")).isEqualTo("error");
        }
        answer(kernel.client(), old, "stale");
        try (var next = send(kernel.client(), "Input.read(\"again: \")")) {
            var asked = question(next);
            answer(kernel.client(), old, "stale");
            // Some front ends do not say what they answer: then it is the question that is open.
            var nameless =
                    new Message(
                            asked.identities(), Map.of(), Map.of(), Map.of(), Map.of(), List.of());
            answer(kernel.client(), nameless, "fresh");
            assertThat(value(next.await(LIMIT))).isEqualTo("fresh");
        }
    }

    @Test
    void anInterruptWhileNothingRunsIsAnsweredAndDoesNothing() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(kernel.client().interrupt().text("status")).isEqualTo("ok");
        }
        assertThat(kernel.run("Thread.sleep(1);\n\"spared\"").text()).isEqualTo("spared");
    }

    @Test
    void aThreadOfACellMayAskToo() throws Exception {
        try (var asking =
                send(
                        kernel.client(),
                        "var told = new CompletableFuture<String>();\n"
                                + "new Thread(() -> told.complete(Input.read(\"later: \"))).start();\n"
                                + "told.get()")) {
            answer(kernel.client(), question(asking), "from a thread");
            assertThat(new Fields(asking.await(LIMIT).reply().content()).text("status"))
                    .isEqualTo("ok");
        }
        assertThat(kernel.run("told.get()").text()).isEqualTo("from a thread");
    }
}
