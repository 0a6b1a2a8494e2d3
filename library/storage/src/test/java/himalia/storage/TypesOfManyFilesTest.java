package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.ColumnType;

/** Of several files, a column is of the type that their schemas tell, whichever values one of them has. */
class TypesOfManyFilesTest {
    @TempDir Path folder;

    private void parquet(String name, String values) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            statement.execute(
                    "copy (select x, 1 as y from (values %s) t(x)) to '%s' (format parquet)"
                            .formatted(values, folder.resolve(name)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timestamp '2024-01-01 10:00:00.123456'| timestamp '2024-01-01 10:00:00'",
                "timestamptz '2024-01-01 10:00:00.123456Z'| timestamptz '2024-01-01 10:00:00Z'",
                "timestamp_ns '2024-01-01 10:00:00.123456789'| timestamp_ns '2024-01-01 10:00:00'",
                "time '10:00:00.000001'| time '10:00:00'",
                "12345678901234567890.10::decimal(30, 2)| 1.25::decimal(30, 2)",
                "18446744073709551615::ubigint| 5::ubigint"
            })
    void oneSchemaIsOneColumnAsOfOneFile(String long_, String fits) throws Exception {
        parquet("0.parquet", "(" + long_ + ")");
        parquet("1.parquet", "(" + fits + ")");
        parquet("one.pq.parquet", "(" + long_ + "), (" + fits + ")");
        var whole = Storage.read(folder.resolve("one.pq.parquet"));
        assertThat(whole.column("x").type()).isEqualTo(ColumnType.STRING);
        var both = Storage.read(folder.resolve("?.parquet"));
        assertThat(both.columnNames()).containsExactly("x", "y");
        assertThat(both.stringColumn("x").asList()).isEqualTo(whole.stringColumn("x").asList());
        assertThat(both.intColumn("y").asList()).containsExactly(1, 1);
        // The other order gives the same type.
        Files.move(folder.resolve("0.parquet"), folder.resolve("2.parquet"));
        var texts = whole.stringColumn("x").asList();
        assertThat(Storage.read(folder.resolve("?.parquet")).stringColumn("x").asList())
                .containsExactly(texts.get(1), texts.get(0));
    }

    @Test
    void timesOfTextFilesToo() throws Exception {
        Files.writeString(folder.resolve("a.csv"), "x\n2024-01-01 10:00:00.123456\n");
        Files.writeString(folder.resolve("b.csv"), "x\n2024-01-01 10:00:00\n");
        Files.writeString(
                folder.resolve("whole.csv"),
                "x\n2024-01-01 10:00:00.123456\n2024-01-01 10:00:00\n");
        assertThat(Storage.read(folder.resolve("?.csv")).stringColumn("x").asList())
                .isEqualTo(Storage.read(folder.resolve("whole.csv")).stringColumn("x").asList());
        assertThat(
                        Storage.read(folder.resolve("?.csv"), CsvOptions.defaults())
                                .stringColumn("x")
                                .size())
                .isEqualTo(2);
    }

    @Test
    void whatIsOfTwoKindsByItsSchemaIsRefused() throws Exception {
        parquet("0.parquet", "('Oslo')");
        parquet("1.parquet", "(timestamp '2024-01-01 10:00:00')");
        assertThatThrownBy(() -> Storage.read(folder.resolve("?.parquet")))
                .hasMessageStartingWith(
                        "column 'x' holds text in 0.parquet and points in time in 1.parquet; ");
    }
}
