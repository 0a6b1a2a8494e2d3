package himalia.client;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.channels.Channel;
import himalia.kernel.protocol.json.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What consoles need: whether a cell goes on, pages of help, the way out. */
@Timeout(240)
class HelpTest {
    private static RealKernel kernel;

    @BeforeAll
    static void start() throws Exception {
        kernel = RealKernel.start();
    }

    @AfterAll
    static void end() {
        kernel.close();
    }

    private static String complete(String code) throws Exception {
        var reply = kernel.client().isComplete(code);
        while (reply.text("status").equals("unknown")) {
            // The compiler is busy, or the machine: a front end asks again.
            reply = kernel.client().isComplete(code);
        }
        var indent = reply.text("indent", "none");
        return reply.text("status") + (indent.equals("none") ? "" : "[" + indent + "]");
    }

    private static List<Map<String, Object>> payload(String code) throws Exception {
        return kernel.run(code).reply().payload();
    }

    @Test
    void aCellIsCompleteOrGoesOnOrIsWrong() throws Exception {
        assertThat(complete("1 + 1")).isEqualTo("complete");
        assertThat(complete("")).isEqualTo("complete");
        assertThat(complete("// words")).isEqualTo("complete");
        assertThat(complete("void f() { // {{")).isEqualTo("incomplete[    ]");
        assertThat(complete("if (true) {\n    var s = \"{((\";")).isEqualTo("incomplete[    ]");
        assertThat(complete("int a =")).isEqualTo("incomplete[]");
        assertThat(complete("/* goes on {")).isEqualTo("incomplete[]");
        assertThat(complete("int x = = 5;")).isEqualTo("invalid");
        assertThat(complete("Math.abs?")).isEqualTo("complete");
        assertThat(complete("%nobody")).isEqualTo("invalid");
        assertThat(complete("%%bash\nls {")).isEqualTo("incomplete[]");
        assertThat(complete("%%bash\nls {\n")).isEqualTo("complete");
    }

    /** What a quarter of many took at most, in milliseconds: who else works on the machine lengthens some, not these. */
    private static long quarter(String code) throws Exception {
        var times = new ArrayList<Long>();
        for (int i = 0; i < 21; i++) {
            long start = System.nanoTime();
            complete(code);
            times.add((System.nanoTime() - start) / 1_000_000);
        }
        return times.stream().sorted().skip(5).findFirst().orElseThrow();
    }

    @Test
    void itIsSaidBeforeAPersonNoticesAlsoWhileACellRunsAndInALongSession() throws Exception {
        kernel.run("volatile boolean stop = false;");
        try (var running =
                kernel.client()
                        .send(
                                Channel.SHELL,
                                "execute_request",
                                Map.of("code", "while (!stop) Thread.sleep(5);"))) {
            assertThat(quarter("int a = 1;\nfor (int i = 0; i < 3; i++) {")).isLessThan(500);
            kernel.client().interrupt();
            running.await(RealKernel.LIMIT);
        }
        for (int i = 0; i < 150; i++) {
            kernel.run("int v" + i + " = " + i + ";\nint m" + i + "() { return v" + i + "; }");
        }
        assertThat(quarter("int a = m3() + v149;\nfor (int i = 0; i < 3; i++) {")).isLessThan(500);
    }

    @Test
    void aNameWithAQuestionMarkShowsItsPage() throws Exception {
        kernel.run("/** Doubles its argument. */\nint doubled(int x) { return 2 * x; }");
        var page = payload("doubled?");
        assertThat(page).hasSize(1);
        assertThat(page.get(0)).containsEntry("source", "page").containsEntry("start", 0L);
        assertThat(new Fields(page.get(0)).fields("data").text("text/plain"))
                .isEqualTo("int doubled(int x)\n\nDoubles its argument.");
        var abs = new Fields(payload("?Math.abs").get(0)).fields("data");
        assertThat(abs.text("text/plain")).contains("abs(int a)");

        var unknown = kernel.run("nobody?");
        assertThat(unknown.reply().payload()).isEmpty();
        assertThat(unknown.stderr())
                .isEqualTo(
                        "nothing is known of 'nobody'; a name is written as in code: x, Math.abs, java.util.Map, %who\n");
    }

    @Test
    void aCellAsksTheFrontEndToCloseOrFillsTheNext() throws Exception {
        assertThat(payload("CurrentNotebook.get().ask(\"exit\", Map.of());"))
                .containsExactly(Map.of("source", "ask_exit", "keepkernel", false));
        assertThat(payload("CurrentNotebook.get().ask(\"next input\", Map.of(\"text\", \"1\"));"))
                .containsExactly(Map.of("source", "set_next_input", "text", "1", "replace", false));
        assertThat(payload("1 + 1")).isEmpty();
    }
}
