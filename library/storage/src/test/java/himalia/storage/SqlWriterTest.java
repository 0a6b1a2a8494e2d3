package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.display.bundle.Progress;
import himalia.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

class SqlWriterTest {
    @TempDir private Path folder;

    private static Table table() {
        return Tables.of(
                List.of(
                        Arrays.asList(
                                1,
                                5_000_000_000L,
                                0.1,
                                true,
                                "it's \"ü\"",
                                LocalDate.of(2024, 2, 29),
                                LocalDateTime.of(2024, 1, 1, 1, 2, 3, 4_000_000),
                                Instant.parse("1969-12-31T23:59:59.999Z")),
                        Arrays.asList(-1, null, null, false, null, null, null, null)),
                "order",
                "l",
                "d \"x\"",
                "flag",
                "text",
                "day",
                "at",
                "moment");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "duckdb"})
    void aTableStaysInTheDatabaseAsItWas(String kind) {
        var url = "jdbc:%s:%s".formatted(kind, folder.resolve("shop." + kind));
        try (var sql = Sql.open(url)) {
            sql.write("my people", table());
        }
        try (var sql = Sql.open(url)) {
            var back = sql.query("select * from \"my people\"");
            var wanted = table();
            if (kind.equals("sqlite")) {
                // It has no such types: they are numbers and texts there.
                assertThat(back.column("flag").asList().toString()).isEqualTo("[1, 0]");
                assertThat(back.getString(0, "moment")).isEqualTo("1969-12-31 23:59:59.999+00:00");
                back.removeColumns("flag", "moment");
                wanted.removeColumns("flag", "moment");
            }
            assertThat(Tables.maps(back)).isEqualTo(Tables.maps(wanted));
            assertThatThrownBy(() -> sql.write("my people", table()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("already exists");
            assertThat(sql.query("select count(*) as n from \"my people\"").getString(0, "n"))
                    .isEqualTo("2");
        }
    }

    @Test
    void manyRowsAreWrittenInPortions() {
        var rows = new ArrayList<List<Object>>();
        for (int i = 0; i < 2_500; i++) {
            rows.add(List.of(i));
        }
        try (var sql = Sql.open("jdbc:sqlite:" + folder.resolve("many.sqlite"))) {
            sql.write("t", Tables.of(rows, "i"));
            var sums = sql.query("select count(*) as n, sum(i) as s from t");
            assertThat(sums.getString(0, "n")).isEqualTo("2500");
            assertThat(sums.getString(0, "s")).isEqualTo("3123750");
        }
    }

    @Test
    void whatATransactionHeldBeforeStaysWhenATableIsRefused() throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + folder.resolve("open.sqlite"));
                var statement = connection.createStatement()) {
            statement.execute("create table mine (i int)");
            connection.setAutoCommit(false);
            statement.execute("insert into mine values (1)");
            assertThatThrownBy(() -> write(connection))
                    .hasMessageContaining("already exists")
                    .hasMessageContaining("drop table \"mine\"");
            connection.commit();
            try (var rows = statement.executeQuery("select count(*) from mine")) {
                assertThat(rows.getInt(1)).isEqualTo(1);
            }
        }
    }

    private static void write(Connection connection) throws IOException {
        FileWork.run(
                Path.of("mine"),
                Progress.unseen("rows", 1),
                job -> {
                    try {
                        SqlWriter.write(connection, "mine", table(), true, job);
                        return "";
                    } catch (SQLException e) {
                        throw new IOException(e.getMessage(), e);
                    }
                });
    }
}
