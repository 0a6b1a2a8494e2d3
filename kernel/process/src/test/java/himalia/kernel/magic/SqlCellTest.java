package himalia.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.kernel.help.Completion;
import himalia.kernel.help.Completion.Candidate;
import himalia.magics.spi.MagicDescription;
import himalia.magics.spi.MagicDescription.Kind;
import himalia.magics.spi.MagicDescription.Parameter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells of SQL: as Java, and completed. */
class SqlCellTest {
    private static final String DOOR = "himalia_cells.Call.";

    static final MagicDescription SQL =
            new MagicDescription(
                    "sql",
                    "Sql",
                    Kind.SQL_BODY,
                    "Table",
                    "",
                    "",
                    List.of(
                            new Parameter(List.of("--into"), false, true, false, "", List.of()),
                            new Parameter(
                                    List.of("--connection"), true, true, false, "", List.of())),
                    List.of());

    private static final MagicDescription ELT =
            new MagicDescription(
                    "elt",
                    "Elt",
                    Kind.SQL_BODY,
                    "himalia.storage.EltRun",
                    "",
                    "",
                    List.of(),
                    List.of());

    private final Magics magics = new Magics(() -> List.of(SQL, ELT), new Names());
    private final CellRewriter rewriter =
            new CellRewriter(magics, name -> false, Set.of("people", "limit", "My T")::contains);

    /** A notebook with one table. */
    private static final class Names implements RuntimeValues {
        @Override
        public List<String> of(Parameter parameter, List<String> words) {
            return List.of();
        }

        @Override
        public List<String> ofText(List<String> words) {
            assertThat(words).endsWith("%%sql");
            return words.contains("people")
                    ? List.of("age", "full name", "people")
                    : List.of("people");
        }
    }

    private String java(String cell) throws MagicSyntaxException {
        return rewriter.rewrite(cell).stream()
                .map(part -> part.source())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void valuesAreHandedOverAndVariablesThatAreNamed() throws Exception {
        assertThat(java("%%sql\nselect a\nfrom people where a > {limit + 1} -- {no}"))
                .isEqualTo(
                        DOOR
                                + "shownCell(\"sql\", \nhimalia_cells.Call.sql().variable(\"people\", people)"
                                + "\n.text(\"select a\\nfrom people where a > \").value("
                                + DOOR
                                + "value(\"limit + 1\", limit + 1)).text(\" -- {no}\"))");
    }

    /** Of a division and the like javac writes no line; it has that of the call before it. */
    @ParameterizedTest
    @ValueSource(
            strings = {"{1 / none} as b", "{(new int[0])[none]} as b", "'x' as b, {(String) text}"})
    void whatFailsInBracesFailsAtTheirLine(String line, @TempDir Path folder) throws Exception {
        var cell = "%%sql\nselect\n  1 as a,\n  " + line + "\nfrom people";
        var source =
                "class Cell { static Object run(int none, Object text, Object people) { return\n"
                        + java(cell).strip()
                        + "; } }";
        var file = Files.writeString(folder.resolve("Cell.java"), source);
        var javac = ToolProvider.getSystemJavaCompiler();
        assertThat(javac.run(null, null, null, "-g", "-d", folder.toString(), file.toString()))
                .isZero();
        try (var classes = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            var run =
                    classes.loadClass("Cell")
                            .getDeclaredMethod("run", int.class, Object.class, Object.class);
            run.setAccessible(true);
            assertThatThrownBy(() -> run.invoke(null, 0, 1, 2))
                    .satisfies(
                            e ->
                                    assertThat(e.getCause().getStackTrace()[0].getLineNumber())
                                            .as("line 4 of the cell, which begins in line 2")
                                            .isEqualTo(5));
        }
    }

    @Test
    void expressionsOfTheMagicsLineStandInIt() throws Exception {
        assertThat(java("%%sql --connection shop\nselect 1"))
                .isEqualTo(
                        DOOR
                                + "shownCell("
                                + DOOR
                                + "words(\"sql\", \"--connection\", "
                                + DOOR
                                + "value(\"shop\", shop)), \nhimalia_cells.Call.sql().text(\"select 1\"))");
    }

    @Test
    void aLineOfSqlGivesAVariableThatIsThereANewValue() throws Exception {
        for (var above : List.of("", "int n = 1;\n", "if (n > 1) {\n", "// again\n")) {
            var cell = above + "t = %sql select 1" + (above.endsWith("{\n") ? "\n}" : "");
            assertThat(java(cell)).contains("t = (Table) " + DOOR + "cell(\"sql\", ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var t = %%sql\nselect 1",
                "Table t = %%sql select 1",
                "final var t =\n%%sql\nselect 1",
                "t = %%sql\nselect 1",
                "%%sql --into t\nselect 1",
                "%%sql --into=t select 1"
            })
    void theResultGoesIntoAVariable(String cell) throws Exception {
        assertThat(java(cell))
                .startsWith(DOOR + "keep(" + DOOR + "cell(\"sql\", ")
                .contains(".text(\"select 1")
                .contains("\"--into")
                .endsWith("));\nvar t = (Table) " + DOOR + "kept();");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`select 1 from x.people`| false",
                "`select 'people' -- people`| false",
                "`select 1people, people2`| false",
                "`from \"My T\"`| false",
                "`from people p`| true",
                "`insert into people(name) values (1)`| true",
                "`from \"people\"`| true"
            })
    void onlyNamesOfTablesAreVariables(String sql, boolean named) throws Exception {
        assertThat(java("%%sql\n" + sql).contains(".variable(\"people\", people)"))
                .isEqualTo(named);
    }

    /** A console asks whether it is whole: SQL ends, as the body of any magic, with an empty line. */
    @Test
    void aConsoleWaitsForItsBody() {
        assertThat(rewriter.beginsWithCellMagic("var t = %%sql")).isTrue();
        assertThat(rewriter.beginsWithCellMagic("// a\n %%sql")).isTrue();
        assertThat(rewriter.beginsWithCellMagic("int t = a %b")).isFalse();
        assertThat(rewriter.beginsWithCellMagic("int t = %%html")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select {'a': 1}",
                "select {a: 1, b: {'c': limit}}",
                "select map {1: 2}",
                "select map {}",
                "select {\"a b\" : 2}"
            })
    void structsAreTheDatabases(String sql) throws Exception {
        assertThat(java("%%sql\n" + sql)).doesNotContain(".value(");
    }

    @Test
    void aLongTextInBracesIsReadToo() throws Exception {
        assertThat(java("%%sql select {\"" + "x".repeat(100_000) + "\" + 1}")).contains(".value(");
        assertThat(java("%%sql --into t select {'" + "x".repeat(100_000) + "': 1}"))
                .doesNotContain(".value(");
    }

    @Test
    void optionsMayHoldBlanks() throws Exception {
        assertThat(java("%%sql --into \"t\" select 1")).contains("var t = ");
    }

    @Test
    void slipsAreToldWithTheirLine() throws Exception {
        assertThatThrownBy(() -> java("%%sql\nselect\n {limit"))
                .hasMessageContaining("no } closes it")
                .satisfies(e -> assertThat(((MagicSyntaxException) e).line()).isEqualTo(3));
        assertThatThrownBy(() -> java("%%sql\nselect '{limit}'"))
                .hasMessageContaining("without quotes: {limit}");
        assertThatThrownBy(() -> java("%%sql\nselect '{nosuch}'"))
                .hasMessageContaining("without quotes: {nosuch}, whatever its type")
                .hasMessageContaining("$${nosuch}$$");
        assertThat(java("%%sql\nselect 'a {nosuch}', '{3}', $${nosuch}$$")).contains("nosuch");
        assertThatThrownBy(() -> java("%%sql\nselect 1 where a like '%{limit}%'"))
                .hasMessageContaining("'…' || {limit} || '…'");
        assertThatThrownBy(() -> java("%%sql select 1 from t --into x"))
                .hasMessage("--into stands before the query: %%sql --into … select");
        assertThatThrownBy(() -> java("%%sql --inot\nselect 1"))
                .hasMessage(
                        "%%sql has no option --inot; did you mean --into? There are: --into, --connection. A remark has a blank behind --");
        assertThat(java("%%sql -- a remark\nselect 1")).contains("select 1");
        assertThatThrownBy(() -> java("int n = %%sql\nselect 1"))
                .hasMessage("what %%sql gives is of type Table, and no int: write var n = %%sql");
        assertThatThrownBy(() -> java("t = %%sql --into x\nselect 1"))
                .hasMessageContaining("take --into away");
        assertThatThrownBy(() -> java("%%sql --into a.b\nselect 1"))
                .hasMessageContaining("'a.b' is no name of a variable");
        assertThatThrownBy(() -> java("int n = 1;\n%%sql\nselect 1"))
                .hasMessageContaining("takes the whole cell");
    }

    @Test
    void whatGivesNoTableIsKeptAsWhatItGives() throws Exception {
        var other = new CellRewriter(new Magics(() -> List.of(ELT)), name -> false);
        assertThat(other.rewrite("EltRun run = %%elt\nload a"))
                .extracting(part -> part.source())
                .containsExactly(
                        DOOR
                                + "keep("
                                + DOOR
                                + "cell(\"elt\", \nhimalia_cells.Call.sql().text(\"load a\")));",
                        "var run = (himalia.storage.EltRun) " + DOOR + "kept();");
        assertThatThrownBy(() -> other.rewrite("Table run = %%elt\nload a"))
                .hasMessageContaining(
                        "gives is of type EltRun, and no Table: write var run = %%elt");
    }

    @Test
    void aLineOfSqlIsAStatementOrAValue() throws Exception {
        var people = "himalia_cells.Call.sql().variable(\"people\", people).text(\"from people\")";
        assertThat(java("%sql from people;"))
                .isEqualTo(DOOR + "shownCell(\"sql\", " + people + ")");
        assertThat(java("int a = 1;\n%sql from people\nint b = a;"))
                .isEqualTo(
                        "int a = 1;\n\n"
                                + DOOR
                                + "told("
                                + DOOR
                                + "cell(\"sql\", "
                                + people
                                + "));\n\nint b = a;");
        assertThat(java("var t = %sql from people\nt.rowCount()"))
                .isEqualTo(
                        "var t = (Table) " + DOOR + "cell(\"sql\", " + people + ");\nt.rowCount()");
        assertThat(java("%sql --into t from people"))
                .isEqualTo(
                        DOOR
                                + "keep("
                                + DOOR
                                + "cell(\"sql\", "
                                + people
                                + ", \"--into\", \"t\")); var t = (Table) "
                                + DOOR
                                + "kept();");
        assertThatThrownBy(() -> java("%sql")).hasMessageContaining("%sql needs a query");
        assertThatThrownBy(() -> java("%sql from people --into t"))
                .hasMessageContaining("--into stands before the query");
        assertThat(java("int sql = 3; int x = 7 %sql;")).isEqualTo("int sql = 3; int x = 7 %sql;");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`%%sql~select a^ from people`| `age,as,and,asc,avg`",
                "`%%sql~select people.a^ from people`| age",
                "`%%sql~select f^ from people`| `\"full name\",from,full join`",
                "`%%sql~SELECT 1 FROM P^`| `people,PARTITION BY,PIVOT`",
                "`%%sql~lo^`| load",
                "`%%sql~create o^`| `order by,offset,on,or,over`",
                "`%%sql~cre^`| `create table,create or replace table,create view`",
                "`%%sql~select * from people^`| people",
                "`%%sql --into x~select ^ from people`| `age,\"full name\",people`",
                "`%%sql~load people from p^`| `partition by,pivot`",
                "`%%elt --db a.duckdb~^`| `load,create table,create or replace table`",
                "`%%elt --db a.duckdb~load people;~^`| `load,create table,create or replace table`",
                "`%%elt --db a.duckdb~load p^`| people",
                "`%%elt --db a.duckdb~load people ^`| from",
                "`%sql select ^ from people`| `age,\"full name\",people`",
                "`int a = 1;~var q = %sql --into x select a^ from people~a.b`| `age,as,and,asc,avg`",
                "`var t = %%sql~select ^ from people`| `age,\"full name\",people`"
            })
    void columnsTablesAndWordsAreOffered(String cell, String offered) {
        assertThat(complete(cell).candidates())
                .extracting(Candidate::text)
                .isEqualTo(List.of(offered.split(",")));
    }

    private Completion complete(String cell) {
        var code = cell.replace('~', '\n');
        int cursor = code.indexOf('^');
        return new SqlCompleter(magics)
                .complete(code.replace("^", ""), cursor)
                .orElse(Completion.none(cursor));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`%%sql~load s from 'sa^`| sa",
                "`%sql select 'x', * from 'sales/a^`| sales/a"
            })
    void whereATextIsOpenAFileMayStand(String cell, String typed) {
        int cursor = cell.indexOf('^');
        var code = cell.replace('~', '\n').replace("^", "");
        var start = new SqlCompleter(magics).openText(code, cursor).orElseThrow();
        assertThat(code.substring(start, cursor)).isEqualTo(typed);
        assertThat(new SqlCompleter(magics).openText("%sql select 'a' ", 16)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%%sql~select 'a^",
                "%%sql~select 1 -- a^",
                "%%sql~select {a^",
                "%%sq^",
                "%sql ^",
                "%sql --in^",
                "%sql select 'a^",
                "%%html~a^",
                "int a = 1;~a^"
            })
    void elsewhereOthersComplete(String cell) {
        assertThat(complete(cell).candidates()).isEmpty();
    }
}
