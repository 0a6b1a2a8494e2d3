package himalia.magics.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.spi.SqlBody;
import himalia.storage.Sql;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** What a cell of SQL says besides its rows. */
class SqlWordsTest {
    @TempDir private Path folder;
    private RecordingNotebook notebook;

    private static final Table ORDERS = Table.create("orders", IntColumn.create("a", 1, 2));
    private static final Table OTHERS =
            Table.create("Orders", IntColumn.create("a", new int[] {7}));

    @BeforeEach
    void begin() {
        notebook = new RecordingNotebook(folder);
    }

    private @Nullable Table run(String sql, Object... words) throws Exception {
        var body = new SqlBody().text(sql);
        for (var name : List.of("orders", "Orders")) {
            if (sql.contains(name)) {
                body.variable(name, name.equals("orders") ? ORDERS : OTHERS);
            }
        }
        return (Table) new PicocliCatalog().cell(notebook, "sql", List.of(words), body);
    }

    private String first(String sql) throws Exception {
        var rows = run(sql);
        assertThat(rows).isNotNull();
        return String.valueOf(rows.get(0, 0));
    }

    @Test
    void aFileWhoseTypesAreGuessedWrongIsReadAsAValue() throws Exception {
        var file = folder.resolve("late.csv");
        Files.writeString(file, "k\n" + "1\n".repeat(60_000) + "x17\n");
        assertThatThrownBy(() -> run("select sum(k) from '%s'".formatted(file)))
                .hasMessageEndingWith(
                        "\nDuckDB guesses the types of a CSV file by its first rows; from {Storage.read(\"%s\")} reads all of them"
                                .formatted(file));
    }

    @Test
    void theFileThatIsGuessedWrongIsNamedAndNoOther() throws Exception {
        var good = folder.resolve("good.csv");
        Files.writeString(good, "k\n1\n");
        var late = folder.resolve("late.csv");
        Files.writeString(late, "k\n" + "1\n".repeat(60_000) + "x17\n");
        var two = "select sum(late.k) from '%s' good, '%s' late".formatted(good, late);
        assertThatThrownBy(() -> run(two))
                .hasMessageEndingWith(
                        "from {Storage.read(\"%s\")} reads all of them".formatted(late));
        var wide = folder.resolve("wide.csv");
        Files.writeString(wide, "a,b\n" + "1,2\n".repeat(60_000) + "1,2,3\n");
        assertThatThrownBy(() -> run("select sum(a) from '%s'".formatted(wide)))
                .message()
                .contains("Expected Number of Columns")
                .doesNotContain("guesses the types");
    }

    @Test
    void ofVariablesThatDifferInCapitalsTheOneThatIsWrittenIsMeant() throws Exception {
        assertThat(first("select sum(a) from orders")).isEqualTo("3");
        assertThat(first("select sum(a) from Orders")).isEqualTo("7");
        assertThat(first("select sum(a) from orders; select sum(a) from Orders")).isEqualTo("7");
        assertThat(
                        first(
                                "select sum(a) from orders; select sum(a) from Orders; select sum(a) from orders"))
                .isEqualTo("3");
        assertThat(first("select sum(Orders.a) from orders as Orders")).isEqualTo("3");
        assertThatThrownBy(() -> run("select * from orders join Orders on true"))
                .hasMessage(
                        "%sql: for SQL 'orders' and 'Orders' are one name; write all but one of them in braces: {Orders}");
        assertThatThrownBy(() -> run("from orders, Orders where ORDERS.a = 1"))
                .hasMessageContaining("are one name");
    }

    @ParameterizedTest
    @CsvSource({
        "select * form orders, from",
        "selct * from orders, select",
        "select * from orders were a > 1, where",
        "select a from orders gruop by a, group",
        "select a from orders where a > 1 oder by a, order"
    })
    void aMistypedWordOfSqlIsAnsweredWithTheOneThatWasMeant(String query, String word) {
        assertThatThrownBy(() -> run(query))
                .hasMessageContaining("Did you mean " + word + "?")
                .hasMessageNotContaining("is a word of SQL");
    }

    @Test
    void rowsThatAreChangedAreTold() throws Exception {
        run("create or replace table counted (a int)");
        assertThat(notebook.shown()).isEmpty();
        run("insert into counted from orders");
        assertThat(shown()).endsWith("2 rows changed");
        run("update counted set a = 5 where a = 1");
        assertThat(shown()).endsWith("1 row changed");
        run("delete from counted where a > 100");
        assertThat(shown()).endsWith("0 rows changed");
        run("drop table counted");
    }

    @Test
    void aPlanIsAText() throws Exception {
        assertThat(run("explain select a from orders")).isNull();
        assertThat(shown()).contains("╭").contains("\n");
        assertThat(run("explain select 1", "--into", "plan")).isNotNull();
    }

    @Test
    void theNotebooksTablesAreNotAmongTheDatabases() throws Exception {
        var shown = run("create or replace table mine (a int); from orders; show tables");
        assertThat(shown).isNotNull();
        assertThat(shown.stringColumn("name").asList())
                .contains("mine")
                .doesNotContain("orders", "rows of orders");
        run("drop table mine");
    }

    @Test
    void aTransactionOfAFileThatABlockCommentHidesIsUndone() {
        var words = new Object[] {"--db", "jdbc:duckdb:" + folder.resolve("mine.duckdb")};
        assertThatThrownBy(
                        () ->
                                run(
                                        "/* now */ begin; create table t as select 1 as a; select a from t",
                                        words))
                .hasMessageContaining("was not committed and is undone");
    }

    @Test
    void aTableWithoutColumnsIsToldInALine() {
        var body = new SqlBody().text("from none").variable("none", Table.create("none"));
        assertThatThrownBy(() -> new PicocliCatalog().cell(notebook, "sql", List.of(), body))
                .hasMessageContaining("table 'none' has no columns");
    }

    @Test
    void aNameInOtherLettersIsAnsweredWithAllThatDifferInCapitals() {
        knows("orders", "Orders");
        for (var query : List.of("from ORDERS", "from orders; from ORDERS")) {
            assertThatThrownBy(() -> run(query))
                    .hasMessageEndingWith(
                            "The notebook has 'orders' and 'Orders'; names are written as in Java");
        }
    }

    @Test
    void aViewOverAVariableOfAnEarlierCellIsToldToHaveEnded() throws Exception {
        knows("orders");
        run("create or replace view seen as from orders");
        assertThatThrownBy(() -> run("from seen"))
                .hasMessageContaining(
                        "The query reads a view over the variable 'orders', and such a view lives as long as the cell that made it")
                .hasMessageNotContaining("Did you mean");
        run("drop view seen");
    }

    @Test
    void aViewsVariableIsToldThoughAnotherNameIsNear() throws Exception {
        knows("s5", "s");
        run(
                "create or replace view v5 as select 1 as a; create or replace table s4 as select 1 as a");
        var body =
                new SqlBody().text("create or replace view v5 as from s5").variable("s5", ORDERS);
        new PicocliCatalog().cell(notebook, "sql", List.of(), body);
        assertThatThrownBy(() -> run("from v5"))
                .hasMessageContaining("The query reads a view over the variable 's5'")
                .hasMessageNotContaining("Did you mean");
        run("drop view v5; drop table s4");
    }

    @Test
    void aTextInDoubleQuotesIsToldToBeAColumnsName() {
        assertThatThrownBy(() -> run("select a from orders where a = \"Ann\""))
                .hasMessageContaining(
                        "\nA text stands in single quotes, 'Ann'; in double quotes stands the name of a column");
        assertThatThrownBy(() -> run("select \"Ann\" from orders"))
                .hasMessageNotContaining("single quotes");
    }

    @Test
    void namesThatNobodyWroteAreNotOffered() {
        for (var name : List.of("duckdb_logz", "kept_rows", "ta2")) {
            assertThatThrownBy(() -> run("from " + name))
                    .hasMessageNotContaining("\"duckdb_")
                    .hasMessageNotContaining("kept rows ");
        }
    }

    private void knows(String... names) {
        notebook.answering(
                "variables",
                Arrays.stream(names).map(name -> Map.of("name", name, "type", "Table")).toList());
    }

    private String shown() {
        return notebook.shown().get(notebook.shown().size() - 1);
    }

    @Test
    void aTableOfTheDatabaseIsShownThoughAVariableHasItsName() throws Exception {
        try {
            var shown = run("create or replace table orders as from orders; show tables");
            assertThat(shown).isNotNull();
            assertThat(shown.stringColumn("name").asList())
                    .contains("orders")
                    .doesNotContain("rows of orders");
        } finally {
            run("drop table if exists orders");
        }
    }

    @Test
    void aWordThatSqlKnowsIsNoSlipAndAPartOfANameIsNone() throws Exception {
        try (var sql = Sql.open()) {
            var known = sql.query("select keyword_name as k from duckdb_keywords()");
            for (var word : known.stringColumn("k")) {
                var line = "LINE 1: select " + word + " x";
                assertThat(SqlSlips.meant("syntax error\n" + line + "\n" + " ".repeat(15) + "^"))
                        .as(word)
                        .isEmpty();
            }
        }
        for (var query : List.of("select user_form 1", "select t.form 1", "select 1 form_1 2")) {
            assertThatThrownBy(() -> run(query)).hasMessageNotContaining("Did you mean");
        }
        assertThatThrownBy(() -> run("select cast x as int from orders"))
                .hasMessageNotContaining("Did you mean");
    }
}
