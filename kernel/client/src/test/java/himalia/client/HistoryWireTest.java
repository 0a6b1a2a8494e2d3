package himalia.client;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.protocol.content.HistoryRequest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The cells of the past as front ends ask for them: a first session, and a second one that asks. */
@Timeout(240)
class HistoryWireTest {
    @TempDir static Path folder;
    private static RealKernel kernel;

    @BeforeAll
    static void start() throws Exception {
        var file = folder.resolve("history.jsonl").toString();
        try (var first = RealKernel.start(file)) {
            first.run("int old = 1;");
            first.run("old + 1");
        }
        kernel = RealKernel.start(file);
        kernel.run("int fresh = 2;");
        kernel.run("fresh = 3;\n\n");
        kernel.run("int fresh = 2;");
        kernel.run("\"héllo 😀\"");
        var unkept = ExecuteOptions.DEFAULT.withStoreHistory(false);
        kernel.client().execute("99", unkept, OutputListener.NONE);
        kernel.run("// 100 %\n");
    }

    @AfterAll
    static void end() {
        kernel.close();
    }

    private static List<Object> ask(HistoryRequest request) throws Exception {
        var reply = kernel.client().history(request);
        assertThat(reply.text("status")).isEqualTo("ok");
        return reply.list("history");
    }

    private static HistoryRequest range(long session, long start, Long stop) {
        return new HistoryRequest(false, true, "range", session, start, stop, 100, "", false);
    }

    private static HistoryRequest search(String pattern, long n, boolean unique) {
        return new HistoryRequest(false, true, "search", 0, 0, null, n, pattern, unique);
    }

    private static List<Object> entry(long session, long line, Object input) {
        return List.of(session, line, input);
    }

    @Test
    void theLastCellsWithTheirSessionAndNumber() throws Exception {
        assertThat(ask(HistoryRequest.tail(3, false)))
                .containsExactly(
                        entry(2, 3, "int fresh = 2;"),
                        entry(2, 4, "\"héllo 😀\""),
                        entry(2, 5, "// 100 %"));
        assertThat(ask(HistoryRequest.tail(0, false))).isEmpty();
        assertThat(ask(HistoryRequest.tail(100, false))).hasSize(7);
    }

    @Test
    void aRangeOfThisSessionAndOfTheOneBefore() throws Exception {
        assertThat(ask(range(0, 1, 3L)))
                .containsExactly(entry(2, 1, "int fresh = 2;"), entry(2, 2, "fresh = 3;"));
        assertThat(ask(range(-1, 1, null)))
                .containsExactly(entry(1, 1, "int old = 1;"), entry(1, 2, "old + 1"));
        assertThat(ask(range(1, 2, null))).containsExactly(entry(1, 2, "old + 1"));
        assertThat(ask(range(-7, 0, null))).isEmpty();
    }

    @Test
    void aSearchTakesGlobsAndTellsEachOnceIfAsked() throws Exception {
        assertThat(ask(search("int *", 100, false)))
                .containsExactly(
                        entry(1, 1, "int old = 1;"),
                        entry(2, 1, "int fresh = 2;"),
                        entry(2, 3, "int fresh = 2;"));
        assertThat(ask(search("int *", 100, true)))
                .containsExactly(entry(1, 1, "int old = 1;"), entry(2, 3, "int fresh = 2;"));
        assertThat(ask(search("int *", 1, true))).containsExactly(entry(2, 3, "int fresh = 2;"));
        assertThat(ask(search("old ? [0-9]", 100, false))).containsExactly(entry(1, 2, "old + 1"));
        assertThat(ask(search("nothing*", 100, false))).isEmpty();
    }

    @Test
    void withOutputEachCellIsAPairOfWhatWasTypedAndWhatItGave() throws Exception {
        assertThat(ask(HistoryRequest.tail(3, true)))
                .containsExactly(
                        entry(2, 3, Arrays.asList("int fresh = 2;", null)),
                        entry(2, 4, List.of("\"héllo 😀\"", "héllo 😀")),
                        entry(2, 5, Arrays.asList("// 100 %", null)));
    }
}
