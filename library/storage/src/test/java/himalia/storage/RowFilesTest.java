package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** What is in a file is not lost, whatever is done with it. */
class RowFilesTest {
    private static final Table LIKE = Table.create("t", IntColumn.create("id"));

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\n{\"a\": 1},\n{\"a\": 2}\n]",
                "[{\"a\": 1},\n{\"a\": 2}]",
                "{\n  \"a\": 1\n}\n{\n  \"a\": 2",
                "{\"a\": 1}\n{\"a\": oops}\n{\"a\": 3",
                "{\"a\": 1} {\"a\": 2}\n{\"a\": 3",
                "a,b\n1,2\n3"
            })
    void aFileThatIsNoStoreIsLeftAsItIs(String text) throws IOException {
        var file = Files.writeString(folder.resolve("a.jsonl"), text);
        assertThatThrownBy(() -> RowStore.open(file)).isInstanceOf(IOException.class);
        assertThat(file).hasContent(text);
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @Test
    void theFirstLineThatIsNoRowIsNamed() throws IOException {
        var file = Files.writeString(folder.resolve("a.jsonl"), "{\"a\": 1}\n\n[1,\n2]\n");
        assertThatThrownBy(() -> RowStore.open(file))
                .hasMessage(
                        "line 3 of a.jsonl is no object of JSON, and a RowStore has each row on a line of its own; Storage.convert writes it so");
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.avro", "t.jsonl"})
    void aStoreThatIsOpenIsNotMadeOnceMore(String name) throws IOException {
        var file = folder.resolve(name);
        try (var store = RowStore.create(file, LIKE)) {
            assertThatThrownBy(() -> RowStore.create(file, LIKE)).isInstanceOf(IOException.class);
            store.append(Map.of("id", 1));
        }
        assertThat(Storage.read(file).rowCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.avro", "t.jsonl"})
    void anEmptyFileStaysTheOneThatOthersHaveOpen(String name) throws IOException {
        var file = Files.createFile(folder.resolve(name));
        var key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        try (var store = RowStore.create(file, LIKE)) {
            store.append(Map.of("id", 1));
        }
        assertThat(Files.readAttributes(file, BasicFileAttributes.class).fileKey()).isEqualTo(key);
        assertThat(Storage.read(file).rowCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"full.avro", "full.jsonl"})
    @DisabledOnOs(OS.WINDOWS)
    void whereThereIsNoRoomAllThatWasAppendedIsTakenBack(String name) throws Exception {
        var file = folder.resolve(name);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                "ulimit -f 2000; exec \"$@\"",
                                "sh",
                                java,
                                "-cp",
                                System.getProperty("java.class.path"),
                                RowStoreFull.class.getName(),
                                file.toString())
                        .redirectError(Redirect.INHERIT)
                        .start();
        try (var said = process.inputReader()) {
            assertThat(said.lines()).startsWith("table refused at 3", "row refused: 0");
        }
        process.waitFor();
        var numbers = Storage.read(file).longColumn("number");
        assertThat(numbers.size()).isGreaterThan(5);
        for (int row = 0; row < numbers.size(); row++) {
            assertThat(numbers.getLong(row)).isEqualTo(row);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.avro", "t.jsonl"})
    void rowsAreReadInAnyOrder(String name) throws IOException {
        var rows = RowStoreFull.rows(0, 5_000);
        var order = IntStream.range(0, 5_000).boxed().collect(Collectors.toList());
        Collections.shuffle(order, new Random(1));
        try (var store = RowStore.create(folder.resolve(name), rows).append(rows)) {
            for (int row : order) {
                assertThat(store.row(row)).containsEntry("number", (long) row);
            }
        }
    }

    @Test
    void aStoreThatCannotBeFilledIsGone() throws IOException {
        var file = folder.resolve("t.jsonl");
        var numbers = DoubleColumn.create("x", new double[] {1, Double.POSITIVE_INFINITY});
        try (var columns = ColumnStore.of(Table.create("t", numbers))) {
            assertThatThrownBy(() -> columns.toRows(file))
                    .hasMessageContaining("JSON has no such number");
        }
        assertThat(folder).isEmptyDirectory();
        RowStore.create(file, LIKE).close();
    }
}
