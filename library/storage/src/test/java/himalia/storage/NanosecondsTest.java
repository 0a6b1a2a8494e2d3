package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Moments to the nanosecond, as pandas writes them, have in SQL the type that their file has. */
class NanosecondsTest {
    private static final String WHOLE = "2026-01-01T10:00:00.250Z";
    private static final String LONG = "2026-01-01T10:00:00.000000001Z";

    @TempDir private Path folder;
    private String file = "";

    @BeforeEach
    void written() throws Exception {
        file = folder.resolve("t.parquet").toString();
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duck.createStatement()) {
            statement.execute(
                    "copy (select '%s'::timestamptz_ns as t, '%s'::timestamptz_ns as f, 1.5::decimal(3,1) as d union all select null, null, 2) to '%s'"
                            .formatted(WHOLE, LONG, file));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"select t, f", "select t, f, d"})
    void aResultHasTheTypesOfTheFile(String what) throws Exception {
        var read = Storage.read(file);
        assertThat(read.instantColumn("t").get(0)).isEqualTo(Instant.parse(WHOLE));
        try (var sql = Sql.open()) {
            var asked = sql.query(what + " from '" + file + "'");
            assertThat(asked.instantColumn("t").get(0)).isEqualTo(Instant.parse(WHOLE));
            assertThat(asked.instantColumn("t").isMissing(1)).isTrue();
            assertThat(asked.stringColumn("f").asList()).containsExactly(LONG, "");
            assertThat(read.stringColumn("f").asList()).containsExactly(LONG, "");
        }
    }

    @Test
    void theZoneOfAConnectionChangesNone() throws Exception {
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duck.createStatement()) {
            statement.execute("set TimeZone = 'Asia/Kolkata'");
            try (var result = statement.executeQuery("select t, d from '" + file + "'")) {
                assertThat(Storage.read(result).instantColumn("t").get(0))
                        .isEqualTo(Instant.parse(WHOLE));
            }
        }
    }

    @Test
    void aComparisonSaysHowTheyAreCast() throws Exception {
        var told = "; cast the one of nanoseconds: t::timestamptz";
        try (var sql = Sql.open()) {
            var from = "select count(*) from '" + file + "' where ";
            assertThatThrownBy(() -> sql.query(from + "t > ?", Instant.EPOCH))
                    .hasMessageContaining(told);
            assertThat(sql.query(from + "t::timestamptz > ?", Instant.EPOCH).get(0, 0))
                    .hasToString("1");
        }
        var later = ConvertOptions.defaults().where("t > timestamptz '2020-01-01'");
        var to = folder.resolve("x.csv");
        assertThatThrownBy(() -> Storage.convert(Path.of(file), to, later))
                .hasMessageContaining(told);
    }
}
