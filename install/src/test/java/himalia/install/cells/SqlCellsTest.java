package himalia.install.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Cells of SQL on the real kernel. */
@Tag("kernel")
@Timeout(120)
class SqlCellsTest {
    @TempDir private static Path folder;
    private static LiveKernel kernel;

    @BeforeAll
    static void start() {
        kernel = LiveKernel.in(folder);
        kernel.value(
                """
                record Person(String name, int age, String city) {}
                var people = List.of(new Person("Ann", 30, "Oslo"), new Person("Bo", 41, "Rome"));
                var orders = Table.create("orders", StringColumn.create("name", "Ann", "Ann", "Bo"), DoubleColumn.create("amount", 1, 2, 10));
                int limit = 35;
                1""");
    }

    @AfterAll
    static void stop() {
        kernel.close();
    }

    @Test
    void variablesAreTablesAndBracesAreValues() {
        assertThat(kernel.value("%%sql\nselect name, age from people where age > {limit}"))
                .contains("0  Bo       41");
        kernel.value(
                "var sums = %%sql\nselect p.city, sum(o.amount) as total\nfrom people p join orders o using (name)\ngroup by all order by all");
        assertThat(kernel.value("sums.doubleColumn(\"total\").asList()")).isEqualTo("[3.0, 10.0]");
        assertThat(
                        kernel.value(
                                "%%sql --into one\nselect {people.get(0).name()} as who, {\"a'b\"} as text"))
                .isEmpty();
        assertThat(kernel.value("one.getString(0, \"who\") + one.getString(0, \"text\")"))
                .isEqualTo("Anna'b");
    }

    @Test
    void aResultTakesThePlaceOfATableThatItIsMadeOf() {
        kernel.value("var few = orders");
        for (int i = 0; i < 2; i++) {
            kernel.value("few = %%sql\nselect * from few where amount > 1");
        }
        assertThat(kernel.value("few.rowCount()")).isEqualTo("2");
        assertThat(kernel.failure("few = %%sql select nothing from few"))
                .contains("\"nothing\" not found");
        assertThat(kernel.value("few.rowCount()")).isEqualTo("2");
    }

    @Test
    void anotherDatabaseHasItsOwnNames() {
        assertThat(
                        kernel.value(
                                "%%sql --db jdbc:sqlite::memory:\nselect people + {limit} as n from (select 5 as people)"))
                .contains("0   40");
        assertThat(kernel.failure("%%sql --db jdbc:sqlite::memory:\nselect * from people"))
                .contains("no such table: people")
                .contains("'people' is a table of the notebook, and this database knows its own");
    }

    @Test
    void aConnectionOfTheNotebookIsADatabase() {
        kernel.value(
                "var open = Sql.open(\"jdbc:sqlite::memory:\"); var other = java.sql.DriverManager.getConnection(\"jdbc:sqlite::memory:\"); 1");
        kernel.value("%%sql --connection open\ncreate table t (a int); insert into t values (7)");
        assertThat(kernel.value("%%sql --connection open\nselect a from t")).contains("0    7");
        assertThat(kernel.failure("%%sql --connection other\nselect a from t"))
                .contains("no such table: t");
        kernel.value("%%sql --connection other --into nine\nselect 9 as a");
        assertThat(kernel.value("nine.rowCount()")).isEqualTo("1");
        assertThat(kernel.failure("%%sql --connection open --db x.db\nselect 1 as a"))
                .contains("--db opens a database, and --connection is one: one of the two");
        assertThat(kernel.value("%%sql --connection open\nselect a from t")).contains("0    7");
    }

    @Test
    void aTransactionThatIsNotCommittedIsNotLostWithoutAWord() {
        var head = "%%sql --db jdbc:duckdb:" + folder.resolve("mine.duckdb") + "\n";
        kernel.value(head + "create table t (a int)");
        assertThat(kernel.failure(head + "begin; insert into t values (1)"))
                .contains("was not committed and is undone");
        kernel.value(head + "begin; insert into t values (2); commit");
        assertThat(kernel.value(head + "select a from t")).contains("0    2");
        assertThat(kernel.failure("%%sql\nfrom poeple")).contains("Did you mean people?");
    }

    @Test
    void variablesThatDifferInCapitalsAreTwoTables() {
        kernel.value("var twin = orders.first(1); var Twin = orders.first(2); 1");
        assertThat(kernel.value("%%sql select count(*) as n from twin")).contains("0     1");
        assertThat(kernel.value("%%sql select count(*) as n from Twin")).contains("0     2");
        assertThat(kernel.failure("%%sql from TWIN"))
                .contains("The notebook has 'twin' and 'Twin'");
        assertThat(kernel.failure("%%sql from twin, Twin")).contains("write all but one");
    }

    @Test
    void aLineOfSqlSeesWhatItsOwnCellHasMade() {
        assertThat(
                        kernel.value(
                                "Table fresh = orders.first(1);\nvar counted = %sql select count(*) as n from fresh\ncounted"))
                .contains("0     1");
        assertThat(kernel.value("Table fresher = orders.first(1);\n%sql from orders, fresher"))
                .contains("rows");
        assertThat(
                        kernel.value(
                                "int amount;\nfor (var each : List.of(orders.first(2))) {\n  var n = %sql select sum(amount) as s from each\n  display(n);\n}\n7"))
                .contains("7");
    }

    @Test
    void aViewOverAVariableEndsWithItsCellAndTheErrorSaysSo() {
        kernel.value("%%sql create view seen as from orders");
        assertThat(kernel.failure("%%sql from seen"))
                .contains("The query reads a view over the variable 'orders'")
                .doesNotContain("Did you mean");
        assertThat(kernel.failure("%%sql select * form orders")).contains("Did you mean from?");
    }

    @Test
    void whatACellMakesStaysForTheNext() throws Exception {
        Files.writeString(folder.resolve("towns.csv"), "city,people\nOslo,700000\nRome,2800000\n");
        kernel.value("%%sql\ncreate or replace table towns as from 'towns.csv'");
        assertThat(kernel.value("%%sql select city from towns where people > 1e6"))
                .contains("0  Rome");
    }

    @Test
    void mistakesAreToldOfTheirLine() {
        assertThat(kernel.failure("%%sql\nselect name,\n  {limitt} as n\nfrom people"))
                .contains("line 3: cannot find symbol; symbol: variable limitt")
                .contains("\n      {limitt} as n\n       ^^^^^^\n")
                .contains("Did you mean limit?");
        assertThat(kernel.failure("%%sql\nselect name\nfrom peeple"))
                .contains("line 2 of the query: from peeple");
        assertThat(kernel.failure("%%sql\nselect '{limit}'")).contains("without quotes: {limit}");
        assertThat(kernel.failure("%%sql\nselect {\n  (new int[1])[3]\n} as c"))
                .contains(", line 3")
                .contains("(new int[1])[3]");
    }

    /** A result that takes the place of what it is made from, and one that does not come. */
    @Test
    void aVariableKeepsWhatItHoldsUntilTheResultIsThere() {
        kernel.value("%%sql --into kept\nselect 1 as a union all select 2");
        kernel.value("int keptRows() { return kept.rowCount(); }");
        kernel.value("%%sql --into kept\nselect a, {keptRows()} as before from kept where a > 1");
        assertThat(kernel.value("keptRows() + \" of \" + kept.get(0, 1)")).contains("1 of 2");
        kernel.failure("%%sql --into kept\nselect nope from kept");
        assertThat(kernel.value("keptRows()")).contains("1");
        kernel.failure("%%sql --into never\nselect nope");
        assertThat(kernel.failure("never")).contains("cannot find symbol; symbol: variable never");
    }

    @Test
    void aQueryThatLastsIsInterruptedAndTheNextOneRuns() {
        kernel.value(
                "int begins() { System.out.println(\"begins\"); System.out.flush(); return 7; }\n1");
        var result =
                kernel.runUntilPrinted(
                        "%%sql\nselect count(*) from range(100000000000) a where hash(a.range) = {begins()}");
        assertThat(result.failure().orElseThrow().toString()).contains("nterrupted");
        assertThat(kernel.value("%%sql select 6 * 7 as n")).contains("0   42");
    }
}
