package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.ColumnType;

/** Whole numbers that a table could lose. */
class WholeNumbersTest {
    @TempDir private Path folder;

    private Path written(String name, String type) throws Exception {
        var parquet = folder.resolve("least.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            var least = "INTEGER".equals(type) ? "-2147483648" : "(-9223372036854775808)";
            statement.execute(
                    "COPY (SELECT unnest([5, NULL, %s])::%s AS x) TO '%s'"
                            .formatted(least, type, parquet));
        }
        var file = folder.resolve(name);
        if (!file.equals(parquet)) {
            Storage.convert(parquet, file);
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"least.parquet", "least.arrow", "least.avro", "least.csv", "least.jsonl"})
    void theLeastIntIsAValueAndNotMissing(String name) throws Exception {
        var column = Storage.read(written(name, "INTEGER")).longColumn("x");
        assertThat(column.getLong(2)).isEqualTo(Integer.MIN_VALUE);
        assertThat(column.getLong(0)).isEqualTo(5);
        assertThat(column.countMissing()).isEqualTo(1);
        assertThat(column.isMissing(1)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"least.parquet", "least.arrow", "least.avro", "least.csv"})
    void theLeastLongIsAText(String name) throws Exception {
        assertThat(Storage.read(written(name, "BIGINT")).stringColumn("x").asList())
                .containsExactly("5", "", "-9223372036854775808");
    }

    @Test
    void aNegativeJsonNumberBesidePositiveOnesKeepsAllDigits() throws IOException {
        var array =
                Files.writeString(
                        folder.resolve("a.json"), "[{\"a/b\":9007199254740993},{\"a/b\":-1}]");
        assertThat(Storage.read(array).longColumn("a/b").asList())
                .containsExactly(9_007_199_254_740_993L, -1L);
        var lines =
                Files.writeString(
                        folder.resolve("l.jsonl"),
                        "{\"a\":9007199254740993,\"b\":null,\"c\":-1,\"d\":{\"x\":1}}\n{\"a\":-1,\"b\":1.5,\"c\":18446744073709551615}\n");
        var table = Storage.read(lines);
        assertThat(table.longColumn("a").asList()).containsExactly(9_007_199_254_740_993L, -1L);
        assertThat(table.column("b").type()).isEqualTo(ColumnType.DOUBLE);
        assertThat(table.stringColumn("c").asList()).containsExactly("-1", "18446744073709551615");
    }

    @Test
    void aJsonDecimalBehindTheFirstRowsIsNotRounded() throws IOException {
        var lines =
                Files.writeString(
                        folder.resolve("l.jsonl"), "{\"a\":1}\n".repeat(800_000) + "{\"a\":1.5}\n");
        assertThat(Storage.read(lines).doubleColumn("a").get(800_000)).isEqualTo(1.5);
    }
}
