package himalia.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Values that are none, and files that are not as they should be, are named. */
@Timeout(60)
class StreamSlipsTest {
    private static final Windows MINUTES = Windows.tumbling(Duration.ofMinutes(1));

    @TempDir private Path folder;

    record Sale(String shop, Instant time, @Nullable Double amount) {}

    record Paid(String shop, BigDecimal amount) {}

    record Listed(List<String> names) {}

    record Number(double x) {}

    @Test
    void aNumberThatIsNullIsNamedWithItsEvent() {
        var sales = List.of(new Sale("a", Instant.EPOCH, null));
        var rows =
                MINUTES.over(
                                Streams.replay(sales).timed(Sale::time).stream(),
                                Sale::shop,
                                Sale::amount)
                        .rows();
        assertThatThrownBy(() -> Streams.collect(rows))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("windows sum up a number of Sale[shop=a,")
                .hasMessageContaining("that is null; leave such events out before");
    }

    @Test
    void aTimeThatNoMillisecondsCountIsNamed() {
        var sales = List.of(new Sale("a", Instant.MAX, 1.0));
        var rows =
                MINUTES.over(Streams.replay(sales).timed(Sale::time).stream(), Sale::shop).rows();
        assertThatThrownBy(() -> Streams.collect(rows))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is +1000000000-12-31T23:59:59.999999999Z, and milliseconds");
    }

    @Test
    void windowsOverNothingSayWhatIsMissing() {
        var sales = Streams.replay(List.of(new Sale("a", Instant.EPOCH, 1.0))).stream();
        assertThatThrownBy(() -> MINUTES.over(null, Sale::shop)).hasMessageContaining("events");
        assertThatThrownBy(() -> MINUTES.over(sales, null)).hasMessageContaining("key");
        assertThatThrownBy(() -> MINUTES.over(sales, Sale::shop, null))
                .hasMessageContaining("number");
    }

    @Test
    void aRowThatIsNullIsNoRowOfATable() {
        var type = TypeInformation.of(String.class);
        assertThatThrownBy(() -> StreamTable.of(Arrays.asList("a", null), type))
                .hasMessage(
                        "row 1 of the stream is null, and a table has no such rows; leave them out by stream.filter(Objects::nonNull), or take Streams.collect");
    }

    @Test
    void theMarkOfSomeProgramsBeforeAFileIsNoPartOfIt() throws Exception {
        var csv = Files.writeString(folder.resolve("a.csv"), "\uFEFFshop,amount\na,1.10\n");
        assertThat(Streams.collect(Streams.tail(csv, Paid.class).stream(), 1))
                .containsExactly(new Paid("a", new BigDecimal("1.10")));
        var json =
                Files.writeString(
                        folder.resolve("a.jsonl"), "\uFEFF{\"shop\": \"b\", \"amount\": 2.50}\n");
        assertThat(Streams.collect(Streams.tail(json, Paid.class).stream(), 1))
                .containsExactly(new Paid("b", new BigDecimal("2.50")));
    }

    @Test
    void aFileThatIsNoneOrNotInUtf8IsNamed() throws Exception {
        assertThatThrownBy(() -> Streams.tail(folder, Paid.class))
                .hasMessage(folder + " is a folder, and what is followed is one file; name it");
        var latin = folder.resolve("latin.csv");
        Files.writeString(latin, "größe,amount\na,1\n", StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Streams.tail(latin, Paid.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(latin + " is not written in UTF-8 (");
    }

    @Test
    void valuesThatHaveNoPlaceInARecordAreNamed() throws Exception {
        var lists = Files.writeString(folder.resolve("l.csv"), "names\na\n");
        assertThatThrownBy(() -> Streams.collect(Streams.tail(lists, Listed.class).stream(), 1))
                .hasMessageContaining(
                        "'names' is a, and Listed.names is List; what a line is read into are texts, numbers");
        var large = Files.writeString(folder.resolve("x.jsonl"), "{\"x\": 1e400}\n");
        assertThatThrownBy(() -> Streams.collect(Streams.tail(large, Number.class).stream(), 1))
                .hasMessageContaining("'x' is 1e400, and Number.x is double");
    }

    private Path saved(CountDownLatch seen) throws Exception {
        var sales = Streams.generate(200, i -> new Sale("a", Instant.EPOCH.plusSeconds(i), 1.0));
        var rows = MINUTES.over(sales.timed(Sale::time).stream(), Sale::shop).rows();
        var job = Streams.start("saved", rows, row -> seen.countDown());
        seen.await();
        return job.stop(folder.resolve("saved"));
    }

    @Test
    void aSavepointThatIsDamagedOrOfOtherKeysIsToldSo() throws Exception {
        var saved = saved(new CountDownLatch(1));
        var sales = Streams.generate(200, i -> new Sale("a", Instant.EPOCH.plusSeconds(i), 1.0));
        var other =
                MINUTES.over(
                                sales.timed(Sale::time).stream(Flink.resume(saved)),
                                sale -> sale.time().getEpochSecond())
                        .rows();
        assertThatThrownBy(() -> Streams.collect(other, 1))
                .hasMessageContaining("the savepoint is of a job whose keys are of another type");
        var whole = saved.resolve("_metadata");
        var bytes = Files.readAllBytes(whole);
        Files.write(whole, Arrays.copyOf(bytes, bytes.length / 2));
        var same =
                MINUTES.over(sales.timed(Sale::time).stream(Flink.resume(saved)), Sale::shop)
                        .rows();
        assertThatThrownBy(() -> Streams.collect(same, 1))
                .hasMessageStartingWith("the savepoint cannot be read (");
    }
}
