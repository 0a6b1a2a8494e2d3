package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

/** A JSON file is read by what stands in it, and what is wrong with it is said in our words, with its line. */
class JsonShapesTest {
    @TempDir private Path folder;

    private Table read(String name, String content) throws IOException {
        return Storage.read(Files.writeString(folder.resolve(name), content));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"a\":1},{\"a\":2}]",
                "\uFEFF[{\"a\":1},{\"a\":2}]",
                "{\"a\":1}\n{\"a\":2}\n",
                "\uFEFF{\"a\":1}\r\n\r\n{\"a\":2}",
                "{\n  \"a\": 1\n}\n{\n  \"a\": 2\n}\n",
                "{\"a\":1}{\"a\":2}"
            })
    void rowsAreReadHoweverTheFileIsCalled(String content) throws IOException {
        for (var name : new String[] {"t.json", "t.jsonl", "t.ndjson"}) {
            assertThat(read(name, content).longColumn("a").asList()).containsExactly(1L, 2L);
        }
        assertThat(read("one.json", "{\"a\":1}").longColumn("a").asList()).containsExactly(1L);
        assertThat(read("l.json", "[1,2]\n[3,4]").stringColumn("json").asList())
                .containsExactly("[1,2]", "[3,4]");
        assertThat(read("n.jsonl", "[1,2]").longColumn("json").asList()).containsExactly(1L, 2L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1}\\n{\"a\":x}|t.jsonl, line 2, column 6: x where a value should stand",
                "{\"a\":1}\\n{\"a\":NaN}|t.jsonl, line 2, column 6: NaN is no number of JSON; write null, or the text \"NaN\"",
                "[{\"a\":-Infinity}]|t.jsonl, line 1, column 7: -Infinity is no number of JSON; write null, or the text \"-Infinity\"",
                "[\\n{\"a\":1,\\n\"a\":2}]|t.jsonl, line 3, column 1: the key 'a' stands twice in one row, and a table has one column of a name; rename one of them in the file",
                "{\"a\":1},\\n{\"a\":2}|t.jsonl, line 1, column 8: ',' where a value should stand",
                "{'a':1}|t.jsonl, line 1, column 2: ''' where a key between double quotes should stand",
                "{\"a\":01}|t.jsonl, line 1, column 6: 01 where a value should stand",
                "{\"a\":\"x|t.jsonl, line 1, column 6: the quote that opens here is never closed",
                "{\"a\":\"x\\ny\"}|t.jsonl, line 1, column 8: a text goes on behind the end of its line, which is written \\n",
                "[{\"a\":1}|t.jsonl breaks off in line 1, column 9, where a comma or ] should stand; is it all of the file?",
                "[{\"a\":1}] x|t.jsonl, line 1, column 11: x where the end of the file, behind the ] of its rows, should stand",
                "{\"żółw 🐢\":1}\\n{\"żółw 🐢\":1,\\n|t.jsonl breaks off in line 3, column 1, where a key between double quotes should stand; is it all of the file?",
                "\uFEFF{\"żółw 🐢\":x|t.jsonl, line 1, column 11: x where a value should stand",
                "[{}]|t.jsonl has rows without a single key, and so a table without columns"
            })
    void whatIsNoJsonIsNamedByItsLineAndColumn(String content, String message) {
        assertThatThrownBy(() -> read("t.jsonl", content.replace("\\n", "\n")))
                .isInstanceOf(IOException.class)
                .hasMessage(message);
    }

    @Test
    void anObjectOfColumnsIsNoTableOfOneRow() {
        assertThatThrownBy(
                        () ->
                                read(
                                        "p.json",
                                        "{\"a\":{\"0\":1,\"1\":2},\"b\":{\"0\":\"x\",\"1\":null}}"))
                .hasMessage(
                        "p.json holds one object of columns, as pandas' to_json writes it, and no rows; write it with df.to_json(\"p.json\", orient=\"records\")");
    }

    @Test
    void bytesThatAreNoUtf8AreNamed() throws IOException {
        var file = folder.resolve("l.jsonl");
        Files.write(file, "{\"a\":1}\n{\"a\":\"é\"}\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Storage.read(file))
                .hasMessage(
                        "l.jsonl, line 2, column 6: a text is not written in UTF-8; write the file in UTF-8");
    }

    @Test
    void rowsLongerThanABufferAreWhole() throws IOException {
        var text = "żółw \\\"\\n".repeat(100_000);
        var rows = ("{\"t\":\"%s\",\"n\":[%s]}\n".formatted(text, "1, ".repeat(200_000) + "1.0"));
        var table = read("long.jsonl", "{\"t\":\"\"}\n" + rows.repeat(3));
        assertThat(table.rowCount()).isEqualTo(4);
        assertThat(table.stringColumn("t").get(3)).isEqualTo("żółw \"\n".repeat(100_000));
        assertThat(table.stringColumn("n").get(3)).isEqualTo("[" + "1,".repeat(200_000) + "1.0]");
    }
}
