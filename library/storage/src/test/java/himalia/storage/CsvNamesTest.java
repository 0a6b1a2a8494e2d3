package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of files that are no CSV file with names, and how to read them. */
class CsvNamesTest {
    @TempDir private Path folder;

    /** The first line tells Excel what parts the values. */
    @ParameterizedTest
    @ValueSource(
            strings = {"sep=;\na;b\n1;2,5\n", "\n\na;b\n1;2,5\n", "\"sep=;\"\r\na;b\r\n1;2,5\r\n"})
    void whatStandsAboveTheNamesIsPassedOver(String text, @TempDir Path place) throws IOException {
        var file = Files.writeString(place.resolve("s.csv"), text);
        assertThat(Storage.read(file).columnNames()).containsExactly("a", "b");
        assertThat(Storage.read(file).rowCount()).isEqualTo(1);
        var german = CsvOptions.defaults().separator(';').decimal(',');
        assertThat(Storage.read(file, german).doubleColumn("b").get(0)).isEqualTo(2.5);
        var done = Storage.convert(file, place.resolve("s.parquet"));
        done.verify();
        assertThat(done.columns()).isEqualTo(2);
    }

    /** Without names, of one column, it may be a row that misses its value. */
    @Test
    void aBlankLineAboveRowsIsNotPassedOver() throws IOException {
        var file = Files.writeString(folder.resolve("one.csv"), "\n1\n2\n");
        assertThatThrownBy(() -> Storage.read(file, CsvOptions.defaults().header(false)))
                .hasMessageContaining("its first line tells how many columns there are");
    }

    @Test
    void theWayOutFitsTheCall() throws IOException {
        var file = Files.writeString(folder.resolve("t.csv"), "1,2\n3,4\n");
        var first = "the first line of t.csv looks like values, not names: 1, 2; ";
        var read =
                "Storage.read(\"%s\", CsvOptions.defaults().header(false))"
                        .formatted(FileNames.typed(file));
        assertThatThrownBy(() -> Storage.read(file))
                .hasMessage(first + read + " takes it for a row, header(true) for names");
        for (var encoding : new String[] {"UTF-8", "ISO-8859-1"}) {
            var options = CsvOptions.defaults().encoding(encoding);
            assertThatThrownBy(() -> Storage.read(file.toString(), options))
                    .hasMessage(
                            first
                                    + "add .header(false) to the CsvOptions to take it for a row, .header(true) for names");
        }
        assertThatThrownBy(() -> Storage.convert(file, folder.resolve("t.parquet")))
                .hasMessage(
                        first
                                + read.replace("read", "convert").replace("\", Csv", "\", to, Csv")
                                + " takes it for a row, header(true) for names");
        var rows = CsvOptions.defaults().header(false);
        assertThat(Storage.convert(file, folder.resolve("t.parquet"), rows).rows()).isEqualTo(2);
    }

    @Test
    void aSaidSeparatorIsTheOnlyOne() throws IOException {
        var file = Files.writeString(folder.resolve("t.csv"), "x^\"a\nb\"^c\n1^2^3\n");
        var table = Storage.read(file.toString(), CsvOptions.defaults().separator('^'));
        assertThat(table.columnNames()).containsExactly("x", "a\nb", "c");
        assertThat(table.rowCount()).isEqualTo(1);
    }

    @Test
    void aNameMayHaveSeveralLinesInAnyColumn() throws IOException {
        for (var header : new String[] {"x,\"a\nb\",c", "\"a\nb\",x,c", "x;c;\"a\nb\""}) {
            var row = header.contains(";") ? "1;2;3\n" : "1,2,3\n";
            var table =
                    Storage.read(Files.writeString(folder.resolve("t.csv"), header + "\n" + row));
            assertThat(table.columnNames()).containsExactlyInAnyOrder("x", "a\nb", "c");
            assertThat(table.rowCount()).isEqualTo(1);
            Storage.write(table, folder.resolve("again.csv"));
            assertThat(Storage.read(folder.resolve("again.csv")).columnNames())
                    .isEqualTo(table.columnNames());
        }
        var endless = "\"name,b\n" + "1,2\n".repeat(5000);
        var file = Files.writeString(folder.resolve("e.csv"), endless);
        assertThatThrownBy(() -> Storage.read(file)).hasMessageContaining("quote");
    }

    @ParameterizedTest
    @CsvSource({
        "a.xls, 'it is a workbook: save it as .xlsx in a spreadsheet program'",
        "a.zip, 'it is an archive: unpack it, and read what is in it'",
        "a.dat, 'it is no text: save it as .csv in the program that wrote it'"
    })
    void whatIsNoTextIsNoCsvFile(String name, String wayOut) throws IOException {
        var file = Files.write(folder.resolve(name), new byte[] {'P', 'K', 3, 4, 0, 0});
        assertThatThrownBy(() -> Storage.read(file))
                .hasMessageEndingWith("; " + wayOut)
                .hasMessageNotContaining("CsvOptions");
        assertThatThrownBy(() -> Storage.read(file.toString(), CsvOptions.defaults()))
                .hasMessage("'" + name + "' is no CSV file; " + wayOut);
    }
}
