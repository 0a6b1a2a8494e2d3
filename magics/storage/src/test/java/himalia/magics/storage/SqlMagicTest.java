package himalia.magics.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.spi.CurrentNotebook;
import himalia.magics.spi.LineSoFar;
import himalia.magics.spi.SqlBody;
import himalia.storage.Sql;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class SqlMagicTest {
    @TempDir Path folder;

    record Person(String name, int age) {}

    private static final List<Person> PEOPLE =
            List.of(new Person("Ann", 30), new Person("Bo", 41), new Person("Cy", 25));

    private @Nullable Table run(SqlBody body, Object... words) throws Exception {
        return (Table)
                new PicocliCatalog()
                        .cell(new RecordingNotebook(folder), "sql", List.of(words), body);
    }

    private Table rows(SqlBody body) throws Exception {
        var rows = run(body);
        assertThat(rows).isNotNull();
        return rows;
    }

    private static SqlBody of(String before, @Nullable Object value, String after) {
        return new SqlBody()
                .variable("people", PEOPLE)
                .text(before)
                .value(CurrentNotebook.value("value", value))
                .text(after);
    }

    @Test
    void aListOfRecordsIsATable() throws Exception {
        var found = rows(of("select name from people where age > ", 28, " order by name"));
        assertThat(found.stringColumn("name").asList()).containsExactly("Ann", "Bo");
    }

    @Test
    void whatIsNoOpenDatabaseIsToldWithTheWayOut() throws Exception {
        var body = new SqlBody().text("select 1 as a");
        assertThatThrownBy(() -> run(body, "--connection", CurrentNotebook.value("five", 5)))
                .hasMessage(
                        "%sql: --connection takes a Sql, but 'five' is of type Integer. It is: A database that the notebook has open: a Sql, or a java.sql.Connection");
        var memory = Sql.open();
        memory.close();
        assertThatThrownBy(() -> run(body, "--connection", CurrentNotebook.value("shop", memory)))
                .hasMessageContaining(
                        "the database in memory is closed, and its tables are gone with it; open another one, Sql.open(), and give it its tables again, by with(…)");
        for (var url : List.of("jdbc:duckdb:", "jdbc:sqlite:")) {
            var opened = DriverManager.getConnection(url);
            opened.close();
            assertThatThrownBy(
                            () -> run(body, "--connection", CurrentNotebook.value("shop", opened)))
                    .hasMessageContaining(
                            "the connection to the database is closed; open it again, Sql.open(\"shop.duckdb\") or DriverManager.getConnection(…)");
        }
    }

    @Test
    void aListInBracesIsAsManyValues() throws Exception {
        assertThat(rows(of("from people where name in ", List.of("Ann", "Cy"), "")).rowCount())
                .isEqualTo(2);
        assertThat(rows(of("from people where age in (", new int[] {25, 41}, ")")).rowCount())
                .isEqualTo(2);
        assertThat(rows(of("from people where name in ", List.of(), "")).rowCount()).isZero();
        assertThat(rows(of("from people where name not in ", List.of(), "")).rowCount())
                .isEqualTo(3);
        assertThat(rows(of("select * from (values ", List.of("a", 1), ")")).columnCount())
                .isEqualTo(2);
        assertThat(
                        rows(new SqlBody()
                                        .text("select * from (values ")
                                        .value(CurrentNotebook.value("a", List.of("a", 1)))
                                        .text(", ")
                                        .value(CurrentNotebook.value("b", List.of("b", 2)))
                                        .text(")"))
                                .rowCount())
                .isEqualTo(2);
        assertThat(rows(of("select len(", List.of("Ann"), ") as n")).get(0, 0)).hasToString("1");
        assertThat(
                        rows(of("from people where age in ", IntColumn.create("age", 25, 41), ""))
                                .rowCount())
                .isEqualTo(2);
    }

    @Test
    void aTableInBracesIsATable() throws Exception {
        var few = Table.create("few", IntColumn.create("age", 25, 99));
        assertThat(
                        rows(of("select p.name from people p join ", few, " f on p.age = f.age"))
                                .get(0, 0))
                .isEqualTo("Cy");
    }

    @Test
    void statementsRunOneAfterTheOtherAndTheLastOneTells() throws Exception {
        var last =
                rows(
                        new SqlBody()
                                .text(
                                        "create or replace table words (w varchar);\n-- a; b\ninsert into words values ('x;y');\n\nfrom words;\n"));
        assertThat(last.get(0, 0)).isEqualTo("x;y");
        assertThat(run(new SqlBody().text("drop table words"))).isNull();
        assertThatThrownBy(() -> run(new SqlBody().text(" -- nothing\n;")))
                .hasMessageContaining("holds no statement");
        assertThatThrownBy(
                        () ->
                                run(
                                        new SqlBody().text("create or replace table w (a int)"),
                                        "--into",
                                        "t"))
                .hasMessageContaining("gives no rows that 't' could hold");
    }

    @Test
    void whatIsWrongIsToldOfTheLineOfTheQuery() {
        assertThatThrownBy(
                        () ->
                                run(
                                        new SqlBody()
                                                .variable("people", PEOPLE)
                                                .text("select 1;\n\nselect nam\nfrom people")))
                .hasMessageContaining("line 3 of the query: select nam\n")
                .hasMessageContaining("\n" + " ".repeat(28) + "^");
        assertThatThrownBy(
                        () ->
                                run(
                                        new SqlBody()
                                                .variable("n", 5)
                                                .text("create table t as select n from nowhere")))
                .hasMessageContaining("nowhere")
                .hasMessageNotContaining("'n' is of type");
        assertThatThrownBy(() -> run(new SqlBody().text("from peple")))
                .hasMessageContaining("A table is a variable of the notebook")
                .hasMessageNotContaining("pg_");
        assertThatThrownBy(() -> run(of("select 1 + ", PEOPLE, "")))
                .hasMessageContaining("\"{value}\"");
        assertThatThrownBy(() -> run(new SqlBody().variable("table", PEOPLE).text("from table")))
                .hasMessageContaining("it stands in quotes: \"table\"");
        assertThatThrownBy(() -> run(new SqlBody().variable("n", 5).text("from n")))
                .hasMessageContaining("The variable 'n' is of type Integer; a Table is a table");
        assertThatThrownBy(
                        () ->
                                run(
                                        new SqlBody()
                                                .variable("people", PEOPLE)
                                                .text("delete from people")))
                .hasMessageContaining("which SQL reads and does not change");
    }

    /** As DuckDB itself does it beside Python's variables; a table that was made for it would be read no more. */
    @Test
    void aTableOfTheDatabasesOwnComesBeforeAVariable() throws Exception {
        var made =
                rows(
                        new SqlBody()
                                .variable("people", PEOPLE)
                                .text(
                                        "create table people as select * from people where age > 28; insert into people values ('Di', 50); select count(*) as n from people"));
        assertThat(made.get(0, 0)).hasToString("3");
        assertThat(rows(of("select count(*) as n from people where age > ", 0, "")).get(0, 0))
                .hasToString("3");
        run(new SqlBody().variable("people", PEOPLE).text("drop table people"));
        assertThat(rows(of("select count(*) as n from people where age > ", 26, "")).get(0, 0))
                .hasToString("2");
    }

    @Test
    void aTransactionThatFailedIsRolledBackInTheNextCell() throws Exception {
        assertThatThrownBy(
                        () ->
                                run(
                                        new SqlBody()
                                                .variable("people", PEOPLE)
                                                .text(
                                                        "begin; create table d (a int); insert into d select name from people")))
                .hasMessageContaining("Could not convert string 'Ann'");
        assertThat(run(new SqlBody().text("rollback"))).isNull();
        assertThat(rows(of("select count(*) as n from people where age > ", 0, "")).get(0, 0))
                .hasToString("3");
    }

    @Test
    void namesAreGoneWhenTheCellIsOver() throws Exception {
        rows(of("from people where age > ", 1, ""));
        assertThatThrownBy(() -> run(new SqlBody().text("from people")))
                .hasMessageContaining("Table with name people does not exist");
    }

    @Test
    void columnsOfRowsAndNamesOfTablesAreOffered() {
        Map<String, Object> variables =
                Map.of("people", PEOPLE, "few", Table.create("few"), "n", 5);
        var names = new SqlNames();
        assertThat(names.of(new LineSoFar(List.of("from", "people", "%%sql"), variables, folder)))
                .startsWith("name", "age")
                .contains("few", "people")
                .doesNotContain("n");
        var script = List.of("load", "sales", "from", "create", "table", "daily", "as", "%%sql");
        assertThat(names.of(new LineSoFar(script, variables, folder))).contains("sales", "daily");
        assertThat(names.of(new LineSoFar(Arrays.asList("people", "get"), variables, folder)))
                .isEmpty();
        assertThat(names.of(new LineSoFar(List.of(".", "people", "%%sql"), variables, folder)))
                .containsExactly("name", "age");
    }

    @Test
    void columnsOfFilesAndOfTheDatabaseAreOffered() throws Exception {
        Files.writeString(folder.resolve("sales.csv"), "day,amount\n1,2\n");
        for (var file : List.of("shop.duckdb", "shop.sqlite")) {
            try (var sql = Sql.open("jdbc:" + file.substring(5) + ":" + folder.resolve(file))) {
                sql.run("create table daily (day int, total int)", List.of());
            }
            var words = List.of("--db", file, "select", "from", "daily", "%%sql");
            assertThat(new SqlNames().of(new LineSoFar(words, Map.of(), folder)))
                    .containsExactly("day", "total", "daily");
            var url = "jdbc:" + file.substring(5) + ":" + folder.resolve(file);
            var byUrl = List.of("--db", url, "select", "from", "daily", "%%sql");
            assertThat(new SqlNames().of(new LineSoFar(byUrl, Map.of(), folder)))
                    .containsExactly("day", "total", "daily");
            var load = List.of("--db", file, "%%load", "load", "%%sql");
            var people = Map.<String, Object>of("people", PEOPLE);
            assertThat(new SqlNames().of(new LineSoFar(load, people, folder)))
                    .containsExactly("people");
        }
        var words = List.of("load", "s", "from", "'sales.csv'", "'none.csv'", "%%sql");
        assertThat(new SqlNames().of(new LineSoFar(words, Map.of(), folder)))
                .containsExactly("day", "amount", "s");
    }

    @Test
    void variablesThatAreDatabasesAreOffered() throws Exception {
        try (var sql = Sql.open();
                var duck = DriverManager.getConnection("jdbc:duckdb:")) {
            var variables = Map.of("shop", sql, "people", PEOPLE, "duck", duck);
            var line = new LineSoFar(List.of("--connection"), variables, folder);
            assertThat(new OpenDatabases().of(line)).containsExactly("shop", "duck");
        }
    }

    @Test
    void filesOfALineAndDatabasesOfTheFolderAreOffered() throws Exception {
        Files.writeString(folder.resolve("trips.csv"), "city,fare\nOslo,3\n");
        Files.writeString(folder.resolve("old.sqlite"), "");
        var line =
                new LineSoFar(List.of("trips.csv", "trips.parquet", "--select"), Map.of(), folder);
        assertThat(new FileColumns().of(line)).containsExactly("city", "fare");
        assertThat(new DatabaseFiles().of(line)).containsExactly("old.sqlite");
    }

    @Test
    void aListIsOneBehindTheInOfAComprehension() throws Exception {
        var list = List.of(1, 2, 3);
        for (var in : List.of("for x in ", "for x, i in ")) {
            var mine = rows(of("select [x + 1 " + in, list, "]::varchar as l")).get(0, 0);
            var duck = rows(new SqlBody().text("select [x + 1 " + in + "[1, 2, 3]]::varchar as l"));
            assertThat(mine).isEqualTo(duck.get(0, 0)).hasToString("[2, 3, 4]");
        }
        assertThat(rows(of("select 2 in ", list, " as l")).get(0, 0)).isEqualTo(true);
    }

    @Test
    void aValueThatNoDatabaseTakesIsToldByItsBraces() {
        var body =
                new SqlBody()
                        .text("select 1 where 1 in ")
                        .value(CurrentNotebook.value("few", List.of(1, 2, 3)))
                        .text(" and 2 = ")
                        .value(CurrentNotebook.value("person", PEOPLE.get(0)));
        assertThatThrownBy(() -> run(body))
                .hasMessageStartingWith("%sql: a value of type Person cannot be handed")
                .hasMessageEndingWith("; it is {person}");
    }

    @Test
    void aTableThatNoDatabaseHoldsIsToldWhy() {
        var cut = new Person("Ann\ud83d", 30);
        assertThatThrownBy(() -> run(new SqlBody().variable("cut", List.of(cut)).text("from cut")))
                .hasMessageContaining("column 'name' holds half of a character in row 0")
                .message()
                .doesNotContain("Statement was closed");
        assertThatThrownBy(() -> run(of("select ", cut.name(), " as x")))
                .hasMessageContaining("half of a character");
    }

    @Test
    void aValueInThePlaceOfATableIsToldWhatATableIs() throws Exception {
        var told =
                "The value in braces behind from is no table: a Table is one, and a list of records or of maps that is not empty; a file is named within read_parquet({…}) or the like";
        for (var value : List.of(List.of(), List.of(1, 2), "a.parquet")) {
            assertThatThrownBy(() -> run(of("select * from ", value, "")))
                    .hasMessageEndingWith(told);
        }
        var same = rows(of("select 1 is not distinct from ", 1, " as same"));
        assertThat(same.get(0, 0)).isEqualTo(true);
    }
}
