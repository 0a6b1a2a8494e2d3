package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** CSV files as they are found in the world. */
class CsvOptionsTest {
    @TempDir private Path folder;

    private Table read(String content, CsvOptions options) throws IOException {
        var file = Files.writeString(folder.resolve("t.csv"), content);
        return Storage.read(file.toString(), options);
    }

    private Table read(String content) throws IOException {
        return read(content, CsvOptions.defaults());
    }

    @Test
    void aColumnOfNumbersStaysOneWhereSomeAreMarkedMissing() throws IOException {
        var table =
                read(
                        "age,income,country,born\n3,1.5,NA,2020-01-02\nNA,N/A,DE,NA\n5,-,-,2021-03-04\n");
        assertThat(table.types())
                .containsExactly(
                        ColumnType.INTEGER,
                        ColumnType.DOUBLE,
                        ColumnType.STRING,
                        ColumnType.LOCAL_DATE);
        assertThat(table.intColumn("age").countMissing()).isEqualTo(1);
        assertThat(table.doubleColumn("income").countMissing()).isEqualTo(2);
        assertThat(table.dateColumn("born").get(2)).isEqualTo(LocalDate.of(2021, 3, 4));
        // Among texts they are texts: NA is a country.
        assertThat(table.stringColumn("country").asList()).containsExactly("NA", "DE", "-");
    }

    @Test
    void aMarkBehindTheFirstRowsIsFoundToo() throws IOException {
        var lines = new StringBuilder("id,x\n");
        for (int i = 0; i < 30_000; i++) {
            lines.append(i).append(',').append(i == 29_000 ? "NA" : "1.5").append('\n');
        }
        var table = read(lines.toString());
        assertThat(table.column("x").type()).isEqualTo(ColumnType.DOUBLE);
        assertThat(table.column("x").countMissing()).isEqualTo(1);
    }

    @Test
    void yesAndNoStayWhatWasWritten() throws IOException {
        var table = read("bought,flag,letter\nyes,true,t\nno,FALSE,f\nyes,,t\n");
        assertThat(table.stringColumn("bought").asList()).containsExactly("yes", "no", "yes");
        assertThat(table.column("flag").type()).isEqualTo(ColumnType.BOOLEAN);
        assertThat(table.stringColumn("letter").asList()).containsExactly("t", "f", "t");
    }

    @Test
    void whatIsMarkedMissingIsReadAsAllElse() throws IOException {
        var german = CsvOptions.defaults().separator(';').decimal(',').dateFormat("dd.MM.yyyy");
        var table = read("p;d;w\n1,50;24.12.2025;NA\nNA;NA;x\n", german);
        assertThat(table.doubleColumn("p").get(0)).isEqualTo(1.5);
        assertThat(table.dateColumn("d").get(0)).isEqualTo(LocalDate.of(2025, 12, 24));
        assertThat(table.stringColumn("w").asList()).containsExactly("NA", "x");
        var slashed = read("d\n31/12/2020\nNA\n");
        assertThat(slashed.dateColumn("d").get(0)).isEqualTo(LocalDate.of(2020, 12, 31));
        var lines = new StringBuilder("x\nNA\n");
        for (int i = 0; i < 30_000; i++) {
            lines.append(i == 29_000 ? "1.5" : "7").append('\n');
        }
        var late = read(lines.toString());
        assertThat(late.doubleColumn("x").get(29_001)).isEqualTo(1.5);
        assertThat(late.doubleColumn("x").countMissing()).isEqualTo(1);
    }

    @Test
    void aFractionBehindTheFirstRowsIsNotRounded() throws IOException {
        var late = "x\n" + "7\n".repeat(29_000) + "1.5\n";
        assertThat(read(late).doubleColumn("x").get(29_000)).isEqualTo(1.5);
        var power = read("x\n" + "7\n".repeat(29_000) + "1e-3\nNA\n");
        assertThat(power.doubleColumn("x").get(29_000)).isEqualTo(0.001);
        assertThat(power.doubleColumn("x").countMissing()).isEqualTo(1);
        assertThat(read("x\n7\n-8\n").column("x").type()).isEqualTo(ColumnType.INTEGER);
    }

    @Test
    void whatOnlyAProgrammerTakesForANumberIsText() throws IOException {
        assertThat(read("x\n1\n0x1F\n1_000\n").stringColumn("x").asList())
                .containsExactly("1", "0x1F", "1_000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one.csv", "one.tsv", "one.csv.gz"})
    void namesAndValuesThatHoldSeparatorsComeBack(String name) throws IOException {
        var texts = List.of("a,b", "a;b", "a|b;c|d", "a\tb", "a \"b\"; c", "a;\nb;c");
        var file = folder.resolve(name);
        var other = folder.resolve("other" + name);
        for (var text : texts) {
            var table =
                    Table.create(StringColumn.create(text, texts), StringColumn.create("z", texts));
            for (var written :
                    List.of(table, table.selectColumns(text), table.selectColumns("z"))) {
                Storage.write(written, file);
                var read = Storage.read(file);
                assertThat(read.columnNames()).isEqualTo(written.columnNames());
                for (var column : read.columns()) {
                    assertThat(column.asList()).isEqualTo(List.copyOf(texts));
                }
                Storage.convert(file, other);
                assertThat(other).hasSameBinaryContentAs(file);
            }
        }
    }

    @Test
    void aWordBehindTheFirstRowsMakesTextsOfTruths() throws IOException {
        var lines = new StringBuilder("id,b\n");
        for (int i = 0; i < 30_000; i++) {
            lines.append(i).append(',').append(i == 29_000 ? "yes" : "true").append('\n');
        }
        assertThat(read(lines.toString()).stringColumn("b").get(29_000)).isEqualTo("yes");
        var marked = read("b\ntrue\nunknown\n", CsvOptions.defaults().missing("unknown"));
        assertThat(marked.booleanColumn("b").countMissing()).isEqualTo(1);
        var twice = read("a,a,\"q'\"\"x\"\nyes,true,no\nno,,NA\n");
        assertThat(twice.columnCount()).isEqualTo(3);
        assertThat(twice.stringColumn(0).asList()).containsExactly("yes", "no");
        assertThat(twice.column(1).type()).isEqualTo(ColumnType.BOOLEAN);
        assertThat(twice.stringColumn(2).asList()).containsExactly("no", "NA");
    }

    @Test
    void namedMarksAreMissingEverywhereAndNoOthers() throws IOException {
        var table = read("a,b\n-9,none\n1,NA\n", CsvOptions.defaults().missing("none", "-9"));
        assertThat(table.intColumn("a").countMissing()).isEqualTo(1);
        assertThat(table.stringColumn("b").asList()).containsExactly("", "NA");
    }

    @Test
    void aGermanSpreadsheetIsRead() throws IOException {
        var file = folder.resolve("rechnung.csv");
        Files.write(
                file,
                "Bericht\nGröße;Preis;Tag\nklein;1,50;24.12.2025\n"
                        .getBytes(Charset.forName("windows-1252")));
        var table =
                Storage.read(
                        file.toString(),
                        CsvOptions.defaults()
                                .skip(1)
                                .decimal(',')
                                .dateFormat("dd.MM.yyyy")
                                .encoding("windows-1252"));
        assertThat(table.name()).isEqualTo("rechnung");
        assertThat(table.columnNames()).containsExactly("Größe", "Preis", "Tag");
        assertThat(table.doubleColumn("Preis").get(0)).isEqualTo(1.5);
        assertThat(table.dateColumn("Tag").get(0)).isEqualTo(LocalDate.of(2025, 12, 24));
    }

    @Test
    void timesHaveAFormatToo() throws IOException {
        var table =
                read(
                        "at\n03/04/2025 17:05\n",
                        CsvOptions.defaults().dateFormat("MM/dd/yyyy HH:mm"));
        assertThat(table.dateTimeColumn("at").get(0))
                .isEqualTo(LocalDateTime.of(2025, 3, 4, 17, 5));
    }

    @Test
    void aFileWithoutNamesIsReadFromItsFirstLine() throws IOException {
        var table = read("1|x\n2|y\n", CsvOptions.defaults().header(false));
        assertThat(table.rowCount()).isEqualTo(2);
        assertThat(table.columnNames()).containsExactly("column0", "column1");
    }

    @Test
    void aJsonArrayIsATable() throws IOException {
        var file = folder.resolve("t.json");
        Files.writeString(file, "[{\"a\": 1, \"b\": \"x\"},\n {\"a\": 2, \"b\": null}]");
        var table = Storage.read(file);
        assertThat(table.columnNames()).containsExactly("a", "b");
        assertThat(table.rowCount()).isEqualTo(2);
        Storage.write(table, folder.resolve("again.json"));
        assertThat(Storage.read(folder.resolve("again.json")).stringColumn("b").asList())
                .containsExactly("x", "");
        assertThat(folder.resolve("again.json")).content().startsWith("[");
    }

    @Test
    void aKeyOfALaterLineIsNoColumnLost() throws IOException {
        var lines = new StringBuilder();
        for (int i = 0; i < 25_000; i++) {
            lines.append(i == 24_000 ? "{\"v\":1.5,\"note\":\"x\"}" : "{\"v\":1}").append('\n');
        }
        var file = Files.writeString(folder.resolve("late.jsonl"), lines);
        var late = Storage.read(file);
        assertThat(late.columnNames()).containsExactly("v", "note");
        assertThat(late.doubleColumn("v").get(24_000)).isEqualTo(1.5);
        var scalars = Files.writeString(folder.resolve("scalars.json"), "[1.5, -2.5]");
        assertThat(Storage.read(scalars).doubleColumn(0).asList()).containsExactly(1.5, -2.5);
    }

    @Test
    void whatCannotBeIsRefusedWithWhatCan() throws IOException {
        var defaults = CsvOptions.defaults();
        assertThatThrownBy(() -> defaults.encoding("utf-9")).hasMessageContaining("'utf-9'");
        assertThatThrownBy(() -> defaults.decimal(';')).hasMessageContaining("';'");
        assertThatThrownBy(() -> defaults.dateFormat("dd.Q.yyyy")).hasMessageContaining("'Q'");
        assertThatThrownBy(() -> defaults.dateFormat("dd/mm/yyyy"))
                .hasMessage(
                        "the date format 'dd/mm/yyyy' has no month in it, which is written MM; mm are minutes");
        assertThatThrownBy(() -> defaults.dateFormat("dd.MM."))
                .hasMessage("the date format 'dd.MM.' has no year in it, which is written yyyy");
        assertThatThrownBy(() -> defaults.skip(-1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> Storage.read("t.parquet", defaults))
                .hasMessageContaining("is no CSV file");
        var file = folder.resolve("l.csv");
        Files.write(file, new byte[] {'a', '\n', (byte) 0xE9, '\n'});
        assertThatThrownBy(() -> Storage.read(file))
                .hasMessageContaining("CsvOptions")
                .hasMessageContaining("l.csv");
        assertThatThrownBy(() -> Storage.read(file.toString(), defaults.encoding("US-ASCII")))
                .hasMessage(
                        "l.csv is not written in US-ASCII: name its encoding in the CsvOptions");
    }
}
