package himalia.client;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.channels.Channel;
import himalia.kernel.protocol.Message;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Completion and inspection, as they go over the wire. */
@Timeout(240)
class EditingHelpTest {
    private static RealKernel kernel;

    @BeforeAll
    static void start() throws Exception {
        kernel = RealKernel.start();
    }

    @AfterAll
    static void end() {
        kernel.close();
    }

    @Test
    void bothAreAnsweredWhileACellRuns() throws Exception {
        kernel.run("var go = new java.util.concurrent.CountDownLatch(1);\nvar word = \"text\";");
        var cell =
                kernel.client()
                        .newMessage(
                                "execute_request",
                                Map.of(
                                        "code",
                                        "System.out.println(\"runs\");\ngo.await();",
                                        "silent",
                                        false,
                                        "store_history",
                                        true));
        try (var running = kernel.client().send(Channel.SHELL, cell)) {
            RealKernel.awaitPrinted(running);
            // By control, as the shell's own turn comes after the cell.
            assertThat(
                            ask("complete_request", Map.of("code", "word.toUpp", "cursor_pos", 10))
                                    .fields()
                                    .list("matches"))
                    .asString()
                    .contains("toUpperCase");
            assertThat(
                            ask(
                                            "inspect_request",
                                            Map.of(
                                                    "code",
                                                    "word",
                                                    "cursor_pos",
                                                    4,
                                                    "detail_level",
                                                    0))
                                    .fields()
                                    .flag("found", false))
                    .isTrue();
            ask("interrupt_request", Map.of());
            RealKernel.untilIdle(running);
        }
        assertThat(kernel.run("1 + 1").text()).isEqualTo("2");
    }

    private static Message ask(String type, Map<String, Object> content) throws Exception {
        try (var pending = kernel.client().send(Channel.CONTROL, type, content)) {
            return pending.awaitReply(RealKernel.LIMIT);
        }
    }

    @Test
    void aCursorInsideANameReplacesWhatStandsBeforeItOrAllOfIt() throws Exception {
        var reply = kernel.client().complete("\"a\".toUpperCase()", 9);
        assertThat(reply.list("matches")).asString().contains("toUpperCase");
        assertThat(reply.number("cursor_start", -1)).isEqualTo(4);
        assertThat(reply.number("cursor_end", -1)).isBetween(9L, 15L);
    }

    @Test
    void whereNothingFitsTheListIsEmptyAndTheRangeIsTheCursor() throws Exception {
        var code = "noSuchNameAnywhere123";
        var reply = kernel.client().complete(code, code.length());
        assertThat(reply.text("status")).isEqualTo("ok");
        assertThat(reply.list("matches")).isEmpty();
        assertThat(reply.number("cursor_start", -1)).isBetween(0L, (long) code.length());
        assertThat(reply.number("cursor_end", -1)).isEqualTo(code.length());
    }

    @Test
    void whatNobodyKnowsIsNotFound() throws Exception {
        var reply = kernel.client().inspect("noSuchNameAnywhere123", 5, 0);
        assertThat(reply.text("status")).isEqualTo("ok");
        assertThat(reply.flag("found", true)).isFalse();
        assertThat(reply.object("data")).isEmpty();
    }

    @Test
    void theSecondLevelTellsAtLeastAsMuch() throws Exception {
        kernel.run("/** Doubles. */\nint doubled(int x) { return 2 * x; }");
        var brief = kernel.client().inspect("doubled(", 8, 0);
        var full = kernel.client().inspect("doubled(", 8, 1);
        assertThat(brief.flag("found", false)).isTrue();
        assertThat(full.flag("found", false)).isTrue();
        assertThat(brief.fields("data").text("text/plain"))
                .isEqualTo("int doubled(int x)\n\nDoubles.");
        assertThat(full.fields("data").text("text/plain")).contains("return 2 * x;");
    }

    @Test
    void aClassWithoutANameHasNoneInHelp() throws Exception {
        kernel.run("var pair = new Object() { int left = 3; int right() { return 1; } };");
        for (var code : List.of("$", "new ", "int n = ")) {
            assertThat(kernel.client().complete(code, code.length()).list("matches"))
                    .asString()
                    .doesNotContain("anonymous");
        }
        kernel.run("var pairs = List.of(new Object() { int left = 3; });");
        assertThat(inspected("pairs")).startsWith("List<an anonymous class> pairs = ");
        assertThat(inspected("pair")).startsWith("anonymous class pair = ");
        assertThat(inspected("pair.right")).isEqualTo("int right()");
        assertThat(inspected("pair.left")).isEqualTo("left:int");
    }

    private static String inspected(String code) throws Exception {
        var found = kernel.client().inspect(code, code.length(), 0);
        return found.fields("data").text("text/plain").lines().findFirst().orElse("");
    }

    @Test
    void positionsCountCodePoints() throws Exception {
        var code = "var s = \"😀🚀\"; Math.ab";
        int cursor = code.codePointCount(0, code.length());
        var reply = kernel.client().complete(code, cursor);
        assertThat(reply.list("matches")).asString().contains("abs");
        assertThat(reply.number("cursor_start", -1)).isEqualTo(cursor - 2);
        assertThat(reply.number("cursor_end", -1)).isEqualTo(cursor);
        var about = kernel.client().inspect("\"😀\".length() + Math.abs(1)", 22, 0);
        assertThat(about.flag("found", false)).isTrue();
        assertThat(about.fields("data").text("text/plain")).contains("abs");
    }
}
