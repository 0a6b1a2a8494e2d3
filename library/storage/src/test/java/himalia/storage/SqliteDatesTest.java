package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.columns.Column;

/** Columns of SQLite that are called dates: what other programs wrote there, and no other days. */
class SqliteDatesTest {
    private static Column<?> read(String type, String values) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (d " + type + ")");
            statement.execute("INSERT INTO t VALUES " + values);
            return Storage.read(statement.executeQuery("SELECT d FROM t")).column("d");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATE", "DATETIME", "TIMESTAMP"})
    void textsInIsosFormAreWhatTheySay(String type) throws SQLException {
        var days = read(type, "(NULL), ('2024-01-31'), ('0001-02-03')");
        assertThat(days.isMissing(0)).isTrue();
        assertThat(days.get(1)).isEqualTo(LocalDate.of(2024, 1, 31));
        assertThat(days.get(2)).isEqualTo(LocalDate.of(1, 2, 3));
        var times = read(type, "('2024-01-31 10:11:12.250'), ('2024-01-31T10:11'), (NULL)");
        assertThat(times.get(0)).isEqualTo(LocalDateTime.of(2024, 1, 31, 10, 11, 12, 250_000_000));
        assertThat(times.get(1)).isEqualTo(LocalDateTime.of(2024, 1, 31, 10, 11));
        assertThat(times.isMissing(2)).isTrue();
        assertThat(read(type, "('2024-01-31 10:11:12Z')").get(0))
                .isEqualTo(Instant.parse("2024-01-31T10:11:12Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-01-31 10:11:12.123456|2024-01-31 10:11:13",
                "2024-01-31|tomorrow",
                "31.01.2024|2024-01-31",
                "2024-01-31 10:11:12+02:00|2024-01-31 10:11:12+02:00",
                "2024-02-31|2024-01-31",
                "24:00|2024-01-31",
                "x|"
            })
    void otherTextsStayAsTheyAreWritten(String first, String second) throws SQLException {
        var values = "('%s'), (NULL), ('%s')".formatted(first, second == null ? "" : second);
        assertThat(read("TIMESTAMP", values).asList())
                .isEqualTo(java.util.List.of(first, "", second == null ? "" : second));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATE", "DATETIME", "TIMESTAMP"})
    void numbersStayNumbers(String type) throws SQLException {
        assertThat(read(type, "(20240131), (NULL), (20240201)").get(0)).isEqualTo(20240131);
        assertThat(read(type, "(1706695872000)").get(0)).isEqualTo(1_706_695_872_000L);
        assertThat(read(type, "(2460340.924)").get(0)).isEqualTo(2460340.924);
        assertThat(read(type, "(20240131), ('2024-01-31')").asList())
                .isEqualTo(java.util.List.of("20240131", "2024-01-31"));
    }

    @Test
    void textsOfOtherColumnsAreTexts() throws SQLException {
        assertThat(read("TEXT", "('2024-01-31')").type()).isEqualTo(ColumnType.STRING);
    }
}
