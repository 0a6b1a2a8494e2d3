package himalia.install.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people who work with data run into, on the real kernel. */
@Tag("kernel")
@Timeout(120)
class DataCellsTest {
    @TempDir private static Path folder;
    private static LiveKernel kernel;

    @BeforeAll
    static void start() {
        kernel = LiveKernel.in(folder);
    }

    @AfterAll
    static void stop() {
        kernel.close();
    }

    @Test
    void aMistakeInTheLineOfAMagicIsShownAsItWasTyped() {
        assertThat(kernel.failure("int n = 1;\n%table nope --rows 2"))
                .contains("line 2: cannot find symbol; symbol: variable nope\n")
                .contains("\n    %table nope --rows 2\n           ^^^^\n");
    }

    @Test
    void aCheckThatAsksNothingSaysSo() {
        assertThat(kernel.displays("check(3);\nint after = 4;"))
                .contains(
                        "nothing was checked of 3: check(…) alone asks nothing, go on with what must hold, such as .isTrue() or .isEqualTo(…)");
        assertThat(kernel.run("check(3).isAtLeast(2);").published("display_data")).isEmpty();
        assertThat(
                        kernel.displays(
                                "for (int i = 0; i < 9; i++) { check(i); System.gc(); }\nint later = 4;"))
                .hasSize(9);
    }

    @Test
    void whatPandasCallsItIsToldInTablesawsWords() {
        kernel.value("Table seen = Table.create(\"x\", DoubleColumn.create(\"a\", 1, 2));\n1");
        assertThat(kernel.failure("seen.head(2)")).contains("table.first(5)");
        assertThat(kernel.failure("seen.groupby(\"a\")")).contains("GroupBy.of(table, \"group\")");
        assertThat(kernel.failure("seen.value_counts()")).contains("table.countBy(");
        assertThat(kernel.failure("seen.columns")).contains("table.columnNames()");
        assertThat(kernel.failure("seen.doubleColumn(\"a\").fillna(0)"))
                .contains("column.setMissingTo(");
        assertThat(kernel.failure("seen.rowCoun()")).contains("Did you mean rowCount?");
        assertThat(kernel.failure("for (Row row : seen) { }"))
                .contains("Write above: import tech.tablesaw.api.Row;");
        kernel.value(
                "import org.apache.arrow.vector.VectorSchemaRoot;\norg.apache.arrow.vector.table.Table vectors = null;\n1");
        assertThat(kernel.failure("for (Row row : vectors) { }"))
                .contains("Write above: import org.apache.arrow.vector.table.Row;");
        assertThat(kernel.failure("table.first(2)")).contains("Nothing named table");
        assertThat(kernel.failure("storage.read(\"a.csv\")")).contains("Did you mean Storage?");
        assertThat(kernel.failure("Charts.histogram(5)"))
                .contains("There is histogram(")
                .doesNotContain("@");
        assertThat(kernel.failure("Node first = null; Layer second = null;"))
                .doesNotContain("import");
    }

    @Test
    void aColumnThatIsOfAnotherTypeIsToldWithTheWayToTheOneThatIsWanted() {
        kernel.value(
                """
                Files.writeString(Path.of("kinds.json"), "[{\\"n\\": 1, \\"d\\": \\"2020-01-02\\", \\"s\\": \\"7\\", \\"f\\": 1.5, \\"b\\": true}]");
                var kinds = Storage.read("kinds.json");
                kinds.replaceColumn("s", StringColumn.create("s", "7"));
                1""");
        var asked =
                Map.of(
                        "intColumn(\"n\")", "table.longColumn(\"name\").asIntColumn()",
                        "doubleColumn(\"n\")", "table.longColumn(\"name\").asDoubleColumn()",
                        "stringColumn(\"n\")", "table.column(\"name\").asStringColumn()",
                        "intColumn(\"s\")", "table.stringColumn(\"name\").parseInt()",
                        "longColumn(\"s\")",
                                "table.stringColumn(\"name\").parseDouble().asLongColumn()",
                        "intColumn(\"b\")",
                                "table.booleanColumn(\"name\").asDoubleColumn().asIntColumn()",
                        "longColumn(\"f\")", "table.doubleColumn(\"name\").asLongColumn()",
                        "dateTimeColumn(\"d\")", "table.dateColumn(\"name\").atStartOfDay()");
        asked.forEach(
                (wrong, right) -> {
                    assertThat(kernel.failure("kinds." + wrong))
                            .contains("Column it is " + right + ".");
                    var name = wrong.substring(wrong.indexOf('"'), wrong.indexOf(')'));
                    var way = right.replace("table.", "kinds.").replace("\"name\"", name);
                    var type =
                            wrong.substring(0, 1).toUpperCase(Locale.ROOT)
                                    + wrong.substring(1, wrong.indexOf('('));
                    assertThat(kernel.value(way + " instanceof " + type)).isEqualTo("true");
                });
        assertThat(kernel.failure("kinds.dateColumn(\"s\")"))
                .contains("The column is a StringColumn: table.stringColumn(\"name\") gives it.");
        assertThat(
                        kernel.failure(
                                "var past = List.of(Map.of(\"t\", Instant.parse(\"2026-01-01T00:00:00.000001Z\")));\nTables.of(past).instantColumn(\"t\")"))
                .contains("Columns.toInstant(");
        assertThat(kernel.failure("int first = (int) kinds.column(\"n\").get(0);"))
                .contains("((Number) value).intValue()");
    }

    @Test
    void aColumnThatIsNotThereHasTheNearestBesideIt() {
        kernel.value(
                "Table fares = Table.create(DoubleColumn.create(\"price\", 1, 2), StringColumn.create(\"city\", \"a\", \"b\"));\n1");
        for (var asked : List.of("fares.doubleColumn(\"prize\")", "fares.column(\"prize\")")) {
            assertThat(kernel.failure("System.out.println(1);\nvar x = " + asked + ".size();"))
                    .contains("Hint: Did you mean \"price\"? There are: price, city.");
        }
        kernel.value("Table other = Table.create(DoubleColumn.create(\"weight\", 1));\n1");
        assertThat(kernel.failure("// Not other.\nvar text = \"other\"; fares.column(\"prize\")"))
                .contains("There are: price, city.")
                .doesNotContain("weight");
        assertThat(kernel.failure("other.rowCount(); fares.column(\"prize\")"))
                .doesNotContain("There are");
        assertThat(kernel.failure("Table.create(\"new\").column(\"prize\")"))
                .doesNotContain("There are");
        assertThat(kernel.failure("Table none = null;\nnone.column(\"prize\")"))
                .contains("none is null");
    }

    @Test
    void aCastThatAbortsInNativeCodeCostsItsCell() {
        kernel.value("int twice(int x) { return 2 * x; }\n1");
        assertThat(
                        kernel.failure(
                                """
                                import ai.djl.ndarray.NDManager;
                                import ai.djl.ndarray.types.DataType;
                                NDManager.newBaseManager().create(new float[] {1}).toType(DataType.BFLOAT16, false)"""))
                .startsWith(
                        "WorkerLost: the process that ran the cells is gone: it was aborted by native code (SIGABRT).");
        assertThat(kernel.value("twice(21)")).isEqualTo("42");
    }

    @Test
    void aTextThatNoClassFileHoldsCostsNothing() {
        assertThat(kernel.failure("var s = \"" + "x".repeat(5_000_000) + "\";"))
                .contains("constant string too long")
                .hasSizeLessThan(2_000);
        kernel.failure(
                "Runtime.getRuntime().exec(new String[] {\"kill\", \"-9\", \"\" + ProcessHandle.current().pid()}).waitFor(); Thread.sleep(10_000);");
        assertThat(kernel.value("1 + 1")).isEqualTo("2");
    }

    @Test
    void aQueryThatIsInterruptedEndsAndItsConnectionIsGoodForMore() {
        kernel.value(
                """
                var db = java.sql.DriverManager.getConnection("jdbc:duckdb:");
                var asks = db.createStatement();
                1""");
        var result =
                kernel.runUntilPrinted(
                        """
                        System.out.println("begins");
                        System.out.flush();
                        asks.executeQuery("select count(*) from range(100000000000) a where hash(a.range) = 7");""");
        assertThat(result.failure().orElseThrow().toString()).contains("Interrupted");
        assertThat(
                        kernel.value(
                                "var rows = db.createStatement().executeQuery(\"select 42\"); rows.next(); rows.getInt(1)"))
                .isEqualTo("42");
    }

    @Test
    void mediaNeedNoImport() {
        assertThat(kernel.failure("Media.read(Path.of(\"film.xyz\"))"))
                .contains(
                        "'film.xyz' has an ending that cannot be shown; there are: gif, jpeg, jpg, mp3, mp4, ogg, png, wav, webm, webp");
    }

    @Test
    void aVariableHidesNoMethodOfItsName() {
        assertThat(kernel.value("int render = 3;\nrender(render)")).isEqualTo("3");
        assertThat(kernel.value("void renders() { render(4); }\nrender(5)")).isEqualTo("5");
        assertThat(kernel.value("double render = 6;\nrenders();\nrender + 1")).isEqualTo("7.0");
        assertThat(kernel.failure("for (int render = 0; render < 2; render++) render.x();"))
                .contains("A value of a primitive type");
    }

    @Test
    void aVariableHidesNoTypeOfItsName() {
        kernel.value("int Smote = 5;");
        assertThat(kernel.value("new Smote(Smote, 42).neighbours() + Smote")).isEqualTo("10");
    }

    @Test
    void aListOfRecordsOfTheNotebookIsATableAndBack() {
        kernel.value(
                """
                record Walker(String name, int age) {}
                var walkers = List.of(new Walker("Ann", 30), new Walker("Bo", 40));
                1""");
        assertThat(kernel.value("Tables.records(Tables.of(walkers), Walker.class).equals(walkers)"))
                .isEqualTo("true");
        assertThat(kernel.value("%table --sort=-age walkers")).contains("1  Bo       40\n0  Ann");
        assertThat(kernel.value("%table walkers --summary")).contains("Walker: 2 rows");
        kernel.value("var pages = TableView.of(Tables.of(walkers)).interactive();\n1");
        assertThat(kernel.value("%whos")).contains("pages", "rows 1 to 2 of 2");
    }
}
