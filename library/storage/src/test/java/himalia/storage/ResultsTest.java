package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

/** The result of a query is a table, of whatever types its columns are. */
class ResultsTest {
    @TempDir private Path folder;

    private static Table read(String query) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            return Storage.read(statement.executeQuery(query));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'3F2504E0-4F89-41D3-9A0C-0305E82C3301'::UUID|3f2504e0-4f89-41d3-9a0c-0305e82c3301",
                "INTERVAL '1 day 2 hours'|1 day 02:00:00",
                "18446744073709551615::UBIGINT|18446744073709551615",
                "TIMESTAMPTZ '2024-01-01 10:00:00.123456+00'|2024-01-01T10:00:00.123456Z",
                "TIMESTAMP '2024-01-01 10:00:00.123456'|2024-01-01T10:00:00.123456",
                "TIMESTAMP_NS '2024-01-01 10:00:00.123456789'|2024-01-01T10:00:00.123456789",
                "TIME '10:00:00.123456'|10:00:00.123456",
                "[DATE '2024-01-02', NULL]|[\"2024-01-02\",null]",
                "{'a': 1.50::DECIMAL(5,2), 'b': [1,NULL], 't': TIMESTAMP '2024-01-01 10:00:00'}|{\"a\":1.50,\"b\":[1,null],\"t\":\"2024-01-01T10:00:00\"}",
                "MAP {'k': 1}|{\"k\":1}",
                "'ab'::BLOB|6162",
                "1234567890123456789.12::DECIMAL(30,2)|1234567890123456789.12",
                "'{\"x\": 1.10}'::JSON|{\"x\": 1.10}"
            })
    void whatATypeWouldChangeIsAText(String value, String text) throws SQLException {
        var column = read("SELECT unnest([NULL, %s]) AS x".formatted(value)).stringColumn("x");
        assertThat(column.asList()).containsExactly("", text);
    }

    /** As DuckDB writes a decimal as a text; and a file of the same rows is the same table. */
    @Test
    void decimalsThatAreTextsKeepTheirZeros() throws Exception {
        var rows =
                "FROM (VALUES (1.10::DECIMAL(38,2)), (NULL), (0), (100.00), (-99999999999999999999.99), (2.50)) t(d)";
        var table = read("SELECT d, CAST(d AS VARCHAR) AS text " + rows);
        assertThat(table.stringColumn("d").asList())
                .containsExactlyElementsOf(table.stringColumn("text").asList());
        var file = folder.resolve("d.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("COPY (SELECT d %s) TO '%s'".formatted(rows, file));
        }
        assertThat(Storage.read(file).stringColumn("d").asList())
                .containsExactlyElementsOf(table.stringColumn("d").asList());
    }

    /** Written by pyarrow 26, as pandas has its times; the second is missing. */
    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/St_Johns", "Asia/Kolkata"})
    void timesInNanosecondsWithAZoneAreThoseOfTheFile(String zone) throws Exception {
        var file = folder.resolve("ns.parquet");
        try (var source = ResultsTest.class.getResourceAsStream("/storage/zoned-nanos.parquet")) {
            Files.copy(source, file);
        }
        var kept = Storage.read(file);
        assertThat(kept.instantColumn("whole").get(2))
                .isEqualTo(Instant.parse("2026-01-01T10:00:00Z"));
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("SET TimeZone = '%s'".formatted(zone));
            var all = Storage.read(statement.executeQuery("FROM '%s'".formatted(file)));
            assertThat(Checksums.of(all).differences(Checksums.of(kept))).isEmpty();
            assertThat(all.types()).isEqualTo(kept.types());
            // Decimals are read cell by cell.
            var recent =
                    Storage.read(
                            statement.executeQuery(
                                    "SELECT whole, t, 1.5 AS d FROM '%s' WHERE whole IS NULL OR year(whole::timestamptz) > 2000 ORDER BY whole"
                                            .formatted(file)));
            assertThat(recent.instantColumn("whole").asList())
                    .containsExactly(
                            Instant.parse("2024-07-03T09:46:40Z"),
                            Instant.parse("2026-01-01T10:00:00Z"),
                            Instant.parse("2026-01-01T10:00:00Z"),
                            null);
            assertThat(recent.stringColumn("t").asList())
                    .contains("2024-07-03T09:46:40.500000000Z", "2026-01-01T10:00:00.123456789Z");
            var none =
                    Storage.read(
                            statement.executeQuery(
                                    "SELECT t, 1.5 AS d FROM '%s' LIMIT 0".formatted(file)));
            assertThat(none.column("t").type()).isEqualTo(ColumnType.INSTANT);
            // Its seconds are not said by DuckDB where the zone was off by some.
            var old =
                    Storage.read(
                            statement.executeQuery(
                                    "SELECT t, 1.5 AS d FROM '%s' WHERE t::timestamptz < timestamptz '1900-01-01'"
                                            .formatted(file)));
            assertThat(old.getString(0, "t"))
                    .isEqualTo(
                            zone.equals("UTC")
                                    ? "1890-01-01T00:00:00.000000005Z"
                                    : zone.equals("Asia/Kolkata")
                                            ? "1890-01-01 05:21:10.000000005+05:21"
                                            : "1889-12-31 20:29:08.000000005-03:30");
        }
    }

    @Test
    void allElseHasTheTypeOfAFile() throws SQLException {
        var table =
                read(
                        "SELECT sum(i) AS sums, 1234567.89::DECIMAL(12,2) AS d, TIMESTAMP '2024-01-01 10:00:00.5' AS t, TIMESTAMPTZ '2024-01-01 10:00:00+00' AS z, DATE '2024-01-02' AS day, true AS b, 5::TINYINT AS s, 0.1::FLOAT AS f, NULL::DOUBLE AS missing, NULL AS nothing FROM range(5) r(i)");
        assertThat(table.longColumn("sums").get(0)).isEqualTo(10);
        assertThat(table.doubleColumn("d").get(0)).isEqualTo(1234567.89);
        assertThat(table.dateTimeColumn("t").get(0))
                .isEqualTo(LocalDateTime.of(2024, 1, 1, 10, 0, 0, 500_000_000));
        assertThat(table.instantColumn("z").get(0))
                .isEqualTo(Instant.parse("2024-01-01T10:00:00Z"));
        assertThat(table.dateColumn("day").get(0)).isEqualTo(LocalDate.of(2024, 1, 2));
        assertThat(table.booleanColumn("b").get(0)).isTrue();
        assertThat(table.intColumn("s").get(0)).isEqualTo(5);
        assertThat(table.floatColumn("f").get(0)).isEqualTo(0.1f);
        assertThat(table.column("missing").type()).isEqualTo(ColumnType.DOUBLE);
        assertThat(table.column("nothing").isMissing(0)).isTrue();
    }

    @Test
    void aResultMayHaveNoRowsAndANameTwice() throws SQLException {
        assertThat(read("SELECT 1 AS a, 2 AS a, 3 AS A").columnNames())
                .containsExactly("a", "a_2", "A_3");
        var none = read("SELECT 1 AS a, 'x' AS b WHERE false");
        assertThat(none.rowCount()).isZero();
        assertThat(none.types()).containsExactly(ColumnType.INTEGER, ColumnType.STRING);
    }

    @Test
    void aResultIsReadOnce() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT 1 AS a")) {
            assertThat(Storage.read(result).rowCount()).isEqualTo(1);
            assertThatThrownBy(() -> Storage.read(result))
                    .hasMessage(
                            "the rows of this result have been read, and they are read once; keep the table that they gave, or ask again");
        }
    }
}
