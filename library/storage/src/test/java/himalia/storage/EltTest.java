package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import himalia.display.bundle.MimeBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class EltTest {
    @TempDir private Path folder;

    @BeforeEach
    void orders() throws IOException {
        write("orders-1.csv", "day,city,amount\n2024-01-01,Oslo,10\n2024-01-02,Rome,5\n");
        write("orders-2.csv", "day,city,amount\n2024-01-02,Oslo,2.5\n");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static Table cities(String country) {
        return Table.create(
                "c",
                StringColumn.create("city", List.of("Oslo", "Rome")),
                StringColumn.create("country", List.of("NO", country)));
    }

    private Path warehouse() {
        return folder.resolve("shop.duckdb");
    }

    private Elt elt(String daily, Table cities) {
        return Elt.into(warehouse())
                .load("orders", folder.resolve("orders-*.csv"))
                .load("cities", cities)
                .step("daily", daily)
                .step("best", "select max(total) as best from daily")
                .step(
                        "countries",
                        "select country, sum(amount) as total -- from daily, of which 'best'\n"
                                + "from orders join cities using (city) group by country");
    }

    private static final String DAILY = "select day, sum(amount) as total from orders group by day";

    private static List<String> ran(EltRun run) {
        return run.steps().stream().filter(EltStep::ran).map(EltStep::table).toList();
    }

    private String ask(String sql) {
        try (var sqls = Sql.open(warehouse().toString())) {
            return sqls.query(sql).get(0, 0).toString();
        }
    }

    @Test
    void whatHasNotChangedIsLeft() throws IOException {
        var first = elt(DAILY, cities("IT")).run();
        assertThat(ran(first)).hasSize(5);
        assertThat(first.steps()).extracting(EltStep::rows).containsExactly(3L, 2L, 2L, 1L, 2L);
        assertThat(first.steps().get(4).from()).containsExactly("orders", "cities");
        assertThat(ask("select total from daily where day = '2024-01-02'")).isEqualTo("7.5");

        assertThat(ran(elt(DAILY, cities("IT")).run())).isEmpty();
        assertThat(ran(elt("\n" + DAILY + "\n", cities("IT")).run())).isEmpty();
        assertThat(ran(elt(DAILY + " having total > 0", cities("IT")).run()))
                .containsExactly("daily", "best");
        assertThat(ran(elt(DAILY + " having total > 0", cities("FR")).run()))
                .containsExactly("cities", "countries");
        write("orders-3.csv", "day,city,amount\n2024-01-03,Rome,1\n");
        assertThat(ran(elt(DAILY + " having total > 0", cities("FR")).run()))
                .containsExactly("orders", "daily", "best", "countries");
        Files.setLastModifiedTime(folder.resolve("orders-1.csv"), FileTime.fromMillis(0));
        assertThat(elt(DAILY + " having total > 0", cities("FR")).run().ran()).isEqualTo(4);
    }

    @Test
    void filesOfFoldersComeWithWhatTheFoldersSay() throws IOException {
        Files.createDirectories(folder.resolve("parts/year=2023"));
        Files.createDirectories(folder.resolve("parts/year=2024"));
        write("parts/year=2023/a.csv", "n\n1\n");
        write("parts/year=2024/b.csv", "n\n2\n3\n");
        var elt =
                Elt.into(folder.resolve("parts.duckdb"))
                        .load("a", folder.resolve("parts"))
                        .load("b", folder.resolve("parts/*/*.csv"))
                        .step("c", "from a union all from b");
        elt.run();
        assertThat(elt.run().steps()).extracting(EltStep::ran).containsOnly(false);
        try (var sql = Sql.open(folder.resolve("parts.duckdb").toString())) {
            var sums = sql.query("select year, sum(n)::int n from c group by year order by year");
            assertThat(sums.column("year").asList()).hasToString("[2023, 2024]");
            assertThat(sums.column("n").asList()).hasToString("[2, 10]");
        }
    }

    @Test
    void whatNamedFoldersSayIsAColumnOfAPatternToo() throws IOException {
        for (var place : List.of("year=2024", "data[1]", "{x}")) {
            Files.createDirectories(folder.resolve(place));
            write(place + "/a.csv", "n\n1\n");
            write(place + "/bb.csv", "n\n2\n");
        }
        Elt.into(warehouse())
                .load("named", folder.resolve("year=2024/*.csv"))
                .load("one", folder.resolve("year=2024/a.csv"))
                .load("brackets", folder.resolve("data[1]/*.csv"))
                .load("braces", folder.resolve("{x}/?.csv"))
                .run();
        assertThat(ask("select sum(year) from named")).isEqualTo("4048");
        assertThat(ask("select count(columns(*)) from one")).isEqualTo("1");
        assertThat(ask("select sum(n) from brackets")).isEqualTo("3");
        assertThat(ask("select sum(n) from braces")).isEqualTo("1");
    }

    @Test
    void aFoldersColumnIsNoneOfTheFileWhateverTheCase() throws IOException {
        Files.createDirectories(folder.resolve("year=2024"));
        write("year=2024/a.csv", "Year,n\n2023,1\n");
        var files = folder.resolve("year=2024/*.csv");
        var said = "'year' is a column of a.csv, and the name of a folder that it lies in";
        var elt = Elt.into(warehouse()).load("a", files);
        assertThatThrownBy(elt::run).hasMessageContaining(said);
        assertThatThrownBy(() -> Storage.read(files)).hasMessageContaining(said);
        assertThatThrownBy(() -> Storage.convert(files, folder.resolve("a.parquet")))
                .hasMessageContaining(said);
    }

    /** What they say is looked at once, not once for each. */
    @Test
    void manyFilesTakeNoTimeOfTheirSquare() throws IOException {
        for (int at = 0; at < 3_000; at++) {
            var place = "many/day=%d/city=c%d".formatted(at % 30, at % 10);
            Files.createDirectories(folder.resolve(place));
            write("%s/%04d.csv".formatted(place, at), "n\n1\n");
        }
        var source = new EltSource.FilesNamed(folder.resolve("many"));
        var files = assertTimeoutPreemptively(Duration.ofSeconds(10), source::found);
        assertThat(files.sources()).hasSize(3_000);
        for (int place = 0; place < 3_000; place++) {
            var name = files.sources().get(place).file().getFileName().toString();
            int at = Integer.parseInt(name.replace(".csv", ""));
            assertThat(files.keys().get(place).get("day")).isEqualTo(at % 30 + "");
        }
    }

    /** The file gives the database its name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "elt", "main", "temp", "system", "memory", "select", "a b.c", "o\"r", "steps"
            })
    void aWarehouseMayBeCalledAnything(String name) throws IOException {
        var elt =
                Elt.into(folder.resolve(name + ".duckdb"))
                        .load("elt", folder.resolve("orders-[12].csv"))
                        .step("steps", "select sum(amount) as total from elt");
        assertThat(ran(elt.run())).containsExactly("elt", "steps");
        assertThat(ran(elt.run())).isEmpty();
        try (var sql = Sql.open(folder.resolve(name + ".duckdb").toString())) {
            assertThat(sql.query("select total from steps").get(0, 0)).hasToString("17.5");
        }
    }

    @Test
    void aTableThatIsGoneIsMadeAgain() throws Exception {
        elt(DAILY, cities("IT")).run();
        try (var duck = DriverManager.getConnection("jdbc:duckdb:" + warehouse());
                var statement = duck.createStatement()) {
            statement.execute("drop table daily");
        }
        assertThat(ran(elt(DAILY, cities("IT")).run())).containsExactly("daily");
    }

    @Test
    void anErrorNamesStepAndLineAndLeavesWhatWasThere() throws IOException {
        elt(DAILY, cities("IT")).run();
        write("orders-3.csv", "day,city,amount\n2024-01-03,Rome,1\n");

        assertThatThrownBy(
                        () ->
                                elt("select day, sum(amount) as total\nfrom order", cities("IT"))
                                        .run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("step 'daily': ")
                .hasMessageContaining("\nline 2: from order\n             ^^^^^")
                .hasMessageEndingWith("\nNothing was changed in the warehouse.");

        assertThat(ask("select count(*) from orders")).isEqualTo("3");
        assertThat(ran(elt(DAILY, cities("IT")).run()))
                .containsExactly("orders", "daily", "best", "countries");
    }

    @Test
    void columnsThatHaveChangedAreTold() throws IOException {
        elt(DAILY, cities("IT")).run();
        write("orders-1.csv", "day,city,amount,shop\n2024-01-01,Oslo,few,a\n");
        write("orders-2.csv", "day,city,amount,shop\n2024-01-02,Oslo,many,a\n");
        var run =
                Elt.into(warehouse())
                        .load("orders", folder.resolve("orders-*.csv"))
                        .step("daily", "select day as date from orders")
                        .run();
        assertThat(run.steps().get(0).changes())
                .containsExactly(
                        "column 'amount' was DOUBLE and is VARCHAR",
                        "column 'shop' is new (VARCHAR)");
        assertThat(run.steps().get(1).changes())
                .containsExactly(
                        "column 'date' is new (DATE)",
                        "column 'day' is gone",
                        "column 'total' is gone");
    }

    @Test
    void filesOfOneTableHaveTheSameColumns() throws IOException {
        write("orders-2.csv", "day,city,sum\n2024-01-02,Oslo,2.5\n");
        assertThatThrownBy(() -> elt(DAILY, cities("IT")).run())
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "orders-2.csv has other columns than orders-1.csv: without [amount], with [sum]; take each by itself");
        write("orders-2.csv", "day,city,amount\n2024-01-02,Oslo\n");
        assertThatThrownBy(() -> elt(DAILY, cities("IT")).run())
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("orders-2.csv, line 2: ");
    }

    @Test
    void whatIsThereIsNotLost() throws Exception {
        try (var duck = DriverManager.getConnection("jdbc:duckdb:" + warehouse());
                var statement = duck.createStatement()) {
            statement.execute("create table daily as select 42 as mine");
        }
        assertThatThrownBy(() -> elt(DAILY, cities("IT")).run())
                .hasMessage(
                        "the warehouse has a table 'daily' that no run of Elt has made, and it would be lost; give the new one another name");
        assertThat(ask("select mine from daily")).isEqualTo("42");
    }

    @Test
    void namesAreLookedAtBeforeAnythingRuns() {
        assertThatThrownBy(() -> Elt.into(folder.resolve("shop.db")))
                .hasMessage("'shop.db' is no warehouse; its name must end in .duckdb");
        var elt = Elt.into(warehouse()).step("a", "select 1 as x");
        assertThatThrownBy(() -> elt.step("A", "select 2 as x"))
                .hasMessage("'A' is made twice; give one of them another name");
        assertThatThrownBy(() -> elt.step("a b", "select 2 as x"))
                .hasMessage(
                        "'a b' is no name of a table here: letters, digits and _, and no digit first");
        assertThatThrownBy(() -> elt.load("b", folder.resolve("x-*.csv")).run())
                .hasMessage("no file is called 'x-*.csv' in %s", folder);
        assertThat(warehouse())
                .satisfies(
                        file ->
                                assertThat(ask("from duckdb_tables() select count(*)"))
                                        .isEqualTo("0"));
    }

    @Test
    void aRunIsDrawnAsTheWayFromFilesToTables() throws IOException {
        var run = elt(DAILY, cities("IT")).run();
        var again = elt(DAILY + " order by day", cities("IT")).run();

        assertThat(String.valueOf(again.bundle().data().get(MimeBundle.MARKDOWN)))
                .startsWith(
                        """
                        ```mermaid
                        graph LR
                          t0["orders<br/>3 rows"]:::same
                          f0(["orders-*.csv"])
                          f0 --> t0
                          t1["cities<br/>2 rows"]:::same
                          f1(["table cities"])
                          f1 --> t1
                          t2["daily<br/>2 rows"]
                          t0 --> t2
                        """)
                .contains("| orders | orders-\\*.csv | 3 | unchanged |");
        assertThat(run.toString())
                .startsWith(
                        "shop.duckdb: 5 of 5 tables made anew\norders ← orders-*.csv: 3 rows, ran, ");
    }

    @Test
    void valuesAreBoundAndBelongToTheStep() throws IOException {
        var elt = Elt.into(warehouse()).load("orders", folder.resolve("orders-1.csv"));
        var sql = "select * from orders where amount > ? and city = ?";
        assertThat(elt.step("large", sql, 5, "Oslo").run().steps().get(1).rows()).isEqualTo(1);
        assertThat(ran(elt.step("large", sql, 5, "Oslo").run())).isEmpty();
        assertThat(ran(elt.step("large", sql, 11, "Oslo").run())).containsExactly("large");
    }
}
