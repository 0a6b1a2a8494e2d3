package himalia.client;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.channels.Channel;
import himalia.kernel.protocol.Message;
import himalia.kernel.protocol.content.HistoryRequest;
import himalia.kernel.protocol.content.InputReply;
import himalia.kernel.protocol.json.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads of execution beside the main one, on the real kernel. */
@Timeout(240)
class SubshellsTest {
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

    private static Fields control(String type, Map<String, Object> content) throws Exception {
        try (var pending = kernel.client().send(Channel.CONTROL, type, content)) {
            return pending.awaitReply(LIMIT).fields();
        }
    }

    private static String create() throws Exception {
        return kernel.subshell();
    }

    private static List<Object> list() throws Exception {
        return control("list_subshell_request", Map.of()).list("subshell_id");
    }

    /** Sends a request of the shell channel, for a subshell. */
    private static Pending send(String subshell, String type, Map<String, Object> content) {
        return kernel.send(subshell, type, content);
    }

    private static Pending run(String subshell, String code) {
        return send(subshell, "execute_request", Map.of("code", code));
    }

    private static void awaited(Pending pending) throws Exception {
        try (pending) {
            assertThat(pending.await(LIMIT).fields().text("status")).isEqualTo("ok");
        }
    }

    private static String value(Answer answer) {
        return String.valueOf(
                answer.published("execute_result")
                        .get(0)
                        .fields()
                        .object("data")
                        .get("text/plain"));
    }

    private static String printed(Answer answer) {
        var text = new StringBuilder();
        answer.published("stream").forEach(each -> text.append(each.fields().text("text")));
        return text.toString();
    }

    private static Pending main(String code) {
        return kernel.client()
                .send(Channel.SHELL, "execute_request", Map.of("code", code, "allow_stdin", true));
    }

    @Test
    void theyAreMadeListedAndEnded() throws Exception {
        assertThat(kernel.client().kernelInfo().get("supported_features"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .contains("kernel subshells");
        var one = create();
        var other = create();
        assertThat(one).isNotEqualTo(other);
        assertThat(list()).contains(one, other);
        assertThat(control("delete_subshell_request", Map.of("subshell_id", one)).text("status"))
                .isEqualTo("ok");
        assertThat(list()).contains(other).doesNotContain(one);
        var again = control("delete_subshell_request", Map.of("subshell_id", one));
        assertThat(again.text("status")).isEqualTo("error");
        assertThat(again.text("evalue")).startsWith("there is no subshell '" + one + "'");
    }

    @Test
    void aSubshellAnswersWhileTheMainCellRunsAndEachOutputGoesToItsParent() throws Exception {
        var subshell = create();
        kernel.run("volatile boolean go = false;\nint shared = 20;");
        try (var slow =
                        main(
                                "System.out.println(\"main begins\");\nwhile (!go) Thread.sleep(5);\n"
                                        + "System.out.println(\"main ends\");\nshared");
                var quick =
                        run(
                                subshell,
                                "System.out.println(\"sub\");\nint fresh = shared + 1;\nfresh")) {
            var answer = quick.await(LIMIT);
            assertThat(value(answer)).isEqualTo("21");
            assertThat(printed(answer)).isEqualTo("sub\n");
            assertThat(answer.reply().parentHeader()).containsEntry("subshell_id", subshell);
            assertThat(answer.published())
                    .allSatisfy(
                            message ->
                                    assertThat(message.parentHeader())
                                            .containsEntry("subshell_id", subshell));

            run(subshell, "shared = 41;\ngo = true;").await(LIMIT);
            var last = slow.await(LIMIT);
            assertThat(printed(last)).isEqualTo("main begins\nmain ends\n");
            assertThat(value(last)).isEqualTo("41");
        }
        assertThat(kernel.run("fresh + shared").text()).isEqualTo("62");
    }

    @Test
    void aSubshellCountsAndRemembersForItself() throws Exception {
        var subshell = create();
        int before = (int) kernel.run("1 + 1").executionCount();
        assertThat(run(subshell, "10").await(LIMIT).fields().number("execution_count", 0))
                .isEqualTo(1);
        assertThat(run(subshell, "11").await(LIMIT).fields().number("execution_count", 0))
                .isEqualTo(2);
        assertThat(kernel.run("$").text()).isEqualTo("2");
        assertThat(kernel.run("3").executionCount()).isEqualTo(before + 2);
        try (var asked =
                send(
                        subshell,
                        "history_request",
                        Map.of(
                                "hist_access_type",
                                "tail",
                                "n",
                                10,
                                "output",
                                false,
                                "raw",
                                true))) {
            assertThat(asked.awaitReply(LIMIT).fields().list("history"))
                    .extracting(entry -> String.valueOf(((List<?>) entry).get(2)))
                    .containsExactly("10", "11");
        }
        assertThat(
                        kernel.client()
                                .history(
                                        new HistoryRequest(
                                                false, true, "tail", 0, 0, null, 50, "", false))
                                .list("history"))
                .extracting(entry -> String.valueOf(((List<?>) entry).get(2)))
                .doesNotContain("11");
    }

    @Test
    void aSubshellThatIsNotThereIsAnError() throws Exception {
        var answer = run("nobody", "1").await(LIMIT);
        assertThat(answer.fields().text("status")).isEqualTo("error");
        assertThat(answer.fields().text("evalue")).startsWith("there is no subshell 'nobody'");
    }

    @Test
    void anInterruptEndsWhatRunsInBoth() throws Exception {
        var subshell = create();
        try (var one = main("System.out.println(1);\nwhile (true);");
                var other =
                        run(subshell, "System.out.println(2);\nwhile (true) Thread.sleep(5);")) {
            RealKernel.awaitPrinted(one);
            RealKernel.awaitPrinted(other);
            kernel.client().interrupt();
            assertThat(one.await(LIMIT).fields().text("status")).isEqualTo("error");
            assertThat(other.await(LIMIT).fields().text("status")).isEqualTo("error");
        }
        assertThat(value(run(subshell, "6 * 7").await(LIMIT))).isEqualTo("42");
        assertThat(kernel.run("6 * 8").text()).isEqualTo("48");
    }

    @Test
    void aFailureInOneDropsWhatWaitsThereAndNothingElse() throws Exception {
        var subshell = create();
        var third = create();
        kernel.run("var fail = new CountDownLatch(1);\nvar end = new CountDownLatch(1);");
        try (var slow = main("end.await();\n\"main\"");
                var next = main("\"next\"");
                var failing = run(subshell, "fail.await(); throw new IllegalStateException();");
                var dropped = run(subshell, "1")) {
            // Messages of one socket are heard in their order: what is to be dropped waits by then.
            awaited(run(third, "fail.countDown();"));
            assertThat(failing.await(LIMIT).fields().text("status")).isEqualTo("error");
            assertThat(dropped.await(LIMIT).fields().text("status")).isEqualTo("aborted");
            awaited(run(third, "end.countDown();"));
            assertThat(value(slow.await(LIMIT))).isEqualTo("main");
            assertThat(value(next.await(LIMIT))).isEqualTo("next");
        }
    }

    @Test
    void aSubshellAsksForInput() throws Exception {
        var subshell = create();
        try (var asking =
                send(
                        subshell,
                        "execute_request",
                        Map.of(
                                "code",
                                "new java.util.Scanner(System.in).nextLine()",
                                "allow_stdin",
                                true))) {
            Message question = null;
            while (question == null) {
                var event = asking.next(LIMIT).orElseThrow();
                question = event instanceof Event.Asked asked ? asked.message() : null;
            }
            assertThat(question.parentHeader()).containsEntry("subshell_id", subshell);
            var reply = new InputReply("typed");
            var message = kernel.client().newMessage(reply.type(), reply.toMap());
            kernel.client()
                    .send(
                            Channel.STDIN,
                            new Message(
                                    List.of(),
                                    message.header(),
                                    question.header(),
                                    Map.of(),
                                    message.content(),
                                    List.of()));
            assertThat(value(asking.await(LIMIT))).isEqualTo("typed");
        }
    }

    @Test
    void cellsOfBothCompileInTurnsForALongTime() throws Exception {
        var subshell = create();
        kernel.run("var seen = new java.util.concurrent.atomic.AtomicInteger();");
        var pending = new java.util.ArrayList<Pending>();
        for (int i = 0; i < 40; i++) {
            pending.add(main("int m" + i + " = " + i + ";\nseen.incrementAndGet();\nm" + i));
            pending.add(
                    run(subshell, "int s" + i + " = " + i + ";\nseen.incrementAndGet();\ns" + i));
        }
        for (int i = 0; i < pending.size(); i++) {
            try (var each = pending.get(i)) {
                assertThat(value(each.await(LIMIT))).isEqualTo(String.valueOf(i / 2));
            }
        }
        assertThat(kernel.run("seen.get() + m7 + s9").text()).isEqualTo("96");
    }

    @Test
    void bothCellsEndWhenTheWorkerIsLostAndOneNewOneServesBoth() throws Exception {
        try (var mortal = RealKernel.start()) {
            var before = kernel;
            kernel = mortal;
            try {
                var subshell = create();
                mortal.run(
                        "int twice(int n) { return 2 * n; }\nvar waits = new CountDownLatch(1);");
                try (var waiting = run(subshell, "waits.countDown();\nThread.sleep(60_000);");
                        var dying =
                                main(
                                        "waits.await(); new ProcessBuilder(\"kill\", \"-9\", \"\" +"
                                                + " ProcessHandle.current().pid()).start().waitFor();"
                                                + " Thread.sleep(5000);")) {
                    assertThat(dying.await(LIMIT).fields().text("ename")).isEqualTo("WorkerLost");
                    assertThat(waiting.await(LIMIT).fields().text("ename")).isEqualTo("WorkerLost");
                }
                assertThat(mortal.run("int kept = 3;\ntwice(4)").text()).isEqualTo("8");
                assertThat(value(run(subshell, "twice(kept)").await(LIMIT))).isEqualTo("6");
            } finally {
                kernel = before;
            }
        }
    }
}
