package himalia.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.apache.flink.streaming.api.functions.source.legacy.SourceFunction;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the tail of a file is read. */
@Timeout(60)
class TailSourceTest {
    @TempDir Path folder;

    record Measured(@Nullable String place, int count, @Nullable String note) {}

    /** Takes lines until there are enough. */
    private static final class Lines implements SourceFunction.SourceContext<String> {
        private final List<String> all = new ArrayList<>();
        private final TailSource source;
        private final int wanted;
        private int blocks;

        Lines(TailSource source, int wanted) {
            this.source = source;
            this.wanted = wanted;
        }

        @Override
        public void collect(String line) {
            all.add(line);
            if (all.size() == wanted) {
                source.cancel();
            }
        }

        @Override
        public void collectWithTimestamp(String line, long time) {
            collect(line);
        }

        @Override
        public void emitWatermark(Watermark mark) {}

        @Override
        public void markAsTemporarilyIdle() {}

        @Override
        public Object getCheckpointLock() {
            blocks++;
            return this;
        }

        @Override
        public void close() {}
    }

    private Lines read(String text, int wanted) throws Exception {
        var file = Files.writeString(folder.resolve("lines.txt"), text);
        var source = new TailSource(file, false);
        var lines = new Lines(source, wanted);
        source.run(lines);
        return lines;
    }

    @Test
    void aCheckpointWaitsForAPartOfALongFileOnly() throws Exception {
        var lines = read("a line of some length\n".repeat(100_000), 100_000);
        assertThat(lines.all).hasSize(100_000).containsOnly("a line of some length");
        assertThat(lines.blocks).isGreaterThan(30);
    }

    @Test
    void aLongLineIsReadWholeAndOneWithoutEndIsRefused() throws Exception {
        var line = "é".repeat(300_000);
        assertThat(read("a\n" + line + "\r\nb\n", 3).all).containsExactly("a", line, "b");
        assertThatThrownBy(() -> read("a\n" + "x".repeat(17_000_000), 2))
                .hasMessage(
                        "%s has a line of more than 16777216 bytes, which begins at byte 2; lines that are followed are each ended by a line feed"
                                .formatted(folder.resolve("lines.txt")));
    }

    @Test
    void valuesThatLackAtTheEndsOfALineOfTabsLackInTheRecord() throws Exception {
        var file = folder.resolve("measured.tsv");
        Files.writeString(file, "place\tcount\tnote\r\n\t3\t\r\nnorth\t4\twet\n");
        assertThat(Streams.collect(Streams.tail(file, Measured.class).stream(), 2))
                .containsExactly(new Measured(null, 3, null), new Measured("north", 4, "wet"));
    }

    record Counted(int count) {}

    @Test
    void linesOfJsonMayBeIndented() throws Exception {
        var file = folder.resolve("counted.jsonl");
        Files.writeString(file, "  {\"count\": 1}\n\t{\"count\": 2} \n");
        assertThat(Streams.collect(Streams.tail(file, Counted.class).stream(), 2))
                .containsExactly(new Counted(1), new Counted(2));
    }

    record Named(String name) {}

    private void replaced(Path file, String text) throws Exception {
        var next = Files.writeString(folder.resolve("next"), text);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"N\nO\n", "N\nO\nP\nQ\n", "Norma\nOle\n", "N\n"})
    void aFileThatTakesThePlaceOfAnotherIsReadFromItsBeginning(String next) throws Exception {
        var file = folder.resolve("a.csv");
        Files.writeString(file, "name\nA\nB\n");
        var seen = new LinkedBlockingQueue<String>();
        var job =
                Streams.start(
                        "tail",
                        Streams.tail(file, Named.class).stream(),
                        event -> seen.add(event.name()));
        try {
            assertThat(List.of(seen.take(), seen.take())).containsExactly("A", "B");
            replaced(file, "name\n" + next);
            var all = new ArrayList<String>();
            for (var line : next.split("\n")) {
                all.add(seen.take());
            }
            assertThat(all).containsExactly(next.split("\n"));
            // One that has the same lines, and more, is the same written anew.
            replaced(file, "name\n" + next + "Z\n");
            assertThat(seen.take()).isEqualTo("Z");
        } finally {
            job.cancel();
        }
    }

    /** Follows a file of names, and closes when all was looked at. */
    private static void followed(Path file, Look look) throws Exception {
        var seen = new LinkedBlockingQueue<String>();
        var job =
                Streams.start(
                        "tail",
                        Streams.tail(file, Named.class).stream(),
                        event -> seen.add(event.name()));
        try {
            look.at(count -> next(seen, count));
        } finally {
            job.cancel();
        }
    }

    interface Look {
        void at(IntFunction<List<String>> seen) throws Exception;
    }

    /** Returns the names that come next; fewer where no more come. */
    private static List<String> next(BlockingQueue<String> seen, int count) {
        var names = new ArrayList<String>();
        try {
            for (int i = 0; i < count; i++) {
                var name = seen.poll(10, TimeUnit.SECONDS);
                if (name == null) {
                    break;
                }
                names.add(name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return names;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "na"})
    void aFileThatTakesThePlaceOfAnotherMayBeWrittenLater(String first) throws Exception {
        var file = Files.writeString(folder.resolve("a.csv"), "name\nA\nB\n");
        followed(
                file,
                seen -> {
                    assertThat(seen.apply(2)).containsExactly("A", "B");
                    replaced(file, first);
                    // It is looked at some times as it is.
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
                    Files.writeString(file, "name\nN\n");
                    assertThat(seen.apply(1)).containsExactly("N");
                });
    }

    @Test
    void anotherFileIsToldFromOneThatGrewLineByLine() throws Exception {
        var file = Files.writeString(folder.resolve("a.csv"), "name\nA\n");
        followed(
                file,
                seen -> {
                    assertThat(seen.apply(1)).containsExactly("A");
                    Files.writeString(file, "B\n", StandardOpenOption.APPEND);
                    assertThat(seen.apply(1)).containsExactly("B");
                    replaced(file, "name\nX\nB\nC\n");
                    assertThat(seen.apply(3)).containsExactly("X", "B", "C");
                });
    }

    @Test
    void aFileThatIsCutAndWrittenAnewIsReadFromItsBeginning() throws Exception {
        var file = Files.writeString(folder.resolve("a.csv"), "name\nA\nB\n");
        followed(
                file,
                seen -> {
                    assertThat(seen.apply(2)).containsExactly("A", "B");
                    Files.writeString(file, "name\nN\n");
                    assertThat(seen.apply(1)).containsExactly("N");
                    Files.writeString(file, "O\n", StandardOpenOption.APPEND);
                    assertThat(seen.apply(1)).containsExactly("O");
                });
    }

    @Test
    void aFileThatTurnsIsReadToItsEndFirst() throws Exception {
        var file = Files.writeString(folder.resolve("a.csv"), "name\nA\n");
        followed(
                file,
                seen -> {
                    assertThat(seen.apply(1)).containsExactly("A");
                    for (int i = 0; i < 5; i++) {
                        Files.writeString(file, "last\n", StandardOpenOption.APPEND);
                        var old = Files.move(file, folder.resolve("a.%d.csv".formatted(i)));
                        Files.writeString(old, "late\n", StandardOpenOption.APPEND);
                        replaced(file, "name\nN%d\n".formatted(i));
                        assertThat(seen.apply(3)).containsExactly("last", "late", "N" + i);
                    }
                });
    }

    @Test
    void aFileThatWasReplacedBeforeItIsResumedIsReadFromItsBeginning() throws Exception {
        var file = folder.resolve("a.csv");
        Files.writeString(file, "name\nA\nB\n");
        var seen = new LinkedBlockingQueue<String>();
        var source = Streams.tail(file, Named.class);
        var job = Streams.start("tail", source.stream(), event -> seen.add(event.name()));
        assertThat(List.of(seen.take(), seen.take())).containsExactly("A", "B");
        var saved = job.stop(folder.resolve("saved"));
        replaced(file, "name\nN\nO\nP\n");
        assertThat(Streams.collect(source.stream(Flink.resume(saved)), 3))
                .extracting(Named::name)
                .containsExactly("N", "O", "P");
    }
}
