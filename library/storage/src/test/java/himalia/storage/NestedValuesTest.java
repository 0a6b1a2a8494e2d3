package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands within objects, lists and maps stays as it was written. */
class NestedValuesTest {
    private static final String WITHIN =
            "{\"day\":\"2024-01-02\",\"at\":\"2024-01-01T10:00:00.123456\",\"prices\":[1.50,null],\"bytes\":\"6162\",\"zone\":\"2024-01-01T10:00:00Z\",\"map\":{\"k\":\"2024-01-02\"},\"clock\":\"10:00:00\",\"f\":0.1,\"empty\":\"\"}";

    @TempDir private Path folder;

    private Path parquet(String select) throws Exception {
        var file = folder.resolve("s.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("COPY (%s) TO '%s'".formatted(select, file));
        }
        return file;
    }

    private Path nested() throws Exception {
        return parquet(
                "SELECT {'day': DATE '2024-01-02', 'at': TIMESTAMP '2024-01-01 10:00:00.123456', 'prices': [1.50::DECIMAL(10,2), NULL], 'bytes': 'ab'::BLOB, 'zone': TIMESTAMPTZ '2024-01-01 10:00:00+00', 'map': MAP {'k': DATE '2024-01-02'}, 'clock': TIME '10:00', 'f': 0.1::FLOAT, 'empty': ''} AS s, [DATE '2024-01-02', NULL] AS l, 1 AS n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s.parquet", "s.arrow", "s.avro", "s.csv"})
    void ofABinaryFileIsJson(String name) throws Exception {
        var parquet = nested();
        var file = folder.resolve(name);
        if (!file.equals(parquet)) {
            Storage.convert(parquet, file);
        }
        var table = Storage.read(file);
        assertThat(table.stringColumn("s").get(0)).isEqualTo(WITHIN);
        assertThat(table.stringColumn("l").get(0)).isEqualTo("[\"2024-01-02\",null]");
    }

    @Test
    void aDecimalMayUseAllDigitsOfItsType() throws Exception {
        var arrow = folder.resolve("d.arrow");
        Storage.convert(parquet("SELECT 9.99::DECIMAL(3,2) AS price"), arrow);
        assertThat(Storage.read(arrow).doubleColumn("price").get(0)).isEqualTo(9.99);
    }

    @Test
    void aFolderNamedLikeAValueIsNoColumn() throws Exception {
        var file = Files.createDirectories(folder.resolve("year=2024")).resolve("p.parquet");
        Files.copy(parquet("SELECT 1 AS n"), file);
        assertThat(Storage.read(file).columnNames()).containsExactly("n");
    }

    @Test
    void halfALetterStaysAsItIsWritten() throws Exception {
        var file = Files.writeString(folder.resolve("h.json"), "[{\"a\":\"x\\ud83d\"}]");
        assertThat(Storage.read(file).stringColumn("a").get(0)).isEqualTo("x\\ud83d");
    }

    @Test
    void staysNestedFromABinaryFileToJson() throws Exception {
        var json = folder.resolve("s.jsonl");
        Storage.convert(nested(), json);
        assertThat(json).hasContent("{\"s\":" + WITHIN + ",\"l\":[\"2024-01-02\",null],\"n\":1}\n");
    }

    @Test
    void ofAJsonFileStaysAsItIsWritten() throws Exception {
        var rows =
                List.of(
                        "{\"a\":{\"p\":null,\"q\":[1,1.0,1.10,1e5,12345678901234567.25]},\"m\":1.10,\"d\":\"2024-01-01 10:00\"}",
                        "{\"a\":{\"q\":[\"2024-01-01\",\"\\u00e9\"]},\"m\":\"x\",\"d\":\"2024-01-01 11:00\"}",
                        "{\"a\":{\"p\":{},\"q\":[]},\"m\":null,\"d\":\"2024-01-01\"}");
        var file = Files.write(folder.resolve("n.jsonl"), rows);
        var table = Storage.read(file);
        assertThat(table.stringColumn("a").asList())
                .containsExactly(
                        "{\"p\":null,\"q\":[1,1.0,1.10,1e5,12345678901234567.25]}",
                        "{\"q\":[\"2024-01-01\",\"\\u00e9\"]}",
                        "{\"p\":{},\"q\":[]}");
        assertThat(table.stringColumn("m").asList()).containsExactly("1.10", "x", "");
        Storage.convert(file, folder.resolve("n.json"));
        Storage.convert(folder.resolve("n.json"), folder.resolve("again.jsonl"));
        assertThat(folder.resolve("again.jsonl")).hasSameTextualContentAs(file);
        for (var between : List.of("n.parquet", "n.arrow")) {
            Storage.convert(file, folder.resolve(between));
            assertThat(Storage.read(folder.resolve(between)).stringColumn("a").asList())
                    .isEqualTo(table.stringColumn("a").asList());
            Storage.convert(folder.resolve(between), folder.resolve("b.jsonl"));
            assertThat(Files.readString(folder.resolve("b.jsonl")))
                    .startsWith(
                            "{\"a\":{\"p\":null,\"q\":[1,1.0,1.10,1e5,12345678901234567.25]},\"m\":1.10,");
        }
    }

    @Test
    void emptyTextsAreNoMissingOnesFromFileToFile() throws Exception {
        var file = Files.writeString(folder.resolve("e.jsonl"), "{\"e\":\"\"}\n{\"e\":null}\n");
        var from = file;
        for (var name : List.of("e.parquet", "e.arrow", "e.avro", "e2.parquet", "last.jsonl")) {
            Storage.convert(from, folder.resolve(name));
            from = folder.resolve(name);
        }
        assertThat(from).hasSameTextualContentAs(file);
    }

    @Test
    void floatsAndWhatIsNoNumberAreWrittenAsJsonHasThem() throws Exception {
        var file =
                parquet("SELECT 0.1::FLOAT AS f, 'NaN'::DOUBLE AS n, 0.1 AS d, 'abc'::BLOB AS b");
        var json = folder.resolve("f.jsonl");
        Storage.convert(file, json);
        assertThat(json).hasContent("{\"f\":0.1,\"n\":null,\"d\":0.1,\"b\":\"616263\"}\n");
        Storage.convert(file, folder.resolve("f.csv"));
        assertThat(Storage.read(folder.resolve("f.csv")).getString(0, "b")).isEqualTo("616263");
    }

    @Test
    void columnsThatDifferInCaseOnlyAreKeptOrRefused() throws Exception {
        var json = Files.writeString(folder.resolve("c.json"), "[{\"a\":1,\"b\":2}]");
        var arrow = folder.resolve("c.arrow");
        Storage.convert(json, arrow);
        var bytes = Files.readAllBytes(arrow);
        for (int i = 0; i < bytes.length - 4; i++) {
            // Its names are counted texts that end with a zero.
            if (bytes[i] == 1 && bytes[i + 4] == 'b' && bytes[i + 5] == 0) {
                bytes[i + 4] = 'A';
            }
        }
        Files.write(arrow, bytes);
        Storage.convert(arrow, folder.resolve("kept.jsonl"));
        assertThat(folder.resolve("kept.jsonl")).hasContent("{\"a\":1,\"A\":2}\n");
        Storage.convert(arrow, folder.resolve("kept.avro"));
        Storage.convert(folder.resolve("kept.avro"), folder.resolve("again.jsonl"));
        assertThat(folder.resolve("again.jsonl")).hasContent("{\"a\":1,\"A\":2}\n");
        for (var name : List.of("x.parquet", "x.csv")) {
            assertThatThrownBy(() -> Storage.convert(arrow, folder.resolve(name)))
                    .hasMessage(
                            "c.arrow has the columns 'A', 'a', which differ in case only, and a table's columns do not; rename all but one of them in the file");
            assertThat(folder.resolve(name)).doesNotExist();
        }
        assertThatThrownBy(() -> Storage.read(arrow))
                .hasMessageStartingWith("c.arrow has the columns 'A', 'a'");
    }
}
