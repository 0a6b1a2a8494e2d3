package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import himalia.table.Tables;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class PackedTextsTest {
    @TempDir private Path folder;

    private static Table table() {
        return Tables.of(
                List.of(List.of(1, "Zürich", 2.5), Arrays.asList(-2, null, null)), "i", "t", "d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "t.csv.gz",
                "t.csv.zst",
                "t.tsv.gz",
                "t.tsv.zst",
                "t.jsonl.gz",
                "t.jsonl.zst",
                "t.ndjson.zst",
                "t.json.gz",
                "t.json.zst"
            })
    void textsArePackedAsTheirNamesSay(String name) throws IOException {
        var file = folder.resolve(name);
        Storage.write(table(), file);
        var bytes = Files.readAllBytes(file);
        assertThat(Arrays.copyOf(bytes, 2))
                .isEqualTo(
                        name.endsWith("gz")
                                ? new byte[] {0x1f, (byte) 0x8b}
                                : new byte[] {0x28, (byte) 0xb5});
        var back = Storage.read(file);
        // JSON's whole numbers are longs.
        assertThat(Checksums.of(back)).isEqualTo(Checksums.of(table()));
        assertThat(back.name()).isEqualTo("t");
        Storage.convert(file, folder.resolve("copy.parquet")).verify();
        Storage.convert(folder.resolve("copy.parquet"), folder.resolve("copy-" + name)).verify();
    }

    @ParameterizedTest
    @ValueSource(strings = {"old.csv.gz", "old.csv.zst"})
    void otherEncodingsArePackedToo(String name) throws IOException {
        var file = folder.resolve(name);
        try (var out = packed(file)) {
            out.write("t\nÄrger\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        var back = Storage.read(file, CsvOptions.defaults().encoding("ISO-8859-1"));
        assertThat(back.stringColumn("t").get(0)).isEqualTo("Ärger");
    }

    private static OutputStream packed(Path file) throws IOException {
        var out = Files.newOutputStream(file);
        return file.toString().endsWith("gz")
                ? new GZIPOutputStream(out)
                : new ZstdOutputStream(out);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bomb.csv.gz",
                "bomb.csv.zst",
                "bomb.json.zst",
                "bomb.jsonl.gz",
                "bomb.libsvm.zst",
                "bomb.arff.gz"
            })
    void whatIsMadeToFillTheMemoryIsRefused(String name) throws IOException {
        var file = folder.resolve(name);
        try (var out = packed(file)) {
            var zeros = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 100; i++) {
                out.write(zeros);
            }
        }
        assertThatThrownBy(() -> Storage.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageMatching(
                        name + " holds more than [\\d,]+ bytes in [\\d,]+, which no table does.*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "half.csv.gz",
                "half.csv.zst",
                "half.jsonl.gz",
                "half.jsonl.zst",
                "half.svm.zst"
            })
    void halfOfAFileIsNoFile(String name) throws IOException {
        var whole = folder.resolve(name.replace("half", "whole"));
        var numbers = Table.create("t", IntColumn.indexColumn("label", 50_000, 0));
        Storage.write(numbers, whole);
        var bytes = Files.readAllBytes(whole);
        var file = Files.write(folder.resolve(name), Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> Storage.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain.csv.gz", "plain.csv.zst", "plain.jsonl.gz", "plain.jsonl.zst"})
    void whatIsNotPackedIsSaid(String name) throws IOException {
        var file = Files.writeString(folder.resolve(name), "{\"a\": 1}\n{\"a\": 2}\n");
        assertThatThrownBy(() -> Storage.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "%s is not packed, whatever its name says: take the last ending off its name",
                        name);
    }

    @Test
    void rowsAreAppendedToNoPackedFile() {
        var file = folder.resolve("rows.jsonl.zst");
        assertThatThrownBy(() -> RowStore.create(file, RowStoreWriter.Measured.class))
                .hasMessageContaining("'rows.jsonl.zst' is no file that rows are appended to");
        assertThat(file).doesNotExist();
    }

    /** Numbers that can hardly be packed. */
    private static String numbers() {
        var random = new Random(1);
        return "n,x\n"
                + IntStream.range(0, 200_000)
                        .mapToObj(at -> at + "," + random.nextInt() + "\n")
                        .collect(Collectors.joining());
    }

    @Test
    void whatIsToldOfALargeFileNamesIt() throws IOException {
        var file = folder.resolve("large.csv.gz");
        try (var out = packed(file)) {
            out.write((numbers() + "1,\u00c4\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        assertThatThrownBy(() -> Storage.read(file))
                .hasMessage(
                        "large.csv.gz, line 200002 is not written in UTF-8: Storage.read(\"%s\", CsvOptions.defaults().encoding(\"windows-1252\")) reads it in another encoding",
                        FileNames.typed(file));
        try (var out = packed(file)) {
            out.write(numbers().substring(4).getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> Storage.read(file))
                .hasMessageStartingWith("the first line of large.csv.gz looks like values")
                .hasMessageContaining("Storage.read(\"%s\", ", FileNames.typed(file));
        assertThatThrownBy(() -> Storage.read(file, CsvOptions.defaults().encoding("ISO-8859-1")))
                .hasMessageStartingWith("the first line of large.csv.gz looks like values");
    }

    @Test
    void nothingStaysOfWhatThereIsNoRoomFor() throws IOException {
        var file = folder.resolve("room.csv.gz");
        try (var out = packed(file)) {
            out.write(numbers().getBytes(StandardCharsets.UTF_8));
        }
        var place = Files.createDirectory(folder.resolve("place"));
        var to = place.resolve("room.csv");
        var kept =
                FileWork.run(
                        file, Reading.progress(file), job -> Unpacked.of(file, to, 1_000_000, job));
        assertThat(kept).isEmpty();
        assertThat(place).doesNotExist();
    }

    /** A device of Linux that takes no byte. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsNoFaultOfTheFile() throws IOException {
        var file = folder.resolve("full.csv.gz");
        try (var out = packed(file)) {
            out.write(numbers().getBytes(StandardCharsets.UTF_8));
        }
        var place = Files.createDirectory(folder.resolve("place"));
        var to = Files.createSymbolicLink(place.resolve("full.csv"), Path.of("/dev/full"));
        var kept =
                FileWork.run(
                        file,
                        Reading.progress(file),
                        job -> Unpacked.of(file, to, Long.MAX_VALUE, job));
        assertThat(kept).isEmpty();
        assertThat(place).doesNotExist();
    }
}
