package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no name there has an asterisk")
class ManyFilesTest {
    @TempDir Path folder;

    private void file(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void whatMatchesIsOneTableInTheOrderOfNames() throws IOException {
        file("t2.csv", "a,b\n3,z\n");
        file("t1.csv", "a,b\n1,x\n2,y\n");
        file("other.csv", "c\n9\n");
        var all = Storage.read(folder.resolve("t*.csv"));
        assertThat(all.intColumn("a").asList()).containsExactly(1, 2, 3);
        assertThat(all.stringColumn("b").asList()).containsExactly("x", "y", "z");
    }

    @Test
    void aFolderThatDuckDbHasPartitionedComesWithItsKeys() throws SQLException {
        var target = folder.resolve("trips");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute(
                    "copy (select i as id, i * 0.5 as fare, 2023 + i % 2 as year, case i % 3 when 0 then 'São Paulo' when 1 then 'a/b' end as city, date '2024-01-01' + (i % 2)::int as day from range(12) t(i)) to '"
                            + target
                            + "' (format parquet, partition_by (year, city, day))");
        }
        var trips = read(target);
        assertThat(trips.columnNames()).containsExactly("id", "fare", "year", "city", "day");
        assertThat(trips.rowCount()).isEqualTo(12);
        assertThat(trips.column("year").type()).isEqualTo(ColumnType.INTEGER);
        assertThat(trips.column("day").type()).isEqualTo(ColumnType.LOCAL_DATE);
        for (var row : trips) {
            long id = row.getLong("id");
            assertThat(row.getInt("year")).isEqualTo((int) (2023 + id % 2));
            assertThat(row.getDate("day")).isEqualTo(LocalDate.of(2024, 1, 1).plusDays(id % 2));
            assertThat(row.getString("city"))
                    .isEqualTo(id % 3 == 0 ? "São Paulo" : id % 3 == 1 ? "a/b" : "");
        }
        assertThat(read(target.resolve("year=2023/*/*/*.parquet")).rowCount()).isEqualTo(6);
        assertThat(read(target.resolve("**.parquet")).rowCount()).isEqualTo(12);
    }

    private static Table read(Path file) {
        try {
            return Storage.read(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatProgramsLeaveBesideIsNotRead() throws IOException {
        file("p/a.csv", "x\n1\n");
        file("p/.ipynb_checkpoints/a-checkpoint.csv", "x\n1\n");
        file("p/.himalia-1.csv", "x\n1\n");
        file("p/deep/er/b.csv", "x\n2\n");
        assertThat(Storage.read(folder.resolve("p/**.csv")).rowCount()).isEqualTo(2);
        assertThat(Storage.read(folder.resolve("p/*.csv")).rowCount()).isEqualTo(1);
        assertThat(Storage.read(folder.resolve("p")).rowCount()).isEqualTo(2);
    }

    @Test
    void aFolderThatIsNamedIsAColumnToo() throws IOException {
        file("q/day=2026-01-30/a.csv", "x\n1\n");
        file("q/day=2026-01-31/a.csv", "x\n2\n");
        assertThat(Storage.read(folder.resolve("q")).dateColumn("day").get(1))
                .isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(Storage.read(folder.resolve("q/day=2026-01-30/*.csv")).columnNames())
                .containsExactly("x", "day");
        file("r/x=1/a.csv", "x\n1\n");
        assertThatThrownBy(() -> Storage.read(folder.resolve("r")))
                .hasMessageContaining("'x' is a column of a.csv, and the name of a folder");
    }

    @Test
    void keysAreNotRounded() throws IOException {
        file("s1.csv", "x\n9007199254740993\n");
        file("s2.csv", "x\n0.5\n");
        assertThatThrownBy(() -> Storage.read(folder.resolve("s?.csv")))
                .hasMessageContaining("holds 9007199254740993 in s1.csv");
    }

    @Test
    void numbersTakeTheTypeThatHoldsAll() throws IOException {
        file("a1.csv", "x,y,z\n1,,1\n");
        file("a2.csv", "z,x,y\n2,2.5,t\n");
        file("a3.csv", "x,y,z\n3,u,5000000000\n");
        var all = Storage.read(folder.resolve("a?.csv"));
        assertThat(all.doubleColumn("x").asDoubleArray()).containsExactly(1, 2.5, 3);
        assertThat(all.stringColumn("y").asList()).containsExactly("", "t", "u");
        assertThat(all.longColumn("z").asList()).containsExactly(1L, 2L, 5_000_000_000L);
    }

    @Test
    void whatDoesNotFitIsSaidWithItsFiles() throws IOException {
        file("b1.csv", "x,y\n1,2\n");
        file("b2.csv", "x,z\n1,2\n");
        assertThatThrownBy(() -> Storage.read(folder.resolve("b*.csv")))
                .hasMessage(
                        "b2.csv has other columns than b1.csv: without [y], with [z]; take each by itself");
        file("c1.csv", "x\n1\n");
        file("c2.csv", "x\nOslo\n");
        var query =
                "select * from read_csv(['%s', '%s'], types = {'x': 'VARCHAR'})"
                        .formatted(folder.resolve("c1.csv"), folder.resolve("c2.csv"));
        assertThatThrownBy(() -> Storage.read(folder.resolve("c*.csv")))
                .hasMessage(
                        "column 'x' holds whole numbers in c1.csv and text in c2.csv; "
                                + query
                                + " in %%sql has it as texts from both");
        try (var sql = Sql.open()) {
            assertThat(sql.query(query).stringColumn("x").asList()).containsExactly("1", "Oslo");
        }
        file("day1.csv", "at\n03/04/2024\n");
        file("day2.csv", "at\n25/12/2024\n");
        for (var name : List.of("day.parquet", "day.csv")) {
            assertThatThrownBy(
                            () -> Storage.convert(folder.resolve("day?.csv"), folder.resolve(name)))
                    .hasMessageEndingWith(
                            "; where these are dates, say how they are written, CsvOptions.defaults().dateFormat(\"dd/MM/yyyy\")");
        }
        assertThatThrownBy(() -> Storage.read(folder.resolve("day?.csv")))
                .hasMessageContaining("CsvOptions.defaults().dateFormat");
        file("t1.csv", "t\n2024-01-01T10:00:00Z\n");
        file("t2.csv", "t\n2024-01-01T10:00:00\n");
        assertThatThrownBy(() -> Storage.read(folder.resolve("t?.csv")))
                .hasMessageStartingWith(
                        "column 't' holds points in time with a zone in t1.csv and points in time in t2.csv; ");
        file("d/1.csv", "x\n1\n");
        file("d/2.jsonl", "{\"x\": 1}\n");
        file("d/_SUCCESS", "");
        assertThatThrownBy(() -> Storage.read(folder.resolve("d")))
                .hasMessageContaining("several formats (1 × CSV, 1 × JSON_LINES)");
        file("e/readme.txt", "");
        assertThatThrownBy(() -> Storage.read(folder.resolve("e")))
                .hasMessageContaining("holds no file of a table");
    }

    @Test
    void wholeNumbersBesideShortFloatsKeepTheirDigits() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("copy (select 16777217 as x) to '%s/f1.parquet'".formatted(folder));
            statement.execute("copy (select 0.5::float as x) to '%s/f2.parquet'".formatted(folder));
        }
        var read = Storage.read(folder.resolve("f*.parquet"));
        Storage.convert(folder.resolve("f*.parquet"), folder.resolve("all.arrow"));
        var converted = Storage.read(folder.resolve("all.arrow"));
        assertThat(converted.doubleColumn("x").asDoubleArray()).containsExactly(16_777_217, 0.5);
        assertThat(Checksums.of(converted)).isEqualTo(Checksums.of(read));
    }
}
