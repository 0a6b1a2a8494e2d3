package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

/** No value of a JSON file becomes another one. */
class JsonTest {
    @TempDir private Path folder;

    private Table read(String name, String content) throws IOException {
        return Storage.read(Files.writeString(folder.resolve(name), content));
    }

    @Test
    void datesAreThoseOfIsoBesideWhateverNumbers() throws IOException {
        var table =
                read(
                        "t.json",
                        "[{\"d\":\"03-04-2024\",\"e\":\"2024-01-02\",\"n\":9007199254740993},{\"d\":\"05-06-2024\",\"e\":\"2024-01-03\",\"n\":-1}]");
        assertThat(table.stringColumn("d").get(0)).isEqualTo("03-04-2024");
        assertThat(table.dateColumn("e").get(0)).isEqualTo(LocalDate.of(2024, 1, 2));
        assertThat(table.longColumn("n").get(0)).isEqualTo(9_007_199_254_740_993L);
    }

    @Test
    void numbersWithinOthersKeepTheirDigits() throws IOException {
        var late =
                "{\"a\":{\"x\":1},\"l\":[1]}\n".repeat(25_000)
                        + "{\"a\":{\"x\":1.5},\"l\":[2.25]}\n";
        var table = read("l.jsonl", late);
        assertThat(table.stringColumn("a").get(25_000)).isEqualTo("{\"x\":1.5}");
        assertThat(table.stringColumn("l").get(25_000)).isEqualTo("[2.25]");
        var keys =
                read(
                        "k.jsonl",
                        "{\"a\":{\"x\":9007199254740993}}\n{\"a\":{\"x\":1.5}}\n{\"a\":{\"x\":-1}}\n");
        assertThat(keys.stringColumn("a").asList())
                .containsExactly("{\"x\":9007199254740993}", "{\"x\":1.5}", "{\"x\":-1}");
        var parquet = folder.resolve("l.parquet");
        Storage.convert(folder.resolve("l.jsonl"), parquet);
        assertThat(Storage.read(parquet).stringColumn("a").get(25_000)).isEqualTo("{\"x\":1.5}");
    }

    @Test
    void keysOfManyDigitsAndMixedValuesAreTextsAsTheyAreWritten() throws IOException {
        var table =
                read(
                        "t.json",
                        "[{\"k\":12345678901234567890123,\"m\":1,\"r\":9007199254740993},{\"k\":1,\"m\":\"a\",\"r\":1.5},{\"k\":null,\"m\":[\"b\"],\"r\":2}]");
        assertThat(table.stringColumn("k").asList())
                .containsExactly("12345678901234567890123", "1", "");
        assertThat(table.stringColumn("m").asList()).containsExactly("1", "a", "[\"b\"]");
        assertThat(table.stringColumn("r").asList())
                .containsExactly("9007199254740993", "1.5", "2");
    }

    @Test
    void aFileWithoutRowsSaysWhatATableIs() throws IOException {
        for (var none : new String[] {"[]", "", " [ ] "}) {
            assertThatThrownBy(() -> read("e.json", none))
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            "e.json holds no rows, and without one it has no columns: a table is an array of objects, such as [{\"a\": 1}]");
        }
        assertThatThrownBy(() -> read("e.jsonl", ""))
                .hasMessageEndingWith("a table is one object a line, such as {\"a\": 1}");
    }

    @Test
    void aFileInUtf16IsCalledSo() throws IOException {
        var json = folder.resolve("u.json");
        Files.write(json, "\uFEFF[{\"a\":1}]".getBytes(StandardCharsets.UTF_16LE));
        assertThatThrownBy(() -> Storage.read(json))
                .hasMessage(
                        "u.json is written in UTF-16: write it in UTF-8, with Files.writeString(path, Files.readString(path, Charset.forName(\"UTF-16\")))");
        var csv = folder.resolve("u.csv");
        Files.write(csv, "a,b\n1,2\n".getBytes(StandardCharsets.UTF_16));
        assertThatThrownBy(() -> Storage.read(csv))
                .hasMessage(
                        "u.csv is written in UTF-16: Storage.read(\"%s\", CsvOptions.defaults().encoding(\"UTF-16\")) reads it"
                                .formatted(FileNames.typed(csv)));
        assertThat(
                        Storage.read(csv.toString(), CsvOptions.defaults().encoding("UTF-16"))
                                .columnNames())
                .containsExactly("a", "b");
    }

    /** As PowerShell and others write it: nothing says so but the zero bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "UTF-32"})
    void aFileInAWideEncodingIsCalledSo(String encoding) throws IOException {
        var csv = folder.resolve("w.csv");
        var mark = encoding.equals("UTF-32") ? "\uFEFF" : "";
        Files.write(csv, (mark + "a,b\n1,é\n").getBytes(Charset.forName(encoding)));
        var wayOut = mark.isEmpty() ? encoding : "UTF-32";
        assertThatThrownBy(() -> Storage.read(csv))
                .hasMessage(
                        "w.csv is written in %1$s: Storage.read(\"%2$s\", CsvOptions.defaults().encoding(\"%1$s\")) reads it"
                                .formatted(wayOut, FileNames.typed(csv)));
        assertThat(
                        Storage.read(csv.toString(), CsvOptions.defaults().encoding(wayOut))
                                .stringColumn("b")
                                .get(0))
                .isEqualTo("é");
    }
}
