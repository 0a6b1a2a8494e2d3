package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.util.List;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.TimeNanoVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.ColumnType;

/** Values with more digits than a table's types have. */
class ExactColumnsTest {
    @TempDir private Path folder;

    private Path parquet(String values, String type) throws Exception {
        var file = folder.resolve("x.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute(
                    "SET TimeZone = 'UTC'; COPY (SELECT unnest([%s])::%s AS x) TO '%s'"
                            .formatted(values, type, file));
        }
        return file;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-01-02 03:04:05|2024-01-02 03:04:05.123456|TIMESTAMP|2024-01-02T03:04:05.000000|2024-01-02T03:04:05.123456",
                "2024-01-02 03:04:05|2024-01-02 03:04:05.123456789|TIMESTAMP_NS|2024-01-02T03:04:05.000000000|2024-01-02T03:04:05.123456789",
                "2024-01-02 03:04:05|2024-01-02 03:04:05.123456|TIMESTAMPTZ|2024-01-02T03:04:05.000000Z|2024-01-02T03:04:05.123456Z",
                "03:04:05|03:04:05.123456|TIME|03:04:05.000000|03:04:05.123456",
                "03:04:00|24:00:00|TIME|03:04:00.000000|24:00:00.000000",
                "1.50|12345678901234567.25|DECIMAL(20,2)|1.50|12345678901234567.25",
                "1|18446744073709551615|UBIGINT|1|18446744073709551615"
            })
    void areTextsAndNotCut(String fits, String exceeds, String type, String first, String second)
            throws Exception {
        var file = parquet("'%s', NULL, '%s'".formatted(fits, exceeds), type);
        for (var name : List.of("x.parquet", "x.arrow")) {
            if (!name.equals("x.parquet")) {
                Storage.convert(file, folder.resolve(name));
            }
            var read = Storage.read(folder.resolve(name));
            assertThat(read.stringColumn("x").asList()).containsExactly(first, "", second);
        }
        var small = Storage.read(parquet("'%s', NULL".formatted(fits), type));
        assertThat(small.column("x").type()).isNotEqualTo(ColumnType.STRING);
        assertThat(small.column("x").countMissing()).isEqualTo(1);
    }

    @Test
    void nanosecondsOfAClockAreKeptOrRefused() throws IOException {
        var file = folder.resolve("n.arrow");
        try (var allocator = new RootAllocator();
                var clock = new TimeNanoVector("t", allocator);
                var channel =
                        FileChannel.open(
                                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            clock.setSafe(0, 1L);
            clock.setValueCount(1);
            try (var root = VectorSchemaRoot.of(clock);
                    var writer = new ArrowFileWriter(root, null, channel)) {
                writer.start();
                writer.writeBatch();
                writer.end();
            }
        }
        assertThat(Storage.read(file).stringColumn("t").get(0)).isEqualTo("00:00:00.000000001");
        assertThatThrownBy(() -> Storage.convert(file, folder.resolve("n.avro")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(
                        "column 't' has the time 00:00:00.000000001, and Avro's times end with microseconds");
    }
}
