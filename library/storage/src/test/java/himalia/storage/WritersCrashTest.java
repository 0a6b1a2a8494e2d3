package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

/** Whoever is killed while writing a file leaves the old one whole, or the new one. */
@Tag("once")
class WritersCrashTest {
    private static final int KILLS = 2;

    @TempDir private Path folder;

    private Process writer(Path... arguments) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xshare:auto",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                FileRewriter.class.getName()));
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        return new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "t.csv",
                "t.csv.zst",
                "t.jsonl",
                "t.jsonl.gz",
                "t.json",
                "t.avro",
                "t.parquet",
                "t.arrow",
                "t.xlsx",
                "t.npy",
                "t.libsvm",
                "t.arff"
            })
    void aFileIsWholeWheneverItsWriterIsKilled(String name) throws Exception {
        var data = Files.createDirectories(folder.resolve("data"));
        var file = data.resolve(name);
        var source = folder.resolve("source.parquet");
        Storage.write(FileRewriter.table(0), source);
        Storage.write(FileRewriter.table(0), file);
        var random = new Random(name.hashCode());
        for (int kill = 0; kill < KILLS; kill++) {
            var writer =
                    kill % 2 == 0 ? writer(file, source) : writer(file, source, Path.of("convert"));
            try (var said = writer.inputReader()) {
                said.readLine();
                // The moment is to be any: whatever is written then is cut off.
                Thread.sleep(random.nextInt(300));
            } finally {
                writer.destroyForcibly().waitFor();
            }
            whole(Storage.read(file));
            // A draft that is left behind is none of a folder's files.
            var all = Storage.read(data);
            assertThat(all.rowCount()).isEqualTo(FileRewriter.ROWS);
        }
    }

    private static void whole(Table table) {
        assertThat(table.rowCount()).isEqualTo(FileRewriter.ROWS);
        var labels = table.numberColumn("label");
        var x = table.numberColumn("x");
        assertThat(
                        IntStream.range(0, FileRewriter.ROWS)
                                .allMatch(
                                        row ->
                                                labels.getDouble(row) == labels.getDouble(0)
                                                        && x.getDouble(row) == row))
                .isTrue();
    }
}
