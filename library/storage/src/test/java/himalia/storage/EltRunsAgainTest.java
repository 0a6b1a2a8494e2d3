package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which steps run again, and which files are loaded. */
@Tag("once")
class EltRunsAgainTest {
    @TempDir private Path folder;

    private Elt elt() throws IOException {
        Files.writeString(
                folder.resolve("orders.csv"), "day,amount\n2024-01-01,10\n2024-01-02,5\n");
        return Elt.into(folder.resolve("shop.duckdb")).load("orders", folder.resolve("orders.csv"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from 'FOLDER/orders.csv'",
                "select * from orders where day in (select day from read_csv('FOLDER/orders.csv'))",
                "select *, now() as at from orders",
                "select *, Current_Date as today from orders",
                "select *, current_timestamp as at from orders",
                "select *, current_localtime() as at from orders",
                "select *, current_localtimestamp() as at from orders",
                "select *, age(timestamp '2020-01-01') as x from orders",
                "select *, random() as x from orders",
                "select *, ago(interval 1 day) as x from orders",
                "select *, mine(amount) as x from orders",
                "select * from orders using sample 1",
                "select * from elsewhere",
                "with x as (from elsewhere) from x join orders on true",
                "pivot orders on day using sum(amount)"
            })
    void whatMayBeMadeOfOtherThingsIsMadeAnew(String sql) throws Exception {
        var file = folder.resolve("shop.duckdb");
        try (var duck = DriverManager.getConnection("jdbc:duckdb:" + file);
                var statement = duck.createStatement()) {
            statement.execute("create table elsewhere as select 1 as one");
            statement.execute("create macro mine(x) as x * 2");
        }
        var words = sql.replace("FOLDER", folder.toString());
        var elt = elt().step("a", words).step("b", "select count(*) as n from a");
        elt.run();
        assertThat(elt.run().steps()).extracting(EltStep::ran).containsExactly(false, true, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select age(timestamp '2020-01-02', timestamp '2020-01-01') as x from orders",
                "with big as (select * from Orders where amount > 7) select sum(amount) over (order by day) as s from big",
                "select upper(day::varchar) || 'x' as d from orders, range(3) union all select 'y'",
                "from (values (1), (2)) as v(n), unnest([1, 2]) as u(m)"
            })
    void whatIsMadeOfTheTablesBeforeItIsLeft(String sql) throws IOException {
        var elt = elt().step("a", sql);
        elt.run();
        assertThat(elt.run().ran()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update orders set amount = 6 where amount = 5",
                "update sums set total = 999",
                "delete from orders",
                "insert into sums values (1)",
                "alter table sums rename total to all_of_it",
                "drop table sums"
            })
    void aTableThatSomebodyElseHasChangedIsMadeAnew(String sql) throws Exception {
        var file = folder.resolve("shop.duckdb");
        var elt = elt().step("sums", "select sum(amount) as total from orders");
        elt.run();
        try (var duck = DriverManager.getConnection("jdbc:duckdb:" + file);
                var statement = duck.createStatement()) {
            statement.execute(sql);
        }
        var run = elt.step("count", "select count(*) as n from orders").run();
        assertThat(run.ran()).isEqualTo(2);
        boolean isLeft = !sql.startsWith("drop");
        assertThat(run.toString().contains("it was no longer as the last run had made it"))
                .isEqualTo(isLeft);
        try (var made = Sql.open(file.toString())) {
            var all = made.query("select total, n from sums, count");
            assertThat(all.getUnformatted(0, 0)).isEqualTo("15");
            assertThat(all.getUnformatted(0, 1)).isEqualTo("2");
        }
        assertThat(elt.run().ran()).isZero();
    }

    @Test
    void whatAnOlderHimaliaHasMadeIsLeft() throws Exception {
        var elt = elt();
        elt.run();
        try (var duck =
                        DriverManager.getConnection(
                                "jdbc:duckdb:" + folder.resolve("shop.duckdb"));
                var statement = duck.createStatement()) {
            statement.execute("drop table elt.holds");
        }
        assertThat(elt.run().ran()).isZero();
        assertThat(elt.run().ran()).isZero();
    }

    @Test
    void filesOfOneNameAreDrawnWithTheirFolders() throws IOException {
        for (var name : List.of("a", "b")) {
            Files.writeString(
                    Files.createDirectory(folder.resolve(name)).resolve("1.csv"), "x\n1\n");
        }
        Files.writeString(folder.resolve("1.csv"), "x\n1\n");
        var run =
                Elt.into(folder.resolve("w.duckdb"))
                        .load("t", folder.resolve("a/*.csv"))
                        .load("u", folder.resolve("b/*.csv"))
                        .load("v", folder.resolve("1.csv"))
                        .run();
        assertThat(run.steps())
                .flatExtracting(EltStep::from)
                .containsExactly("a/*.csv", "b/*.csv", "1.csv");
    }

    @Test
    void aColumnOfAnyNameIsSeenToHaveChanged() throws Exception {
        var file = folder.resolve("shop.duckdb");
        var elt = elt().step("series", "select 1 as t, 2 as T_, sum(amount) as v from orders");
        elt.run();
        try (var duck = DriverManager.getConnection("jdbc:duckdb:" + file);
                var statement = duck.createStatement()) {
            statement.execute("update series set v = 0");
        }
        assertThat(elt.run().ran()).isEqualTo(1);
        assertThat(elt.run().ran()).isZero();
    }

    @Test
    void anOlderHimaliaMakesTablesInTheSameWarehouse() throws Exception {
        var elt = elt();
        elt.run();
        try (var duck =
                        DriverManager.getConnection(
                                "jdbc:duckdb:" + folder.resolve("shop.duckdb"));
                var statement = duck.createStatement()) {
            statement.execute("delete from elt.steps where name = 'orders'");
            statement.execute("insert into elt.steps values ('orders', 'other')");
            statement.execute("update orders set amount = 6");
        }
        assertThat(elt.run().ran()).isEqualTo(1);
        assertThat(elt.run().ran()).isZero();
    }

    @Test
    void aFileOfTheSameNameElsewhereIsAnotherOne() throws IOException {
        elt().run();
        var other = Files.createDirectory(folder.resolve("other")).resolve("orders.csv");
        Files.copy(folder.resolve("orders.csv"), other, StandardCopyOption.COPY_ATTRIBUTES);
        assertThat(Elt.into(folder.resolve("shop.duckdb")).load("orders", other).run().ran())
                .isEqualTo(1);
    }

    @Test
    void draftsAndCopiesThatProgramsKeepAreNotLoaded() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "x\n1\n");
        Files.writeString(folder.resolve(".himalia-draft.csv"), "x\n2\n");
        Files.createDirectory(folder.resolve("folder.csv"));
        var copies = Files.createDirectory(folder.resolve(".ipynb_checkpoints"));
        Files.writeString(copies.resolve("a-checkpoint.csv"), "x\n3\n");
        var run = Elt.into(folder.resolve("w.duckdb")).load("t", folder.resolve("*.csv")).run();
        assertThat(run.steps().get(0).rows()).isEqualTo(1);
        assertThat(Storage.read(folder.resolve("**.csv")).rowCount()).isEqualTo(1);
        assertThat(Storage.read(folder.resolve(".*/*.csv")).rowCount()).isEqualTo(1);
    }

    @Test
    void manyFilesAreOneTable() throws IOException {
        for (int i = 0; i < 130; i++) {
            var last = i == 129 ? "0.5" : String.valueOf(i);
            Files.writeString(folder.resolve("p-%03d.csv".formatted(i)), "x\n" + last + "\n");
        }
        var file = folder.resolve("w.duckdb");
        var run = Elt.into(file).load("t", folder.resolve("p-*.csv")).run();
        assertThat(run.steps().get(0).rows()).isEqualTo(130);
        try (var sql = Sql.open(file.toString())) {
            assertThat(sql.query("select x from t").doubleColumn(0).asList())
                    .hasSize(130)
                    .startsWith(0.0, 1.0)
                    .endsWith(128.0, 0.5);
            assertThat(sql.query("select table_name from duckdb_tables()").rowCount())
                    .as("t, elt.steps and elt.holds")
                    .isEqualTo(3);
        }
    }

    @Test
    void whatIsWrongInAFileIsToldAndNotWhatFollowsFromIt() throws IOException {
        var text = new StringBuilder("x,y\n");
        for (int row = 0; row < 300_000; row++) {
            text.append(row).append(",1\n");
        }
        Files.writeString(folder.resolve("late.csv"), text + "1,2,3\n");
        var elt = Elt.into(folder.resolve("w.duckdb")).load("t", folder.resolve("late.csv"));
        assertThatThrownBy(elt::run)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("late.csv, line 300002: ");
    }
}
