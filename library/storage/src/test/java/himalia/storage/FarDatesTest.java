package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.DateMilliVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.TimeStampSecVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.Table;

/** Days so far away that a table's year does not reach them, before Christ, and without end. */
class FarDatesTest {
    @TempDir private Path folder;

    private static Table read(String query) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            return Storage.read(statement.executeQuery(query));
        }
    }

    private Path parquet(String query) throws SQLException {
        var file = folder.resolve("x.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'; COPY (%s) TO '%s'".formatted(query, file));
        }
        return file;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DATE '32768-01-01'|DATE '2024-01-02'|+32768-01-01|2024-01-02",
                "DATE '40000-02-03'|DATE '2024-01-02'|+40000-02-03|2024-01-02",
                "DATE '40000-01-01 (BC)'|DATE '2024-01-02'|-39999-01-01|2024-01-02",
                "DATE 'infinity'|DATE '2024-01-02'|infinity|2024-01-02",
                "DATE '-infinity'|DATE '2024-01-02'|-infinity|2024-01-02",
                "TIMESTAMP '40000-02-03 04:05:06'|TIMESTAMP '2024-01-02 03:04:05'|+40000-02-03T04:05:06.000000|2024-01-02T03:04:05.000000",
                "TIMESTAMP '40000-01-01 (BC) 04:05:06'|TIMESTAMP '2024-01-02 03:04:05'|-39999-01-01T04:05:06.000000|2024-01-02T03:04:05.000000",
                "TIMESTAMP 'infinity'|TIMESTAMP '2024-01-02 03:04:05'|infinity|2024-01-02T03:04:05.000000",
                "TIMESTAMP '-infinity'|TIMESTAMP '2024-01-02 03:04:05'|-infinity|2024-01-02T03:04:05.000000",
                "TIMESTAMP_MS 'infinity'|TIMESTAMP_MS '2024-01-02 03:04:05'|infinity|2024-01-02T03:04:05.000000",
                "TIMESTAMPTZ 'infinity'|TIMESTAMPTZ '2024-01-02 03:04:05+00'|infinity|2024-01-02T03:04:05.000000Z",
                "TIMESTAMPTZ '40000-02-03 04:05:06+00'|TIMESTAMPTZ '2024-01-02 03:04:05+00'|+40000-02-03T04:05:06.000000Z|2024-01-02T03:04:05.000000Z"
            })
    void areTextsAndNoOtherDays(String far, String near, String farText, String nearText)
            throws Exception {
        var query = "SELECT unnest([%s, NULL, %s]) AS x".formatted(near, far);
        assertThat(read(query).stringColumn("x").asList()).containsExactly(nearText, "", farText);
        var file = parquet(query);
        for (var name : List.of("x.parquet", "x.arrow", "x.avro")) {
            if (!name.equals("x.parquet")) {
                Storage.convert(file, folder.resolve(name));
            }
            assertThat(Storage.read(folder.resolve(name)).stringColumn("x").asList())
                    .containsExactly(nearText, "", farText);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DATE '32767-12-31', +32767-12-31",
        "DATE '10000-01-01', +10000-01-01",
        "DATE '0044-03-15 (BC)', -0043-03-15",
        "DATE '32768-01-01 (BC)', -32767-01-01",
        "TIMESTAMP '32767-12-31 23:59:59.999', +32767-12-31T23:59:59.999",
        "TIMESTAMPTZ '32767-12-31 23:59:59.999+00', +32767-12-31T23:59:59.999Z",
        "TIMESTAMPTZ '0044-03-15 (BC) 01:02:03+00', -0043-03-15T01:02:03Z"
    })
    void whatATableReachesIsKept(String value, String text) throws Exception {
        var query = "SELECT " + value + " AS x";
        assertThat(read(query).column("x").get(0)).asString().isEqualTo(text);
        assertThat(Storage.read(parquet(query)).column("x").get(0)).asString().isEqualTo(text);
    }

    @Test
    void withoutEndIsOneWordInJsonToo() throws Exception {
        var file = parquet("SELECT DATE 'infinity' AS d, TIMESTAMPTZ '-infinity' AS t");
        Storage.convert(file, folder.resolve("x.jsonl"));
        assertThat(folder.resolve("x.jsonl"))
                .hasContent("{\"d\":\"infinity\",\"t\":\"-infinity\"}");
    }

    @Test
    void whatTheDriverCannotGiveNamesItsColumnAndRow() {
        assertThatThrownBy(() -> read("SELECT unnest([NULL, TIME '24:00:00']) AS until"))
                .isInstanceOf(SQLException.class)
                .hasMessageStartingWith(
                        "column 'until' has a value in row 1 that the driver cannot give (")
                .hasMessageEndingWith("ask for it as a text: CAST(\"until\" AS VARCHAR)");
    }

    private interface Vectors {
        FieldVector of(BufferAllocator allocator);
    }

    private Path arrow(Vectors vectors) throws IOException {
        var file = folder.resolve("far.arrow");
        try (var allocator = new RootAllocator();
                var vector = vectors.of(allocator);
                var channel =
                        FileChannel.open(
                                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                var root = VectorSchemaRoot.of(vector);
                var writer = new ArrowFileWriter(root, null, channel)) {
            writer.start();
            writer.writeBatch();
            writer.end();
        }
        return file;
    }

    @Test
    void aTimePastAvrosIsRefused() throws IOException {
        var file =
                arrow(
                        allocator -> {
                            var times = new TimeStampSecVector("t", allocator);
                            times.setSafe(0, 10_000_000_000_000L);
                            times.setValueCount(1);
                            return times;
                        });
        var avro = folder.resolve("far.avro");
        assertThatThrownBy(() -> Storage.convert(file, avro))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "far.arrow: column 't' has a time that is 10000000000000 seconds from 1970, and Avro's end with the year 294247; convert to an .arrow file instead");
        assertThat(Files.exists(avro)).isFalse();
        assertThat(Storage.read(file).stringColumn("t").get(0)).isEqualTo("+318857-05-20T17:46:40");
    }

    @Test
    void aDayPastAllCountsIsRefused() throws IOException {
        var file =
                arrow(
                        allocator -> {
                            var days = new DateMilliVector("d", allocator);
                            days.setSafe(0, Long.MAX_VALUE);
                            days.setValueCount(1);
                            return days;
                        });
        assertThatThrownBy(() -> Storage.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "far.arrow: column 'd' has a day that is 9223372036854775807 milliseconds from 1970, past all that a day is counted in here; write it as a text in the file");
    }
}
