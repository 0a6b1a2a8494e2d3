package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a store whose writer was stopped. */
class RowStoreCrashTest {
    @TempDir private Path folder;

    private Process writer(Path file) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        List.of(
                                java,
                                "-cp",
                                System.getProperty("java.class.path"),
                                RowStoreWriter.class.getName(),
                                file.toString()))
                .redirectError(Redirect.INHERIT)
                .start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"killed.avro", "killed.jsonl"})
    void aWriterThatIsKilledLosesNoRowThatWasFlushed(String name) throws Exception {
        var file = folder.resolve(name);
        long flushed = 0;
        var writer = writer(file);
        try (var said = writer.inputReader()) {
            while (flushed < 20_000) {
                flushed = Long.parseLong(said.readLine());
            }
            assertThatThrownBy(() -> RowStore.open(file))
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            "%s is being written by another process; a second writer would destroy its rows. Close the store there, or read the file with Storage.read",
                            name);
        } finally {
            // SIGKILL: nothing of the process runs any more.
            writer.destroyForcibly().waitFor();
        }

        try (var store = RowStore.open(file)) {
            assertThat(store.size()).isGreaterThanOrEqualTo(flushed);
            store.append(Map.of("number", store.size(), "text", "after"));
        }
        var numbers = Storage.read(file).longColumn("number");
        for (int row = 0; row < numbers.size(); row++) {
            assertThat(numbers.getLong(row)).isEqualTo(row);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut.avro", "cut.jsonl"})
    void whereverAWriteWasBrokenOffTheRowsBeforeItAreThere(String name) throws IOException {
        var file = folder.resolve(name);
        long whole;
        try (var store = RowStore.create(file, RowStoreWriter.Measured.class)) {
            store.append(new RowStoreWriter.Measured(0, "first")).flush();
            whole = Files.size(file);
            store.append(new RowStoreWriter.Measured(1, "last, ü"));
        }
        var bytes = Files.readAllBytes(file);
        for (int length = (int) whole; length < bytes.length; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            // Only the line break is missing there, and the row is whole.
            boolean isWhole = name.endsWith("jsonl") && length == bytes.length - 1;
            try (var store = RowStore.open(file)) {
                assertThat(store.size()).isEqualTo(isWhole ? 2 : 1);
                assertThat(store.recovered()).isEqualTo(isWhole ? 0 : length - whole);
                assertThat(store.row(0)).containsEntry("text", "first");
                store.append(new RowStoreWriter.Measured(2, "next"));
            }
            assertThat(Storage.read(file).stringColumn("text").asList())
                    .startsWith("first")
                    .endsWith("next")
                    .hasSize(isWhole ? 3 : 2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zeros.avro", "zeros.jsonl"})
    void whatAMachineThatLostItsPowerLeavesIsCutOff(String name) throws IOException {
        var file = folder.resolve(name);
        try (var store = RowStore.create(file, RowStoreWriter.Measured.class)) {
            store.append(new RowStoreWriter.Measured(0, "first"));
        }
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length + 4_096));
        try (var store = RowStore.open(file)) {
            assertThat(store.recovered()).isEqualTo(4_096);
            assertThat(store.toString())
                    .endsWith(
                            "\nits last writer was stopped: 4,096 bytes of a block that was not whole are cut off");
            assertThat(store.size()).isEqualTo(1);
        }
        assertThat(file).hasBinaryContent(bytes);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void damageInTheMiddleIsNoBrokenEnd(boolean isOfLength) throws IOException {
        var file = folder.resolve("damaged.avro");
        int begin;
        try (var store = RowStore.create(file, RowStoreWriter.Measured.class)) {
            begin = (int) Files.size(file);
            for (int i = 0; i < 3; i++) {
                store.append(new RowStoreWriter.Measured(i, "text " + i)).flush();
            }
        }
        var bytes = Files.readAllBytes(file);
        int endOfFirst = begin + (bytes.length - begin) / 3;
        bytes[isOfLength ? begin + 1 : endOfFirst - 1] ^= 0x55;
        Files.write(file, bytes);

        assertThatThrownBy(() -> RowStore.open(file))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "damaged.avro is damaged at byte %d of %d, behind 0 whole rows, and more rows follow, which no writer that was stopped leaves. Nothing was changed; a copy of its first %1$d bytes can be opened"
                                .formatted(begin, bytes.length));
        assertThat(file).hasBinaryContent(bytes);
    }
}
