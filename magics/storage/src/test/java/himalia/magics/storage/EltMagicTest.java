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
    void whatIsNoStatementHereIsSaid() {
        assertThatThrownBy(() -> run(text("create table a as select 1 as x;\nselect 2")))
                .hasMessage(
                        "%elt: line 2: a statement is load … from '…' or create table … as select …, and this one begins with 'select'");
        assertThatThrownBy(() -> run(text("load people")))
                .hasMessage(
                        "%elt: 'people' is no table of the notebook; load people from 'people.csv' loads a file");
        assertThatThrownBy(() -> run(text("  \n")))
                .hasMessageStartingWith("%elt: the cell holds nothing to do");
    }
}
