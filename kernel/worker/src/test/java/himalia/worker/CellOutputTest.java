package himalia.worker;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.link.LinkMessage;
import himalia.magics.spi.Captured;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Formatter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What cells print arrives whole, once, in its order, and for the cell that printed it. */
@Timeout(120)
class CellOutputTest {
    @TempDir Path folder;
    private KernelEnd kernel;
    private CellOutput output;

    @BeforeEach
    void join() throws Exception {
        kernel = KernelEnd.in(folder);
        output = new CellOutput(kernel.link());
    }

    @AfterEach
    void part() {
        kernel.close();
    }

    private static List<String> told(List<LinkMessage> messages) {
        return messages.stream()
                .map(
                        each ->
                                each.number("cell")
                                        + " "
                                        + each.text("name")
                                        + " "
                                        + each.text("text"))
                .toList();
    }

    @Test
    void theOrderOfTheStreamsIsKeptAndNeighboursAreOneMessage() throws Exception {
        // Held, so that nothing is sent by the clock in between.
        synchronized (output) {
            output.write(1, "stdout", "a");
            output.write(1, "stdout", "b");
            output.write(1, "stderr", "c");
            output.write(1, "stdout", "d");
            output.write(2, "stdout", "e");
            output.send();
        }
        assertThat(told(kernel.all()))
                .containsExactly("1 stdout ab", "1 stderr c", "1 stdout d", "2 stdout e");
    }

    @Test
    void whatIsPrintedArrivesWithoutAnybodySendingIt() throws Exception {
        output.write(1, "stdout", "a");
        assertThat(told(List.of(kernel.next()))).containsExactly("1 stdout a");
        output.write(1, "stdout", "b");
        assertThat(told(List.of(kernel.next()))).containsExactly("1 stdout b");
    }

    @Test
    void muchOfItIsSentBeforeItIsMore() throws Exception {
        synchronized (output) {
            for (int i = 0; i < 100; i++) {
                output.write(1, "stdout", "x".repeat(1_000));
            }
            output.send();
        }
        var all = kernel.all();
        assertThat(all).hasSizeGreaterThan(1);
        assertThat(all.stream().mapToInt(each -> each.text("text").length()).sum())
                .isEqualTo(100_000);
    }

    @Test
    void whatIsSentIsNotSentAgain() throws Exception {
        output.write(1, "stdout", "once");
        output.send();
        output.send();
        assertThat(told(kernel.all())).containsExactly("1 stdout once");
    }

    @Test
    void theCapturingCellsOwnTextIsKeptAndThatOfOthersShown() throws Exception {
        var into = new Captured(Set.of("stderr"));
        CellScope.as(
                7,
                () -> {
                    output.captures().begin(7, into);
                    output.write("stdout", "kept");
                    output.write("stderr", "left out");
                });
        CellScope.as(8, () -> output.write("stdout", "another's"));
        output.captures().end(into);
        CellScope.as(7, () -> output.write("stdout", "after"));
        output.send();
        assertThat(into.stdout()).isEqualTo("kept");
        assertThat(into.stderr()).isEmpty();
        assertThat(told(kernel.all()))
                .containsExactly("7 stderr left out", "8 stdout another's", "7 stdout after");
    }

    @Test
    void theInnermostCaptureTakesAndTheOuterOneGoesOnWhenItEnds() {
        var outer = new Captured(Set.of());
        var inner = new Captured(Set.of());
        var captures = output.captures();
        captures.begin(1, outer);
        assertThat(captures.take(1, "stdout", "a")).isTrue();
        captures.begin(1, inner);
        assertThat(captures.take(1, "stdout", "b")).isTrue();
        captures.end(inner);
        assertThat(captures.take(1, "stdout", "c")).isTrue();
        captures.end(outer);
        assertThat(captures.take(1, "stdout", "d")).isFalse();
        assertThat(outer.stdout()).isEqualTo("ac");
        assertThat(inner.stdout()).isEqualTo("b");
    }

    @Test
    void aCharacterThatIsWrittenByteByByteArrivesWhole() throws Exception {
        var stream = CellStream.open("stdout", output);
        var text = "größer 😀 ≥ 1";
        CellScope.as(
                3,
                () -> {
                    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
                        stream.write(each);
                        // Whatever was whole by then may be on its way.
                        output.send();
                    }
                });
        var heard = new StringBuilder();
        for (var message : kernel.all()) {
            assertThat(message.number("cell")).isEqualTo(3);
            heard.append(message.text("text"));
        }
        assertThat(heard.toString()).isEqualTo(text);
    }

    @Test
    void whoClosesAStreamFlushesItAndItPrintsOn() throws Exception {
        var stream = CellStream.open("stdout", output);
        CellScope.as(
                4,
                () -> {
                    try (var writer = new PrintWriter(stream)) {
                        writer.print("a");
                    }
                    try (var formatter = new Formatter(stream)) {
                        formatter.format("%s", "b");
                    }
                    stream.print("c");
                    stream.close();
                    stream.println("d");
                    stream.println((Object) null);
                });
        output.send();
        assertThat(told(kernel.all())).containsExactly("4 stdout abcd\nnull\n");
        assertThat(stream.checkError()).isFalse();
        assertThat(stream.toString()).startsWith("java.io.PrintStream@");
    }
}
