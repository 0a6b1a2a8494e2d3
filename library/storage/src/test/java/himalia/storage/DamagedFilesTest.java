package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Files that lost a bit or their end. */
class DamagedFilesTest {
    @TempDir private Path folder;

    private static Table table() {
        return Table.create(
                DoubleColumn.create("x", IntStream.range(0, 40).asDoubleStream().toArray()),
                StringColumn.create(
                        "w", IntStream.range(0, 40).mapToObj(i -> "word " + i).toList()));
    }

    /** Where the check is missing, this test ends its whole process. */
    @ParameterizedTest
    @ValueSource(strings = {"t.arrow", "t.avro"})
    void aFileWithAFalseBitIsReadOrRefusedByItsName(String name) throws IOException {
        var file = folder.resolve(name);
        Storage.write(table(), file);
        var whole = Files.readAllBytes(file);
        int refused = 0;
        for (int at = 0; at < whole.length; at += 7) {
            var bytes = whole.clone();
            bytes[at] ^= (byte) (1 << at % 8);
            Files.write(file, bytes);
            try {
                Storage.read(file);
                Storage.convert(file, folder.resolve("t.parquet"));
            } catch (IOException e) {
                assertThat(e)
                        .as("byte %d", at)
                        .hasMessageStartingWith(name)
                        .hasMessageNotContaining("index (");
                if (name.endsWith(".arrow") && e.getCause() instanceof IndexOutOfBoundsException) {
                    assertThat(e).as("byte %d", at).hasMessageContaining(" is damaged, ");
                }
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void anArchiveThatIsNoneIsNamed() throws IOException {
        var file = Files.writeString(folder.resolve("t.csv.gz"), "a,b\n1,2\n");
        assertThatThrownBy(() -> Storage.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("t.csv.gz is not packed, whatever its name says");
        var empty = Files.writeString(folder.resolve("e.csv.gz"), "");
        assertThatThrownBy(() -> Storage.read(empty))
                .hasMessage("e.csv.gz: ends in the middle of its data");
        var none = Files.writeString(folder.resolve("e.csv"), "");
        assertThatThrownBy(() -> Storage.read(none))
                .hasMessage("e.csv is empty; its first line must name the columns");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 17, 40})
    void anAvroFileThatLostItsEndIsRefusedWithTheByte(int lost) throws IOException {
        var file = folder.resolve("t.avro");
        Storage.write(table(), file);
        var whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - lost));
        var said =
                "t.avro breaks off: its block at byte \\d+ of %d is not whole; copy or download it again, .*"
                        .formatted(whole.length - lost);
        assertThatThrownBy(() -> Storage.read(file)).hasMessageMatching(said);
        assertThatThrownBy(() -> Checksums.of(file)).hasMessageMatching(said);
        assertThatThrownBy(() -> Storage.convert(file, folder.resolve("t.csv")))
                .hasMessageMatching(said);
        assertThatThrownBy(() -> Storage.convert(file, folder.resolve("t.parquet")))
                .hasMessageMatching(said);
        assertThat(folder.resolve("t.csv")).doesNotExist();
    }

    @Test
    void aLargePackedFileIsUnpackedAndOneThatBreaksOffIsNamed() throws IOException {
        var text = new StringBuilder("n,x\n");
        var random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            text.append(i).append(',').append(random.nextInt()).append('\n');
        }
        var file = folder.resolve("t.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Files.size(file)).isGreaterThan(1_000_000);
        var table = Storage.read(file);
        assertThat(table.rowCount()).isEqualTo(200_000);
        assertThat(table.name()).isEqualTo("t");
        Storage.convert(file, folder.resolve("t.parquet")).verify();
        var whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 100));
        assertThatThrownBy(() -> Storage.read(file))
                .hasMessage("t.csv.gz: ends in the middle of its data");
    }

    @Test
    void halfAFileAndWhatIsNoFileAreNamed() throws IOException {
        for (var name : new String[] {"t.parquet", "t.arrow"}) {
            var file = folder.resolve(name);
            Storage.write(table(), file);
            Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 200));
            assertThatThrownBy(() -> Storage.read(file))
                    .hasMessageMatching(
                            name
                                    + " breaks off: an? (Parquet|Arrow) file ends with (PAR1|ARROW1); copy or download it again");
            Files.write(file, new byte[0]);
            assertThatThrownBy(() -> Storage.read(file))
                    .hasMessage(name + " is empty, and no file of a table");
        }
        var target = folder.resolve("t.csv");
        assertThatThrownBy(
                        () ->
                                Storage.convert(
                                        Files.createDirectory(folder.resolve("a.csv")), target))
                .hasMessageMatching("folder '.*a.csv' holds no file of a table; (?s).*");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPatternIsNoFile() {
        assertThatThrownBy(() -> Storage.read(folder.resolve("*.csv")))
                .isInstanceOf(IOException.class)
                .hasMessage("no file matches '%s/*.csv'; looked in %1$s".formatted(folder));
        assertThatThrownBy(() -> Storage.convert(folder.resolve("*.csv"), folder.resolve("a.avro")))
                .hasMessage("no file matches '%s/*.csv'; looked in %1$s".formatted(folder));
    }
}
