package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** What the columns of a JSON file are, whatever its keys and rows look like. */
class JsonKeysTest {
    @TempDir private Path folder;

    private Table read(String name, String content) throws IOException {
        return Storage.read(Files.writeString(folder.resolve(name), content));
    }

    @Test
    void keysThatDifferInCaseOnlyAreNamed() throws IOException {
        var message =
                "k.json has the keys 'ID', 'Id', 'id', which differ in case only, and a table's columns do not; rename all but one of them in the file";
        assertThatThrownBy(() -> read("k.json", "[{\"id\":1,\"ID\":2},{\"Id\":3}]"))
                .isInstanceOf(IOException.class)
                .hasMessage(message);
        var out = folder.resolve("k.parquet");
        assertThatThrownBy(() -> Storage.convert(folder.resolve("k.json"), out))
                .hasMessage(message);
        assertThat(out).doesNotExist();
        var numbered = read("n.json", "[{\"id\":1,\"id_1\":2,\"ID_2\":3}]");
        assertThat(numbered.columnNames()).containsExactly("id", "id_1", "ID_2");
        assertThat(numbered.longColumn("ID_2").get(0)).isEqualTo(3);
    }

    @Test
    void manyKeysAndRareOnesAreColumns() throws IOException {
        var wide =
                IntStream.range(0, 250)
                        .mapToObj(i -> "\"k" + i + "\":" + i)
                        .collect(Collectors.joining(",", "{", "}"));
        var table = read("w.json", "[" + wide + "," + wide + "]");
        assertThat(table.columnCount()).isEqualTo(250);
        assertThat(table.column("k249").getString(1)).isEqualTo("249");
        var rare =
                IntStream.range(0, 30)
                        .mapToObj(i -> "{\"k" + i + "\":" + i + "}")
                        .collect(Collectors.joining("\n"));
        var sparse = read("s.jsonl", rare);
        assertThat(sparse.columnCount()).isEqualTo(30);
        assertThat(sparse.column("k29").getString(29)).isEqualTo("29");
    }

    @Test
    void aKeyWithoutANameAndAnArrayWithoutAnEndAreRefused() {
        for (var rows :
                new String[] {
                    "[{\"id\":1,\"\":\"u\"},{\"id\":2,\"\":\"v\"}]",
                    "[{\"x\":[{\"y\":1}]},{\"\":1}]"
                }) {
            assertThatThrownBy(() -> read("e.json", rows))
                    .hasMessage(
                            "e.json has a key without a name, \"\", and a table's columns have names; give it one in the file");
        }
        for (var rows : new String[] {"[{\"a\":1},", "[{\"a\":1},{\"a\":2},\n "}) {
            assertThatThrownBy(() -> read("c.json", rows))
                    .hasMessageStartingWith("c.json breaks off in line ");
        }
    }

    @Test
    void rowsThatAreNotAllObjectsAreOneColumn() throws IOException {
        for (var other : new String[] {"[1,2]", "5", "\"a\""}) {
            var table = read("m.jsonl", "{\"a\":1}\n" + other + "\n");
            assertThat(table.columnNames()).containsExactly("json");
            assertThat(table.stringColumn("json").asList())
                    .containsExactly("{\"a\":1}", other.replace("\"", ""));
        }
        var nulls = read("n.jsonl", "{\"a\":1}\nnull\n{\"a\":2}\n");
        assertThat(nulls.longColumn("a").asList()).containsExactly(1L, null, 2L);
        assertThat(read("f.jsonl", "1\n2.5\n").doubleColumn("json").asList())
                .containsExactly(1.0, 2.5);
    }

    @Test
    void aUuidKeepsItsLetters() throws IOException {
        var table =
                read(
                        "u.jsonl",
                        "{\"UUID\":\"3F2504E0-4F89-41D3-9A0C-0305E82C3301\",\"l\":[\"3F2504E0-4F89-41D3-9A0C-0305E82C3301\"],\"s\":{\"UUID\":\"3F2504E0-4F89-41D3-9A0C-0305E82C3301\",\"HUGEINT\":1}}\n");
        assertThat(table.stringColumn("UUID").get(0))
                .isEqualTo("3F2504E0-4F89-41D3-9A0C-0305E82C3301");
        assertThat(table.stringColumn("l").get(0))
                .isEqualTo("[\"3F2504E0-4F89-41D3-9A0C-0305E82C3301\"]");
        assertThat(table.stringColumn("s").get(0))
                .isEqualTo("{\"UUID\":\"3F2504E0-4F89-41D3-9A0C-0305E82C3301\",\"HUGEINT\":1}");
    }
}
