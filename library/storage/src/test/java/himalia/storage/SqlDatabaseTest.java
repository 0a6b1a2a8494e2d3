package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

/** What differs between databases, and what they say of themselves. */
class SqlDatabaseTest {
    @TempDir private Path folder;

    private static Path spill(Sql sql) {
        return Path.of(
                sql.query("select current_setting('temp_directory') as t").getString(0, "t"));
    }

    @Test
    void eachDatabaseInMemorySpillsIntoAFolderOfItsOwnThatIsGoneWhenItCloses() {
        Path own;
        try (var one = Sql.open();
                var other = Sql.open("jdbc:duckdb::memory:")) {
            own = spill(one);
            assertThat(own).isNotEqualTo(spill(other)).isAbsolute();
            one.run("set memory_limit = '40MB'", List.of());
            one.run("set threads = 1", List.of());
            one.run(
                    "create temp table large as select range as a, hash(range) as b, hash(range + 1) as c from range(8000000)",
                    List.of());
            assertThat(own).isDirectory();
            assertThat(one.query("select count(*) as n from large").get(0, 0))
                    .hasToString("8000000");
        }
        assertThat(own).doesNotExist();
    }

    @Test
    void aDatabaseThatWasToldWhereToSpillDoesSo() {
        try (var sql = Sql.open("jdbc:duckdb:;temp_directory=" + folder)) {
            assertThat(spill(sql)).isEqualTo(folder);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:duckdb:", "jdbc:sqlite::memory:"})
    void anOpenTransactionIsUndoneHoweverItWasBegun(String url) {
        try (var sql = Sql.open(url)) {
            sql.run("create table t (a int)", List.of());
            assertThat(sql.undo()).isFalse();
            for (var begin : List.of("begin", "/* now */ begin transaction")) {
                sql.run(begin, List.of());
                sql.run("insert into t values (1)", List.of());
                assertThat(sql.undo()).isTrue();
                assertThat(sql.undo()).isFalse();
            }
            sql.run("begin", List.of());
            sql.run("commit", List.of());
            assertThat(sql.undo()).isFalse();
            assertThat(sql.query("select a from t").rowCount()).isZero();
        }
    }

    @Test
    void aConnectionWithoutAutocommitIsRolledBack() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            connection.createStatement().execute("create table t (a int)");
            connection.setAutoCommit(false);
            connection.createStatement().execute("insert into t values (1)");
            assertThat(OpenTransaction.undo(connection)).isTrue();
            assertThat(OpenTransaction.undo(connection)).isFalse();
            try (var count = connection.createStatement().executeQuery("select count(*) from t")) {
                assertThat(count.getInt(1)).isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:duckdb:", "jdbc:sqlite::memory:"})
    void datesOfOldAreHandedOverAsTheOthers(String url) {
        var time = LocalDateTime.of(2024, 1, 31, 10, 0, 1);
        try (var sql = Sql.open(url)) {
            var day = time.toLocalDate();
            var clock = time.toLocalTime();
            var both =
                    sql.query(
                            "select ? as a, ? as b, ? as c, ? as d, ? as e, ? as f, ? as g, ? as h",
                            java.sql.Date.valueOf(day),
                            day,
                            java.sql.Time.valueOf(clock),
                            clock,
                            Timestamp.valueOf(time),
                            time,
                            new Date(5_000),
                            Instant.ofEpochSecond(5));
            for (int i = 0; i < 8; i += 2) {
                assertThat(both.get(0, i)).isEqualTo(both.get(0, i + 1));
            }
            assertThat(String.valueOf(both.get(0, 0))).isEqualTo("2024-01-31");
        }
    }

    @Test
    void aFileThatIsLockedOrAnothersIsToldAsSuch() throws Exception {
        var file = folder.resolve("mine.db");
        try (var holder = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            holder.createStatement().execute("create table t (a int)");
            holder.createStatement().execute("begin exclusive");
            assertThatThrownBy(() -> Sql.open(file.toString()))
                    .hasMessageStartingWith("'" + file + "' cannot be read: ")
                    .hasMessageContaining("locked");
        }
        var misnamed = Files.copy(file, folder.resolve("mine.duckdb"));
        assertThatThrownBy(() -> Sql.open(misnamed.toString()))
                .hasMessage(
                        "'%s' is a file of SQLite, not of DuckDB; jdbc:sqlite:%1$s opens it"
                                .formatted(misnamed));
    }

    @Test
    void numbersOfSqliteThatAreDoublesAreTaken() {
        try (var lite = Sql.open("jdbc:sqlite::memory:")) {
            for (double large : new double[] {1e23, 1e300, 0.1, Double.MIN_VALUE}) {
                for (var exact : List.of(new BigDecimal(large), BigDecimal.valueOf(large))) {
                    assertThat(lite.query("select ? as a", exact).get(0, 0)).isEqualTo(large);
                }
            }
        }
    }

    /** With no rows and with some, whatever the type. */
    @Test
    void aColumnHasTheTypeThatTheDatabaseSays() {
        try (var sql = Sql.open()) {
            var some =
                    "1::tinyint as a, 1::utinyint as b, 1::integer as c, 1::uinteger as d, 1::bigint as e, 1::ubigint as f, 1::hugeint as g,"
                            + " 0.5::float as h, 0.5::double as i, 0.5::decimal(9,2) as j, true as k, 'x' as l, date '2024-01-01' as m,"
                            + " time '10:00' as n, timestamp '2024-01-01' as o, timestamptz '2024-01-01' as p, sum(1) as q, sum(1.5) as r,"
                            + " sum(1.5::float) as s, avg(1) as t, timestamp_s '2024-01-01' as u, timestamp_ns '2024-01-01' as v, timestamp_ms '2024-01-01' as w";
            var rows = sql.query("select " + some);
            assertThat(sql.query("select " + some + " having false").types())
                    .isEqualTo(rows.types());
            sql.run("create table t as select 1 as i, 1.5::float as f", List.of());
            assertThat(sql.query("select sum(i), max(f) from t where i > 9").types())
                    .isEqualTo(sql.query("select sum(i), max(f) from t").types());
        }
    }

    /** As PostgreSQL's driver names them, which no test has. */
    @Test
    void aTimeWithAZoneIsReadAsOneWhateverItsDriverSays() {
        assertThat(ResultReader.type(Types.TIMESTAMP, "timestamptz"))
                .isEqualTo(Types.TIMESTAMP_WITH_TIMEZONE);
        assertThat(ResultReader.type(Types.TIMESTAMP, "timestamp")).isEqualTo(Types.TIMESTAMP);
    }

    @Test
    void rowsThatAStatementChangesAreCounted() {
        for (var url : List.of("jdbc:duckdb:", "jdbc:sqlite::memory:")) {
            try (var sql = Sql.open(url)) {
                sql.run("create table t (a int)", List.of());
                assertThat(sql.changed()).as(url).isEmpty();
                sql.run("insert into t values (1), (2)", List.of());
                assertThat(sql.changed()).hasValue(2);
                sql.run("create table u (a int)", List.of());
                assertThat(sql.changed()).isEmpty();
                sql.run(" update t set a = 5 where a > 9", List.of());
                assertThat(sql.changed()).hasValue(0);
                sql.query("select 1 as a");
                assertThat(sql.changed()).isEmpty();
            }
        }
    }

    @Test
    void aTableWithoutColumnsIsRefusedInALine() {
        try (var sql = Sql.open()) {
            assertThatThrownBy(() -> sql.with("none", Table.create("none")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("table 'none' has no columns, and SQL knows no such table");
        }
    }

    @Test
    void aTimeOfTheDayKeepsWhatItHasOfASecond() {
        try (var lite = Sql.open("jdbc:sqlite::memory:")) {
            var time = new java.sql.Time(java.sql.Time.valueOf("10:00:00").getTime() + 250);
            assertThat(lite.query("select ? as t", time).getString(0, "t"))
                    .isEqualTo(
                            lite.query("select ? as t", LocalTime.parse("10:00:00.25"))
                                    .getString(0, "t"));
            assertThat(lite.query("select ? as d", java.sql.Date.valueOf("1500-01-01")).get(0, 0))
                    .hasToString(LocalDate.of(1500, 1, 1).toString());
        }
    }

    @Test
    void aConnectionThatIsLostDoesNotPassForOneWithoutATransaction() throws Exception {
        try (var live = DriverManager.getConnection("jdbc:duckdb:")) {
            var lost = DriverManager.getConnection("jdbc:duckdb:");
            lost.close();
            var connection =
                    Drivers.with(
                            Connection.class,
                            live,
                            "createStatement",
                            () -> lost.createStatement());
            assertThatThrownBy(() -> OpenTransaction.undo(connection))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("closed");
        }
    }

    @Test
    void aDriverThatCountsInIntAloneIsAskedSo() throws Exception {
        try (var live = DriverManager.getConnection("jdbc:sqlite::memory:");
                var statement = live.createStatement()) {
            statement.execute("create table t (a int)");
            statement.execute("insert into t values (1), (2)");
            for (var refusal :
                    List.of(
                            new UnsupportedOperationException(),
                            new java.sql.SQLFeatureNotSupportedException("not here"))) {
                var old =
                        Drivers.with(
                                Statement.class,
                                statement,
                                "getLargeUpdateCount",
                                () -> {
                                    throw refusal;
                                });
                assertThat(UpdateCount.of(old)).isEqualTo(2);
            }
        }
    }
}
