package himalia.magics.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.spi.CurrentNotebook;
import himalia.magics.spi.SqlBody;
import himalia.storage.EltRun;
import himalia.storage.EltStep;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EltMagicTest {
    @TempDir Path folder;

    record City(String city, String country) {}

    private EltRun run(SqlBody body) throws Exception {
        return (EltRun)
                Objects.requireNonNull(
                        new PicocliCatalog()
                                .cell(
                                        new RecordingNotebook(folder),
                                        "elt",
                                        List.of("--db", "shop.duckdb"),
                                        body));
    }

    private static SqlBody text(String text) {
        return new SqlBody().text(text);
    }

    @Test
    void aCellLoadsAndMakes() throws Exception {
        Files.writeString(folder.resolve("o'1.csv"), "city,amount\nOslo,10\nRome,5\n");
        var script =
                """
                load orders from 'o''*.csv'; -- all of them
                load cities;

                -- by country
                create or replace table countries as
                select country, sum(amount) as total
                from orders join cities using (city) where amount >\s""";
        var body =
                text(script)
                        .variable("cities", List.of(new City("Oslo", "NO")))
                        .value(CurrentNotebook.value("least", 3))
                        .text(" group by country;\n");

        var run = run(body);

        assertThat(run.steps())
                .extracting(EltStep::table)
                .containsExactly("orders", "cities", "countries");
        assertThat(run.steps()).extracting(EltStep::rows).containsExactly(2L, 1L, 1L);
        assertThat(run(body).ran()).isZero();
        assertThat(folder.resolve("shop.duckdb")).exists();
    }

    @Test
    void anErrorIsAtTheLineOfTheCell() {
        assertThatThrownBy(
                        () ->
                                run(
                                        text(
                                                """
                                                create table one as select 1 as x;

                                                create table two as
                                                select y
                                                from one""")))
                .hasMessageStartingWith("%elt: step 'two': ")
                .hasMessageContaining("\nline 4: select y\n               ^");
    }

    @Test
    void aStepOnTheLineOfItsTableIsQuotedWithoutTheBlanksBeforeIt() {
        assertThatThrownBy(
                        () ->
                                run(
                                        text(
                                                "create table o as select 1 as x;\ncreate table d as select nope from o")))
                .hasMessageContaining("\nline 2: select nope from o\n               ^");
    }

    @Test
    void whatIsNoStatementHereIsSaid() {
        assertThatThrownBy(() -> run(text("create table a as select 1 as x;\nselect 2")))
                .hasMessage(
                        "%elt: line 2: a statement is load … from '…' or create table … as select …, and this one begins with 'select'");
        assertThatThrownBy(() -> run(text("load people")))
                .hasMessage(
                        "%elt: 'people' is no table of the notebook; load people from 'people.csv' loads a file");
        assertThatThrownBy(() -> run(text("load people").variable("people", 5)))
                .hasMessage(
                        "%elt: the variable 'people' is of type Integer; load takes a Table, or a list of records or of maps, and load people from 'people.csv' a file");
        assertThatThrownBy(() -> run(text("  \n")))
                .hasMessageStartingWith("%elt: the cell holds nothing to do");
    }

    @Test
    void aStepThatReadsWhatIsMadeBelowOrItselfIsTold() throws Exception {
        assertThatThrownBy(
                        () ->
                                run(
                                        text(
                                                "create table one as select * from later;\ncreate table later as select 1 as x")))
                .hasMessageContaining(
                        "\nThe table 'later' is made further down; its step stands above those that read it")
                .hasMessageNotContaining("Did you mean");
        assertThatThrownBy(
                        () -> run(text("create table acc as select * from acc union all select 2")))
                .hasMessage(
                        "%elt: step 'acc' reads the table that it makes, so that each run would make another one of it; give the new one another name");
        var own = "create table acc as with acc as (select 1 as acc) select acc from acc";
        assertThat(run(text(own)).toString()).contains("\nacc: 1 row, ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "load sales from sales-*.csv | files stand in quotes: load sales from 'sales-*.csv'",
                "load sales from data/*.csv | files stand in quotes: load sales from 'data/*.csv'",
                "load sales from \"sales-1.csv\" | files stand in quotes: load sales from 'sales-1.csv'",
                "load 'sales.csv' | what is loaded has a name: load sales from 'sales.csv'",
                "load sales 'sales.csv' | behind 'load sales' stands from '…', a file in quotes, or nothing, for a table of the notebook; and here stands 'sales.csv'",
                "load | load names a table and its files, load sales from 'sales-*.csv', or a table of the notebook, load people",
                "create view v as select 1 | a step makes a table, which is kept: create table v as select …; a view would be asked anew each time, %%sql --db makes one",
                "create table t (a int) | a step makes its table of a query, which says the columns: create table t as select …",
                "create table s.t as select 1 | a step is create table NAME as select …, a name of letters, digits and _ alone, and this one is another create",
                "lod a from 'a.csv' | a statement is load … from '…' or create table … as select …, and this one begins with 'lod'; did you mean 'load'?"
            })
    void aStatementThatIsAlmostOneIsToldWhatItLacks(String statement, String told) {
        assertThatThrownBy(() -> run(text("create table a as select 1;\n" + statement)))
                .hasMessage("%elt: line 2: " + told);
    }

    @Test
    void namesMayStandInQuotesAndFilesInBraces() throws Exception {
        var file = Files.writeString(folder.resolve("a.csv"), "x\n1\n");
        var body =
                text("load \"raw\" from ")
                        .value(CurrentNotebook.value("file", file))
                        .text(";\ncreate table \"all\" as select * from raw");
        assertThat(run(body).steps()).extracting(EltStep::table).containsExactly("raw", "all");
        assertThatThrownBy(() -> run(text("load \"my table\" from 'a.csv'")))
                .hasMessageStartingWith("%elt: 'my table' is no name of a table here");
        var number = text("load raw from ").value(CurrentNotebook.value("n", 3));
        assertThatThrownBy(() -> run(number))
                .hasMessage(
                        "%elt: line 1: load raw from {…} takes the name of a file, a text or a Path, and the value is 3");
    }
}
