package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are loaded below one another keep their values, or are refused: a column of two kinds would rewrite one of them. */
class EltKindsTest {
    @TempDir private Path folder;

    private Path warehouse() {
        return folder.resolve("w.duckdb");
    }

    private Elt all(String ending) {
        return Elt.into(warehouse()).load("t", folder.resolve("*." + ending));
    }

    private void files(String ending, String one, String other) throws IOException {
        Files.writeString(folder.resolve("a." + ending), one);
        Files.writeString(folder.resolve("b." + ending), other);
    }

    /** What DuckDB itself answers. */
    private static List<String> ask(String url, String sql) throws SQLException {
        try (var duck = DriverManager.getConnection(url);
                var statement = duck.createStatement();
                var found = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (found.next()) {
                texts.add(String.valueOf(found.getString(1)));
            }
            return texts;
        }
    }

    private List<String> loaded(String sql) throws SQLException {
        return ask("jdbc:duckdb:" + warehouse(), sql);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, True",
        "03/04/2024, 25/12/2024",
        "1.50, abc",
        "abc, TRUE",
        "2024-01-01T10:00:00Z, 2024-01-01T10:00:00",
        "10:00, 2024-01-01",
        "2024-01-01, 2024-01-01T00:00:00",
        "9007199254740993, 0.5",
    })
    void columnsOfTwoKindsAreRefusedWithTheirFilesAsTheyAreEverywhere(String one, String other)
            throws IOException {
        files("csv", "x\n" + one + "\n", "x\n" + other + "\n");
        var elt = all("csv");
        assertThatThrownBy(elt::run)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("column 'x' holds ")
                .hasMessageContaining(" in a.csv");
        assertThatThrownBy(() -> Storage.read(folder.resolve("*.csv")))
                .hasMessageContaining("column 'x' holds ");
        assertThatThrownBy(
                        () ->
                                Storage.convert(
                                        folder.resolve("*.csv"), folder.resolve("all.parquet")))
                .hasMessageContaining("column 'x' holds ");
    }

    @Test
    void momentsAndLocalTimesAreToldApart() throws IOException {
        files("csv", "x\n2024-01-01T10:00:00Z\n", "x\n2024-01-01T10:00:00\n");
        var told =
                "column 'x' holds points in time with a zone in a.csv and points in time in b.csv; ";
        var elt = all("csv");
        assertThatThrownBy(elt::run).hasMessageStartingWith(told);
        assertThatThrownBy(() -> Storage.read(folder.resolve("*.csv")))
                .hasMessageStartingWith(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"x\":true};{\"x\":1}",
                "{\"x\":9007199254740993};{\"x\":0.5}",
                "{\"x\":\"2024-01-01T10:00:00Z\"};{\"x\":\"2024-01-01T10:00:00\"}",
                "{\"x\":[1]};{\"x\":\"a\"}"
            })
    void soAreThoseOfJson(String one, String other) throws IOException {
        files("jsonl", one + "\n", other + "\n");
        var elt = all("jsonl");
        assertThatThrownBy(elt::run).hasMessageContaining("column 'x' holds ");
        assertThatThrownBy(
                        () ->
                                Storage.convert(
                                        folder.resolve("*.jsonl"), folder.resolve("all.parquet")))
                .hasMessageContaining("column 'x' holds ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "true;5",
                "9007199254740993::bigint;0.5::double",
                "12345678901234567.89::decimal(20,2);0.5::double",
                "1::decimal(38,0);1::decimal(38,30)",
                "[1];[1.5::double]",
                "{'a':1};{'b':1}",
                "timestamptz '2024-01-01 10:00:00Z';timestamp '2024-01-01 10:00:00'"
            })
    void soAreThoseOfParquet(String one, String other) throws Exception {
        parquet("a", one);
        parquet("b", other);
        var elt = all("parquet");
        assertThatThrownBy(elt::run).hasMessageContaining("column 'x' holds ");
    }

    private void parquet(String name, String value) throws SQLException {
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duck.createStatement()) {
            statement.execute(
                    "copy (select %s as x) to '%s'"
                            .formatted(value, folder.resolve(name + ".parquet")));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1::tinyint;9007199254740993::bigint",
                "18446744073709551615::ubigint;-1::bigint",
                "1.5::float;9007199254740992::bigint",
                "1.25::decimal(10,2);0.1::double",
                "1.10::decimal(10,2);12345678901234567890.1::decimal(30,1)",
                "timestamp_ns '2024-01-01 10:00:00.000000001';timestamp '2024-01-01 10:00:00'",
                "null::integer;true",
                "null::varchar;5"
            })
    void whatOneTypeHoldsIsLoadedAsDuckDbHasItFromEach(String one, String other) throws Exception {
        parquet("a", one);
        parquet("b", other);
        all("parquet").run();
        for (var name : List.of("a", "b")) {
            var same =
                    "select count(*) from t join '%s' p on t.x is not distinct from p.x"
                            .formatted(folder.resolve(name + ".parquet"));
            assertThat(loaded(same)).as(name).containsExactly("1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\n", "x,y\n,1\n"})
    void whatIsEmptySaysNothingOfTheOthers(String empty) throws Exception {
        files("csv", empty, empty.startsWith("x,y") ? "x,y\n1,2\n2,3\n" : "x\n1\n2\n");
        all("csv").run();
        assertThat(loaded("select sum(x) from t")).containsExactly("3");
    }

    @Test
    void aRefusedPatternLeavesWhatWasThere() throws Exception {
        files("csv", "x\n1\n", "x\n2\n");
        all("csv").run();
        files("csv", "x\n1\n", "x\nTrue\n");
        var elt = all("csv");
        assertThatThrownBy(elt::run).hasMessageContaining("'x'");
        assertThat(loaded("select x from t order by x")).containsExactly("1", "2");
    }

    /** Written by pyarrow 26, which says of the second row's decimal 1234567890123456789012345678901234567890.5. */
    @Test
    void whatDuckDbLacksIsLoadedInATypeThatHoldsIt() throws Exception {
        var elt = Elt.into(warehouse()).load("t", resource("beyond-duck.arrow"));
        elt.run();
        assertThat(loaded("select half from t")).containsExactly("1.5", "-2.0");
        assertThat(loaded("select long from t"))
                .containsExactly("1.5", "1234567890123456789012345678901234567890.5");
        assertThat(loaded("select halves from t")).containsExactly("[0.5]", "null");
        assertThat(loaded("select tens from t")).containsExactly("1200", "null");
        var chosen = ConvertOptions.defaults().where("half > 0");
        assertThat(
                        Storage.convert(
                                        resource("beyond-duck.arrow"),
                                        folder.resolve("c.parquet"),
                                        chosen)
                                .rows())
                .isEqualTo(1);
    }

    /** Written by pyarrow 26: whole microseconds, then one nanosecond more. */
    @Test
    void durationsAreNotCut() throws Exception {
        var whole = Elt.into(warehouse()).load("t", resource("spans.arrow"));
        whole.run();
        assertThat(loaded("select d from t")).containsExactly("00:00:01.000002", "null");
        assertThat(loaded("select i from t"))
                .containsExactly("1 month 2 days 00:00:00.000003", "null");
        var told = " nanoseconds, and DuckDB's end with microseconds; ";
        for (var name : List.of("spans-cut.arrow", "spans-cut-month.arrow")) {
            var cut = Elt.into(warehouse()).load("t", resource(name));
            assertThatThrownBy(cut::run)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("column 'd' holds a duration of ")
                    .hasMessageContaining(told);
            var some = ConvertOptions.defaults().where("true");
            assertThatThrownBy(() -> Storage.convert(resource(name), folder.resolve("s.csv"), some))
                    .hasMessageContaining(told);
            assertThat(Storage.read(resource(name)).stringColumn("d").get(0)).endsWith("1S");
        }
    }

    @Test
    void whatNothingHereReadsIsRefusedByItsColumn() {
        var elt = Elt.into(warehouse()).load("t", resource("dense-union.arrow"));
        assertThatThrownBy(elt::run)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(
                        "dense-union.arrow: column 'u' is of Arrow's type Union(Dense");
    }

    private static Path resource(String name) {
        return Path.of(
                URI.create(
                        Objects.requireNonNull(EltKindsTest.class.getResource("/storage/" + name))
                                .toString()));
    }
}
