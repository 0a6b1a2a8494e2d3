package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.table.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

@Tag("once")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no name there has an asterisk")
class ConvertOptionsTest {
    private static final ConvertOptions ALL = ConvertOptions.defaults();

    @TempDir private Path folder;

    private static Table table() {
        return Tables.of(
                List.of(
                        Arrays.asList(1, "Oslo", 12.5),
                        Arrays.asList(2, "Rome", 8.0),
                        Arrays.asList(3, null, 40.0),
                        Arrays.asList(4, "Bonn", null)),
                "id",
                "city",
                "price");
    }

    private Path file(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void fromCsvToCsvWhatIsChosenIsWrittenAsItWas() throws IOException {
        file("c/a=1/c.csv", "id,v,z,s\n1,NA,Infinity,007\n2,1e5,2.50,x\n");
        var one = folder.resolve("c/a=1/c.csv");
        var to = folder.resolve("to.csv");
        assertThat(Storage.convert(one, to, ALL.where("v > 1000")).lost()).isEmpty();
        assertThat(to).hasContent("id,v,z,s\n2,1e5,2.50,x\n");
        Storage.convert(one, to, ALL.select("Z", "v"));
        assertThat(to).content().isEqualToIgnoringCase("z,v\nInfinity,NA\n2.50,1e5\n");
        file("c/a=2/c.csv", "v,id,z,s\n1.50,3,,y\n");
        Storage.convert(folder.resolve("c"), to, ALL.where("a = 2 or id = 2"));
        assertThat(to).hasContent("id,v,z,s,a\n2,1e5,2.50,x,1\n3,1.50,,y,2\n");
    }

    @Test
    void whatWasTakenIsComparedAndNoMore() throws IOException {
        var from = folder.resolve("v.parquet");
        Storage.write(table(), from);
        var to = folder.resolve("v.avro");
        var done = Storage.convert(from, to, ALL.where("id > 2").select("price", "id"));
        assertThat(done.verify().rows()).isEqualTo(2);
        assertThat(done.verify().columns()).containsOnlyKeys("price", "id");
        assertThatThrownBy(() -> done.verify(ALL)).hasMessageContaining("3 of 3 columns");

        var comma = file("v.csv", "p;t\n1,5;a\n2,25;b\n");
        var said = CsvOptions.defaults().separator(';').decimal(',');
        assertThat(Storage.convert(comma, to, said).verify().rows()).isEqualTo(2);

        var one = file("l/1.csv", "id\n1\n");
        var other = file("m/2.csv", "id\n2\n");
        file("l/3.csv", "id\n3\n");
        assertThat(Storage.convert(List.of(other, one), to, ALL).verify().rows()).isEqualTo(2);
        var broken = Storage.convert(List.of(other, one), to, ALL);
        Storage.write(Storage.read(one), to);
        assertThatThrownBy(broken::verify).hasMessageContaining("or other rows: id");
    }

    @Test
    void aDateThatOtherRowsTellIsWrittenSoThatItTellsItself() throws IOException {
        var one = file("e/1.csv", "id,d,t\n1,03/04/2024,2024-01-02\n2,25/12/2024,2024-1-3\n");
        var to = folder.resolve("to.csv");
        var first = ALL.where("id = 1");
        Storage.convert(one, to, first).verify(first);
        assertThat(to).hasContent("id,d,t\n1,2024-04-03,2024-01-02\n");
        file("e/2.csv", "id,d,t\n3,2024-12-24,\n");
        file("e/3.csv", "id,d,t\n4,12/26/2024,\n");
        Storage.convert(folder.resolve("e"), to, ALL).verify(ALL);
        assertThat(to)
                .hasContent(
                        "id,d,t\n1,2024-04-03,2024-01-02\n2,2024-12-25,2024-1-3\n3,2024-12-24,\n4,2024-12-26,\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "t.csv",
                "t.csv.zst",
                "t.jsonl",
                "t.json",
                "t.avro",
                "t.parquet",
                "t.arrow",
                "t.xlsx",
                "t.arff"
            })
    void someColumnsOfSomeRowsAreWritten(String name) throws IOException {
        var from = folder.resolve(name);
        Storage.write(table(), from);
        var options = ALL.select("price", "id").where("price > 10 -- dear");
        for (var ending : List.of("parquet", "csv", "jsonl", "arrow")) {
            var to = folder.resolve("dear." + ending);

            var done = Storage.convert(from, to, options);

            assertThat(done.rows()).isEqualTo(2);
            assertThat(done.columns()).isEqualTo(2);
            var dear = Storage.read(to);
            assertThat(dear.columnNames()).containsExactly("price", "id");
            assertThat(dear.numberColumn("id").asDoubleArray()).containsExactly(1, 3);
            assertThat(done.verify(options).rows()).isEqualTo(2);
        }
    }

    @Test
    void namesAndConditionsThatAreWrongAreToldWithTheNearest() throws IOException {
        var from = file("t.csv", "id,price\n1,2\n");
        var to = folder.resolve("x.parquet");
        refused(from, to, ALL.select("prize"), "no column 'prize' in t.csv; did you mean 'price'?");
        refused(from, to, ALL.where("prize > 1"), "no column 'prize' in t.csv; did you mean");
        refused(from, to, ALL.where("price >"), "the condition 'price >' is no SQL: ");
        refused(from, to, ALL.where("price > 'x'"), "the condition 'price > 'x'' does not fit");
        refused(from, to, ALL.where("1 = 1) UNION (SELECT 1"), "is no SQL: ");
        assertThatThrownBy(() -> ALL.where(" ")).hasMessageContaining("the condition is blank");
        assertThat(to).doesNotExist();
    }

    private static void refused(Path from, Path to, ConvertOptions options, String message) {
        assertThatThrownBy(() -> Storage.convert(from, to, options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aConditionThatComparesTextsWithANumberSaysSo() throws IOException {
        var from = Files.writeString(folder.resolve("k.csv"), "k\na1\n2\n");
        refused(
                from,
                folder.resolve("k.jsonl"),
                ConvertOptions.defaults().where("k > 29990"),
                "the condition 'k > 29990' compares a column of texts with a number; a text stands in quotes, and try_cast(column as double) makes numbers of texts");
        refused(
                from,
                folder.resolve("k.jsonl"),
                ConvertOptions.defaults().where("k > date '2024-01-02'"),
                "the condition 'k > date '2024-01-02'' compares a column of texts with a date or time; a text stands in quotes, and try_cast(column as timestamp) makes times of texts");
    }

    @Test
    void severalFilesBecomeOne() throws IOException {
        file("logs/b.csv", "n,t,empty\n2.5,,\n");
        file("logs/a.csv", "t,n,empty\nx,1,\ny,2,u\n");
        for (var name : List.of("logs/*.csv", "logs")) {
            var to = folder.resolve("all.parquet");
            var done = Storage.convert(folder.resolve(name), to);
            assertThat(done.rows()).isEqualTo(3);
            assertThat(done.bytesBefore()).isEqualTo(37);
            done.verify();
            var all = Storage.read(to);
            assertThat(all.doubleColumn("n").asDoubleArray()).containsExactly(1, 2, 2.5);
            assertThat(all.stringColumn("t").asList()).containsExactly("x", "y", "");
            assertThat(Checksums.of(all))
                    .isEqualTo(Checksums.of(Storage.read(folder.resolve(name))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonl", "parquet", "avro"})
    void moreFilesThanAreOpenAtOnceKeepTheirOrder(String ending) throws IOException {
        for (int i = 0; i < 70; i++) {
            var part = Tables.of(List.of(List.of(i, "t" + i)), "i", "t");
            Storage.write(part, folder.resolve("p/year=%d/%03d.%s".formatted(i / 50, i, ending)));
        }
        var to = folder.resolve("all.arrow");
        Storage.convert(folder.resolve("p"), to, ALL.where("i % 2 = 0"))
                .verify(ALL.where("i % 2 = 0"));
        var all = Storage.read(to);
        assertThat(all.rowCount()).isEqualTo(35);
        assertThat(all.numberColumn("i").get(30).intValue()).isEqualTo(60);
        assertThat(all.numberColumn("year").get(30).intValue()).isEqualTo(1);
    }

    @Test
    void whatDoesNotFitTogetherIsSaidWithItsFiles() throws IOException {
        file("c1.csv", "x\n1\n");
        file("c2.csv", "x\nOslo\n");
        var to = folder.resolve("x.parquet");
        assertThatThrownBy(() -> Storage.convert(folder.resolve("c*.csv"), to))
                .hasMessageContaining(
                        "column 'x' holds whole numbers in c1.csv and text in c2.csv");
        file("d1.csv", "x\n9007199254740993\n");
        file("d2.csv", "x\n0.5\n");
        assertThatThrownBy(() -> Storage.convert(folder.resolve("d*.csv"), to))
                .hasMessageContaining(
                        "column 'x' holds 9007199254740993 in d1.csv, which beside the numbers of another file would be rounded");
        assertThatThrownBy(() -> Storage.convert(folder.resolve("e*.csv"), to))
                .hasMessageContaining("no file matches");
        assertThat(to).doesNotExist();
    }

    @Test
    void otherEncodingsGoTogetherToo() throws IOException {
        for (var name : List.of("l1.csv", "l2.csv")) {
            Files.write(folder.resolve(name), "t\nÄ\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        var to = folder.resolve("l.parquet");
        Storage.convert(folder.resolve("l*.csv"), to, CsvOptions.defaults().encoding("ISO-8859-1"));
        assertThat(Storage.read(to).stringColumn("t").asList()).containsExactly("Ä", "Ä");
    }

    @Test
    void whatAFormatCannotHoldIsLostOnlyWhereThatIsSaid() throws IOException {
        var from = folder.resolve("t.arrow");
        Storage.write(
                Tables.of(
                        List.of(Arrays.asList(1, 9_007_199_254_740_993L, Instant.EPOCH, 0.5)),
                        "label",
                        "key",
                        "at",
                        "x"),
                from);
        for (var name : List.of("t.xlsx", "t.libsvm", "t.npy")) {
            assertThatThrownBy(() -> Storage.convert(from, folder.resolve(name)))
                    .hasMessageMatching("column '(key|at)' holds (?s).*");
        }
        var book = Storage.convert(from, folder.resolve("t.xlsx"), ALL.lossy());
        assertThat(book.lost())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("made texts: column 'key' holds 9007199254740993 in row 0; ")
                .doesNotContain("make the column texts");
        assertThat(Storage.read(folder.resolve("t.xlsx")).stringColumn("key").get(0))
                .isEqualTo("9007199254740993");
        var numbers = Storage.convert(from, folder.resolve("t.libsvm"), ALL.lossy());
        assertThat(numbers.lost()).hasSize(2).allMatch(lost -> lost.startsWith("left out: "));
        assertThat(numbers.columns()).isEqualTo(2);
        assertThat(new ConversionRenderer().render(numbers).data().toString())
                .contains("\nlost: left out: column 'key' holds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "id", "city"})
    void whatIsNeitherTrueNorFalseIsNoCondition(String condition) throws IOException {
        var from = file("t.csv", "id,city\n1,Oslo\n");
        var to = folder.resolve("x.parquet");
        refused(from, to, ALL.where(condition), "'%s' is no condition that".formatted(condition));
        refused(from, to, ALL.where("id = "), "'id = ' is no SQL: it ends too early");
        assertThat(to).doesNotExist();
    }

    @Test
    void aFileIsNotReplacedByAPartOfItself() throws IOException {
        var from = file("t.csv", "id,city\n1,Oslo\n");
        refused(from, from, ALL.select("id"), "t.csv is read here");
        file("u.csv", "id,city\n2,Rome\n");
        refused(folder, from, ALL, "t.csv is read here");
        assertThat(from).hasContent("id,city\n1,Oslo\n");
        assertThatThrownBy(() -> ALL.select("id", "ID"))
                .hasMessage("column 'ID' is named twice: name each once");
    }

    @Test
    void theFileThatIsWrongIsNamedAmongSeveral() throws IOException {
        file("m1.csv", "x,y\n1,2\n");
        file("m2.csv", "x,y\n1,2\n3\n");
        var to = folder.resolve("x.parquet");
        assertThatThrownBy(() -> Storage.convert(folder.resolve("m?.csv"), to))
                .hasMessageStartingWith("m2.csv, line 3: ");
        file("p/k=1/a.csv", "x\n1\n");
        file("p/k=2/a.csv", "x\nOslo\n");
        assertThatThrownBy(() -> Storage.convert(folder.resolve("p"), to))
                .hasMessageContaining("k=1/a.csv and text in ")
                .hasMessageContaining("k=2/a.csv; ");
        var remark = file("r.csv", "# hello\nx,y\n1,2\n");
        assertThatThrownBy(() -> Storage.read(remark))
                .hasMessageContaining("CsvOptions.defaults().skip(1)");
    }
}
