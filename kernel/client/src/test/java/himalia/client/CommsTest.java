package himalia.client;

import static himalia.client.RealKernel.of;
import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.channels.Channel;
import himalia.kernel.protocol.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Comms both ways, on the real kernel. */
@Timeout(240)
class CommsTest {
    private static final String IMPORT = "import himalia.display.bundle.comm.*;\n";
    private static RealKernel kernel;

    @BeforeAll
    static void start() throws Exception {
        kernel = RealKernel.start();
    }

    @AfterAll
    static void end() {
        kernel.close();
    }

    private static List<Message> open(String id, String target) throws Exception {
        return kernel.tell(
                "comm_open", Map.of("comm_id", id, "target_name", target, "data", Map.of()));
    }

    private static List<Message> say(String id, Map<String, Object> data, byte[]... buffers)
            throws Exception {
        return kernel.tell("comm_msg", Map.of("comm_id", id, "data", data), buffers);
    }

    private static Map<String, Object> openComms(String target) throws Exception {
        return kernel.client().commInfo(target).object("comms");
    }

    @Test
    void aTargetTakesCommsAndAnswersWithBuffers() throws Exception {
        kernel.run(
                IMPORT
                        + "Comm.register(\"echo\", (comm, first) -> comm.onMessage(m -> comm.send(m.data(),"
                        + " Map.of(\"seen\", true), m.buffers())));");
        assertThat(of("comm_close", open("e1", "echo"))).isEmpty();
        assertThat(openComms("echo")).containsOnlyKeys("e1");
        assertThat(openComms("")).containsEntry("e1", Map.of("target_name", "echo"));

        var data = new java.util.LinkedHashMap<String, Object>();
        data.put("n", 3L);
        data.put("x", 1.5);
        data.put("none", null);
        data.put("list", List.of("a", true));
        var bytes = new byte[] {0, 1, -1, 13, 10};
        var answers = of("comm_msg", say("e1", data, bytes, new byte[0]));

        assertThat(answers).hasSize(1);
        var answer = answers.get(0);
        assertThat(answer.fields().text("comm_id")).isEqualTo("e1");
        assertThat(answer.fields().object("data")).isEqualTo(data);
        assertThat(answer.metadata()).containsEntry("seen", true);
        assertThat(answer.buffers()).hasSize(2);
        assertThat(answer.buffers().get(0)).isEqualTo(bytes);
        assertThat(answer.buffers().get(1)).isEmpty();

        kernel.tell("comm_close", Map.of("comm_id", "e1", "data", Map.of()));
        assertThat(openComms("echo")).isEmpty();
        assertThat(of("comm_msg", say("e1", Map.of("late", 1L)))).isEmpty();
    }

    @Test
    void aTargetThatNobodyRegisteredIsClosedAtOnce() throws Exception {
        var closed = of("comm_close", open("u1", "nobody"));
        assertThat(closed).hasSize(1);
        assertThat(closed.get(0).fields().text("comm_id")).isEqualTo("u1");
        assertThat(openComms("")).doesNotContainKey("u1");
    }

    @Test
    void aCellOpensSpeaksAndCloses() throws Exception {
        var opened =
                kernel.run(
                        IMPORT
                                + "var mine = Comm.open(\"page\", new CommMessage(Map.of(\"a\", 1), Map.of(\"version\","
                                + " \"2\"), List.of(new byte[] {7})));\n"
                                + "mine.onMessage(m -> System.out.println(\"heard \" + m.data().get(\"b\")));\n"
                                + "mine.onClose(m -> System.out.println(\"bye\"));");
        var open = opened.published("comm_open").get(0);
        var id = open.fields().text("comm_id");
        assertThat(open.fields().text("target_name")).isEqualTo("page");
        assertThat(open.fields().object("data")).containsEntry("a", 1L);
        assertThat(open.metadata()).containsEntry("version", "2");
        assertThat(open.buffers().get(0)).containsExactly(7);
        assertThat(openComms("page")).containsOnlyKeys(id);

        var heard = of("stream", say(id, Map.of("b", "you")));
        assertThat(heard).hasSize(1);
        assertThat(heard.get(0).fields().text("text")).isEqualTo("heard you\n");

        var spoken = kernel.run("System.out.println(\"first\");\nmine.send(Map.of(\"c\", 2));");
        assertThat(spoken.published())
                .extracting(Message::type)
                .containsSubsequence("stream", "comm_msg");

        var bye = kernel.tell("comm_close", Map.of("comm_id", id, "data", Map.of()));
        assertThat(of("stream", bye).get(0).fields().text("text")).isEqualTo("bye\n");
        assertThat(kernel.client().execute("mine.send(Map.of());").failure().orElseThrow().evalue())
                .contains("the comm to 'page' is closed");
    }

    @Test
    void handlersRunWhileACellRunsAndPrintForTheirOwnMessage() throws Exception {
        kernel.run(
                IMPORT
                        + "volatile int seen = 0;\nComm.register(\"count\", (comm, first) -> comm.onMessage(m -> {"
                        + " seen++; System.out.println(\"handled \" + seen); comm.send(Map.of(\"seen\", seen)); }));");
        open("c1", "count");
        try (var cell =
                kernel.client()
                        .send(
                                Channel.SHELL,
                                "execute_request",
                                Map.of("code", "while (seen < 2) Thread.sleep(5);\nseen"))) {
            var first = say("c1", Map.of());
            assertThat(of("stream", first).get(0).fields().text("text")).isEqualTo("handled 1\n");
            assertThat(of("comm_msg", first)).hasSize(1);
            say("c1", Map.of());
            var answer = cell.await(RealKernel.LIMIT);
            assertThat(answer.published("stream")).isEmpty();
            assertThat(answer.published("execute_result").get(0).fields().object("data"))
                    .containsEntry("text/plain", "2");
        }
    }

    @Test
    void aHandlerThatFailsSaysSoAndTheNextOneRuns() throws Exception {
        kernel.run(
                IMPORT
                        + "Comm.register(\"fragile\", (comm, first) -> comm.onMessage(m -> { if"
                        + " (m.data().containsKey(\"bad\")) throw new IllegalStateException(\"no\");"
                        + " comm.send(Map.of(\"fine\", 1)); }));");
        open("f1", "fragile");
        var failed = of("stream", say("f1", Map.of("bad", 1L)));
        assertThat(failed.get(0).fields().text("name")).isEqualTo("stderr");
        assertThat(failed.get(0).fields().text("text"))
                .startsWith("A callback failed: java.lang.IllegalStateException: no\n  cell ")
                .contains(", line 2")
                .contains("→ ")
                .doesNotContain("himalia.", "REPL.");
        assertThat(of("comm_msg", say("f1", Map.of()))).hasSize(1);
    }

    @Test
    void anInterruptEndsAnEndlessHandlerAndNotItsThread() throws Exception {
        kernel.run(
                IMPORT
                        + "Comm.register(\"endless\", (comm, first) -> comm.onMessage(m -> {"
                        + " if (m.data().containsKey(\"spin\")) System.out.println(\"spins\"); while"
                        + " (m.data().containsKey(\"spin\")); comm.send(Map.of(\"done\", 1)); }));");
        open("s1", "endless");
        var message =
                kernel.client()
                        .newMessage(
                                "comm_msg", Map.of("comm_id", "s1", "data", Map.of("spin", true)));
        try (var pending = kernel.client().send(Channel.SHELL, message)) {
            RealKernel.awaitPrinted(pending);
            kernel.client().interrupt();
            var published = RealKernel.untilIdle(pending);
            assertThat(of("stream", published).get(0).fields().text("text"))
                    .isEqualTo("The callback was interrupted.\n");
        }
        assertThat(of("comm_msg", say("s1", Map.of()))).hasSize(1);
    }

    @Test
    void anInterruptOfACellLeavesCommsAlive() throws Exception {
        kernel.run(
                IMPORT
                        + "Comm.register(\"alive\", (comm, first) -> comm.onMessage(m -> comm.send(m)));");
        open("a1", "alive");
        try (var cell =
                kernel.client()
                        .send(
                                Channel.SHELL,
                                "execute_request",
                                Map.of("code", "System.out.println(1);\nwhile (true);"))) {
            RealKernel.awaitPrinted(cell);
            assertThat(of("comm_msg", say("a1", Map.of()))).hasSize(1);
            kernel.client().interrupt();
            assertThat(cell.await(RealKernel.LIMIT).fields().text("status")).isEqualTo("error");
        }
        assertThat(of("comm_msg", say("a1", Map.of()))).hasSize(1);
    }

    @Test
    void aLostWorkerClosesItsComms() throws Exception {
        try (var mortal = RealKernel.start()) {
            var id =
                    mortal.run(IMPORT + "var lost = Comm.open(\"page\");")
                            .published("comm_open")
                            .get(0)
                            .fields()
                            .text("comm_id");
            mortal.client().execute("ProcessHandle.current().pid()");
            var dead =
                    mortal.client()
                            .execute(
                                    "new ProcessBuilder(\"kill\", \"-9\", \"\" +"
                                            + " ProcessHandle.current().pid()).start().waitFor();"
                                            + " Thread.sleep(5000);");
            assertThat(dead.ok()).isFalse();
            var closed = mortal.client().unclaimed(Duration.ofSeconds(10)).orElseThrow();
            while (!closed.type().equals("comm_close")) {
                closed = mortal.client().unclaimed(Duration.ofSeconds(10)).orElseThrow();
            }
            assertThat(closed.fields().text("comm_id")).isEqualTo(id);
            assertThat(mortal.client().commInfo("").object("comms")).isEmpty();
        }
    }
}
