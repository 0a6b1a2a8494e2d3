package himalia.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.protocol.content.HistoryReply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The file stays whole, small and readable, whoever writes to it. */
@Timeout(120)
class HistoryFileTest {
    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("history.jsonl");
    }

    private void fill(int count, int length) throws IOException {
        var input = "x".repeat(length);
        try (var out = Files.newBufferedWriter(file)) {
            for (int i = 1; i <= count; i++) {
                out.write("{\"session\":4,\"line\":" + i + ",\"input\":\"" + input + "\"}\n");
            }
        }
    }

    @Test
    void aTornByteCostsItsLineAtMost() throws Exception {
        fill(3, 5);
        Files.write(
                file,
                "{\"session\":6,\"line\":1,\"input\":\"caf\u00e9"
                        .getBytes(StandardCharsets.ISO_8859_1),
                StandardOpenOption.APPEND);
        var history = new HistoryFile(file);
        assertThat(history.read()).hasSize(3);
        assertThat(history.begin(1, "after")).isEqualTo(5);
        assertThat(history.read()).extracting("input").endsWith("xxxxx", "after");
        assertThat(history.read()).hasSize(4);
    }

    @Test
    void twelveThousandCellsAreKeptAndOneMoreLeavesTenThousand() throws Exception {
        fill(12_000, 5);
        var history = new HistoryFile(file);
        assertThat(history.begin(1, "one more")).isEqualTo(5);
        assertThat(history.read()).hasSize(12_001);
        assertThat(new HistoryFile(file).begin(1, "the last")).isEqualTo(6);
        var kept = history.read();
        assertThat(kept).hasSize(10_001);
        assertThat(kept.get(0).line()).isEqualTo(2_002);
        assertThat(kept).extracting("input").endsWith("xxxxx", "one more", "the last");
    }

    @Test
    void aLongSessionShortensToo() throws Exception {
        fill(11_900, 5);
        var history = new HistoryFile(file);
        long session = history.begin(1, "begun");
        for (int i = 2; i <= 1_100; i++) {
            history.append(List.of(new HistoryReply.Entry(session, i, "cell " + i, null)));
        }
        var kept = history.read();
        assertThat(kept).hasSizeBetween(10_000, 12_001);
        assertThat(kept.get(kept.size() - 1).input()).isEqualTo("cell 1100");
    }

    @Test
    void aSessionThatBeginsNeedNotReadWhatIsThere() throws Exception {
        fill(3, 5);
        assertThat(new HistoryFile(file).begin(1, "one")).isEqualTo(5);
        // What cannot be a session any more is not looked at: the file is as long as it was left.
        var text = Files.readString(file);
        Files.writeString(file, text.replace("\"session\":4", "\"session\":9"));
        assertThat(new HistoryFile(file).begin(1, "two")).isEqualTo(6);
    }

    @Test
    void aFileThatSomebodyElseChangedIsReadAnew() throws Exception {
        fill(3, 5);
        assertThat(new HistoryFile(file).begin(1, "one")).isEqualTo(5);
        Files.writeString(
                file,
                "{\"session\":40,\"line\":1,\"input\":\"theirs\"}\n",
                StandardOpenOption.APPEND);
        assertThat(new HistoryFile(file).begin(1, "two")).isEqualTo(41);
        Files.delete(file);
        assertThat(new HistoryFile(file).begin(1, "three")).isEqualTo(1);
        Files.writeString(folder.resolve("history.jsonl.lock"), "no mark");
        assertThat(new HistoryFile(file).begin(1, "four")).isEqualTo(2);
    }

    @Test
    void cellsOfManyBytesAreShortenedByBytes() throws Exception {
        fill(600, 60_000);
        assertThat(Files.size(file)).isGreaterThan(32 << 20);
        var history = new HistoryFile(file);
        history.append(List.of(new HistoryReply.Entry(4, 601, "last", null)));
        assertThat(Files.size(file)).isBetween(15L << 20, 16L << 20);
        var kept = history.read();
        assertThat(kept.get(kept.size() - 1).input()).isEqualTo("last");
        assertThat(kept.get(kept.size() - 2).line()).isEqualTo(600);
    }

    @Test
    void twoProcessesWriteAtOnceAndNothingIsLost() throws Exception {
        var running = new ArrayList<Process>();
        for (var name : new String[] {"left", "right"}) {
            running.add(
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:TieredStopAtLevel=1",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    HistoryWriter.class.getName(),
                                    file.toString(),
                                    name,
                                    "400")
                            .inheritIO()
                            .start());
        }
        for (var each : running) {
            assertThat(each.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(each.exitValue()).isZero();
        }
        var entries = new HistoryFile(file).read();
        assertThat(entries).hasSize(800);
        for (var name : new String[] {"left", "right"}) {
            var own = entries.stream().filter(entry -> entry.input().startsWith(name)).toList();
            assertThat(own).hasSize(400);
            assertThat(own).extracting("session").containsOnly(own.get(0).session());
            assertThat(own.get(399).input()).isEqualTo(name + " é 400");
        }
        assertThat(entries).extracting("session").containsOnly(1L, 2L);
    }

    @Test
    void resultsOfASessionAreRememberedUpToABound() {
        var history = new History(HistoryFile.none());
        for (int i = 1; i <= 6; i++) {
            history.add(i, "cell " + i);
            history.output(i, "y".repeat(1 << 20));
        }
        assertThat(history.all().stream().filter(entry -> entry.output().isPresent()))
                .extracting("line")
                .containsExactly(3L, 4L, 5L, 6L);
        history.output(6, "z".repeat(5 << 20));
        assertThat(history.all().stream().filter(entry -> entry.output().isPresent())).isEmpty();
    }
}
