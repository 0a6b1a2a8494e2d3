package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.table.Seeds;
import himalia.table.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.Table;

class LossesTest {
    private static final ConvertOptions ALL = ConvertOptions.defaults();

    @TempDir private Path folder;

    private Path parquet(String select) throws Exception {
        var file = folder.resolve("s.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("COPY (%s) TO '%s'".formatted(select, file));
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"n.jsonl", "n.json", "n.csv", "n.avro", "n.arrow"})
    void whatIsNoNumberStaysWithinListsAndRecords(String name) throws Exception {
        var from =
                parquet(
                        "select [1.5, 'nan'::double, 'inf'::double, null] as l, {'f': '-inf'::float} as r, map {'k': 'nan'::double} as m");
        Storage.convert(from, folder.resolve(name)).verify();
        var back = Storage.read(folder.resolve(name));
        assertThat(back.getString(0, "l")).isEqualTo("[1.5,\"NaN\",\"Infinity\",null]");
        assertThat(back.getString(0, "r")).isEqualTo("{\"f\":\"-Infinity\"}");
        assertThat(back.getString(0, "m")).isEqualTo("{\"k\":\"NaN\"}");
        var without =
                parquet(
                        "select [1.5, null, null, null] as l, {'f': null::float} as r, map {'k': null::double} as m");
        assertThat(Checksums.of(back).differences(Checksums.of(without)))
                .containsExactly("l", "r", "m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"i.jsonl", "i.json"})
    void infinityIsNullInJsonOnlyWhereThatIsSaid(String name) throws Exception {
        var from = Files.writeString(folder.resolve("i.csv"), "x,y\n1,1\ninf,2\n-inf,3\n");
        var to = folder.resolve(name);
        assertThatThrownBy(() -> Storage.convert(from, to))
                .hasMessageStartingWith(
                        "column 'x' holds Infinity in row 1; JSON has no infinity: ");
        assertThatThrownBy(() -> Storage.write(Storage.read(from), to))
                .hasMessageContaining("JSON has no infinity");
        assertThat(to).doesNotExist();
        var done = Storage.convert(from, to, ALL.lossy());
        assertThat(done.lost())
                .containsExactly(
                        "made null: column 'x' holds Infinity in row 1; JSON has no infinity");
        assertThatThrownBy(done::verify).hasMessageContaining("rows: x; lost: made null: column");
    }

    @ParameterizedTest
    @ValueSource(strings = {"u.csv", "u.jsonl", "u.avro", "u.arrow"})
    void unsignedNumbersAreTheSameInTexts(String name) throws Exception {
        var from =
                parquet(
                        "select 18446744073709551615::ubigint as a, 4294967295::uinteger as b, 65535::usmallint as c, 255::utinyint as d"
                                + " union all select 1, 1, 1, 1");
        assertThat(Storage.convert(from, folder.resolve(name)).verify().rows()).isEqualTo(2);
    }

    @Test
    void textsThatACsvFileGivesBackAsNumbersAreTold() throws Exception {
        var from =
                Files.writeString(
                        folder.resolve("j.jsonl"),
                        """
                        {"a": 1, "b": "3", "c": "007", "d": "3"}
                        {"a": 2.5, "b": "-4.5e3", "c": "7", "d": "x"}
                        {"a": "3", "b": null, "c": "7", "d": "3"}
                        """);
        var done = Storage.convert(from, folder.resolve("j.csv"));
        assertThat(done.lost())
                .containsExactly(
                        "read as numbers: column 'a' holds texts, and a CSV file has no types",
                        "read as numbers: column 'b' holds texts, and a CSV file has no types");
        assertThat(Storage.read(folder.resolve("j.csv")).stringColumn("c").asList())
                .containsExactly("007", "7", "7");
    }

    /** DuckDB reads the written columns as times and numbers, and not as texts: they are what they were. */
    @Test
    void timesAndDecimalsInACsvFileAreNoTextsThatChanged() throws Exception {
        var from =
                parquet(
                        "select unnest([timestamptz '2024-01-02 03:04:05+00', '2024-07-01 00:00:00.25+02']) as zoned, unnest([timestamp_ns '2024-01-02 03:04:05', null]) as local, unnest([time '10:00:00', null]) as clock, unnest(['1.50'::decimal(30,2), 7]) as d, unnest(['2024-01-02T03:04:05Z', null]) as text");
        var done = Storage.convert(from, folder.resolve("z.csv"));
        assertThat(done.lost())
                .containsExactly(
                        "read as dates or times: column 'text' holds texts, and a CSV file has no types");
        var chosen = ALL.select("zoned", "local", "clock", "d");
        assertThat(Storage.convert(from, folder.resolve("c.csv"), chosen).lost()).isEmpty();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                var types =
                        statement.executeQuery(
                                "select typeof(zoned), typeof(local), typeof(clock), typeof(d) from '%s'"
                                        .formatted(done.to()))) {
            types.next();
            assertThat(types.getString(1)).isEqualTo("TIMESTAMP WITH TIME ZONE");
            assertThat(types.getString(2)).isEqualTo("TIMESTAMP");
            assertThat(types.getString(3)).isEqualTo("TIME");
            assertThat(types.getString(4)).isEqualTo("DOUBLE");
        }
    }

    @ParameterizedTest
    @CsvSource({"e.jsonl,''", "e.json,[]"})
    void columnsWithoutRowsAreRefusedByJson(String name, String text) throws Exception {
        var from = parquet("select 1 as a, 'x' as b where false");
        var to = folder.resolve(name);
        var why = "there are no rows, and without one a JSON file does not have the columns a, b";
        assertThatThrownBy(() -> Storage.convert(from, to))
                .hasMessage(
                        why
                                + ": take .parquet or .csv, or say --lossy, ConvertOptions.defaults().lossy()");
        assertThatThrownBy(() -> Storage.convert(from, to, ALL.where("a > 1")))
                .hasMessageStartingWith(why);
        assertThatThrownBy(() -> Storage.write(Storage.read(from), to)).hasMessageStartingWith(why);
        assertThat(to).doesNotExist();
        var done = Storage.convert(from, to, ALL.lossy());
        assertThat(done.lost()).containsExactly("left out: " + why);
        assertThat(Files.readString(to).replaceAll("\\s", "")).isEqualTo(text);
    }

    @Test
    void aNameWithBlanksIsToldToo() throws Exception {
        var from = parquet("select unnest(['3', '4']) as \" a \"");
        assertThat(Storage.convert(from, folder.resolve("blanks.csv")).lost())
                .contains("read as numbers: column ' a ' holds texts, and a CSV file has no types");
    }

    @Test
    void textsThatSayThatThereIsNoneAreToldBesideNumbersAndDates() throws Exception {
        var from =
                parquet(
                        "select unnest(['NA', '1', '2']) as a, unnest(['nan', 'inf', '1']) as b, unnest(['2024-01-02', '-', null]) as c, unnest(['NA', 'DE', 'NO']) as d, unnest(['01', '02', '-']) as e");
        var done = Storage.convert(from, folder.resolve("m.csv"));
        assertThat(done.lost())
                .containsExactly(
                        "read as numbers: column 'a' holds texts, and a CSV file has no types",
                        "read as numbers: column 'b' holds texts, and a CSV file has no types",
                        "read as dates or times: column 'c' holds texts, and a CSV file has no types");
        assertThatThrownBy(done::verify).hasMessageContaining("other rows: a, b, c; lost: read as");
    }

    @ParameterizedTest
    @ValueSource(strings = {"f.arff", "f.csv", "f.npy", "f.xlsx", "f.avro"})
    void numbersOf32BitsAreFoundInEveryFile(String name) throws Exception {
        var from = parquet("select unnest([0.1, 3.3, null])::float as f");
        Storage.convert(from, folder.resolve(name)).verify();
    }

    /** DuckDB has more digits for some than Java, and Java 17 other ones than Java 19: the float that is read is the same. */
    @ParameterizedTest
    @ValueSource(strings = {"f.csv", "f.jsonl", "f.xlsx", "f.avro", "f.arff"})
    void aFloatWhoseTextIsReadAsItIsNotLost(String name) throws Exception {
        var random = Seeds.random(42);
        var floats = FloatColumn.create("f", 428.04688f, 280.73438f, 1e-45f, 0.1f, -220378.88f);
        List.of(8.5899346E9f, 1.34217728E8f, 1.17549435E-38f, Float.MAX_VALUE, -0.0f)
                .forEach(floats::append);
        for (int row = 0; row < 3000; row++) {
            floats.append(random.nextFloat() * 1000);
            float any = Float.intBitsToFloat(random.nextInt());
            floats.append(Float.isFinite(any) ? any : row);
        }
        var from = folder.resolve("f.parquet");
        Storage.write(Table.create("t", floats, floats.copy().setName("g")), from);
        var done = Storage.convert(from, folder.resolve(name));
        done.verify();
        var other = floats.copy();
        other.set(7, Math.nextUp(floats.getFloat(7)));
        Storage.write(Table.create("t", floats, other.setName("g")), done.to());
        assertThatThrownBy(done::verify).hasMessageEndingWith("or other rows: g");
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.arff", "t.xlsx", "t.npy"})
    void timesThatBecameTextsAreFound(String name) throws Exception {
        var from = parquet("select unnest([time '01:02:03.000001', null, time '00:00:00']) as t");
        var done = Storage.convert(from, folder.resolve(name), ALL.lossy());
        assertThat(done.lost()).hasSize(1);
        done.verify();
    }

    @ParameterizedTest
    @ValueSource(strings = {"d.npy", "d.xlsx", "d.arff"})
    void decimalsBecomeTextsOnlyWhereThatIsSaid(String name) throws Exception {
        var from =
                parquet(
                        "select '12345678901234567890.10'::decimal(38,2) as d union all select 0.5");
        assertThatThrownBy(() -> Storage.convert(from, folder.resolve(name)))
                .hasMessageContaining("column 'd' holds decimals of more digits");
        var done = Storage.convert(from, folder.resolve(name), ALL.lossy());
        assertThat(done.lost()).hasSize(1).first().asString().startsWith("made texts: column 'd'");
        done.verify();
    }

    @ParameterizedTest
    @CsvSource({
        "timestamp_ns '2024-01-02 03:04:05.123456789',t.xlsx,'cut them (Storage.read, then Columns.toDatetime)'",
        "timestamptz '2024-01-02 03:04:05.123456Z',z.xlsx,'cut them (Storage.read, then Columns.toInstant)'",
        "time '03:04:05.123456',c.npy,take it out"
    })
    void timesPastMillisecondsBecomeTextsOnlyWhereThatIsSaid(
            String time, String name, String otherwise) throws Exception {
        var from = parquet("select %s as t".formatted(time));
        assertThatThrownBy(() -> Storage.convert(from, folder.resolve(name)))
                .hasMessage(
                        "column 't' holds times past milliseconds, or the year 32767, which the format has as texts alone: %s, or say --lossy, ConvertOptions.defaults().lossy()"
                                .formatted(otherwise));
        assertThat(folder.resolve(name)).doesNotExist();
        var done = Storage.convert(from, folder.resolve(name), ALL.lossy());
        assertThat(done.lost()).hasSize(1).first().asString().startsWith("made texts: column 't'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select '12345678901234567890.10'::decimal(38,2) as d union all select 0.5|d.csv",
                "select '12345678901234567890.10'::decimal(38,2) as d union all select 0.5|d.jsonl",
                "select '123456789012345.600'::decimal(18,3) as d union all select 0.5|d.csv",
                "select '123456789012345.600'::decimal(18,3) as d union all select 0.5|d.jsonl",
                "select timestamp_ns '2024-01-02 03:04:05.123456789' as d union all select timestamp_ns '2024-01-02 03:04:05'|d.csv",
                "select 9223372036854775807 as d union all select -9223372036854775808 union all select 5|d.csv"
            })
    void digitsThatAreKeptAsTextsAreNoLoss(String select, String name) throws Exception {
        Storage.convert(parquet(select), folder.resolve(name)).verify();
    }

    @Test
    void textsAreComparedAsTheyAre() throws Exception {
        var from = Files.writeString(folder.resolve("a.csv"), "k\n1.50\nx\n");
        var to = Files.writeString(folder.resolve("b.csv"), "k\n1.5\nx\n");
        var done = new Conversion(from, to, 2, 1, 1, 1);
        assertThatThrownBy(done::verify).hasMessageContaining("other rows: k");
    }

    @Test
    void aFileOfRowsWithoutALabelIsRefusedWithAllItsColumns() throws Exception {
        var from = folder.resolve("c.arrow");
        Storage.write(Tables.of(List.of(Arrays.asList("x", 1)), "a", "b"), from);
        assertThatThrownBy(() -> Storage.convert(from, folder.resolve("c.svm"), ALL.lossy()))
                .hasMessageContaining("there are: a, b");
        Storage.write(Tables.of(List.of(Arrays.asList("x", 1)), "label", "b"), from);
        assertThatThrownBy(() -> Storage.convert(from, folder.resolve("c.svm"), ALL.lossy()))
                .hasMessageContaining("column 'label' holds text");
    }

    /** Of so many zero bytes, nobody could tell the file from one in UTF-16. */
    @Test
    void whatCannotBeReadAgainIsToldByTheNameThatWasSaid() {
        var to = folder.resolve("zeros.csv");
        var table = Tables.of(List.of(List.of("\0"), List.of("\0"), List.of("\0")), "k");
        assertThatThrownBy(() -> Storage.write(table, to))
                .hasMessageStartingWith(
                        "zeros.csv was not written, for it could not be read again: zeros.csv is written in UTF-16BE")
                .hasMessageNotContaining(".himalia-");
        assertThat(to).doesNotExist();
    }
}
