package himalia.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks that openpyxl 3 wrote, with cells as other programs write them. */
class ExcelFormulasTest {
    @TempDir private Path folder;

    /** As Excel writes them: a text that came to nothing, beside a number and below all others. */
    @Test
    void aFormulaThatCameToAnEmptyTextIsMissing() throws IOException {
        var read =
                Storage.read(
                        changed(
                                "not-computed.xlsx",
                                "<f>A2*2</f><v />",
                                "<f>A2*2</f><v>2</v>",
                                "<c r=\"B3\"><f>A3*2</f><v />",
                                "<c r=\"B3\" t=\"str\"><f>IF(A3&gt;9,A3,\"\")</f><v></v>",
                                "</sheetData>",
                                "<row r=\"4\"><c r=\"B4\" t=\"str\"><f>IF(A4&gt;9,A4,\"\")</f><v></v></c></row></sheetData>"));
        assertThat(read.intColumn("f").get(0)).isEqualTo(2);
        assertThat(read.column("f").countMissing()).isEqualTo(1);
        assertThat(read.rowCount()).isEqualTo(2);
    }

    /** Of cells without a value, those of type {@code str} have an empty text (ECMA-376, 18.18.11); others have none yet. */
    @Test
    void aFormulaThatNobodyHasComputedIsItsTextBesideOthersToo() throws IOException {
        var read =
                Storage.read(
                        changed(
                                "not-computed.xlsx",
                                "<f>A2*2</f><v />",
                                "<f>A2*2</f><v>2</v>",
                                "</sheetData>",
                                "<row><c><v>7</v></c><c><f>A4*2</f></c></row><row r=\"5\"><c r=\"B5\" t=\"str\"><f>IF(A5&gt;9,A5,\"\")</f><v></v></c></row><row r=\"6\"><c r=\"A6\" t=\"n\"><v>8</v></c></row></sheetData>"));
        assertThat(read.stringColumn("f").asList()).containsExactly("2", "=A3*2", "=A4*2", "", "");
        assertThat(read.intColumn("n").asList()).containsExactly(1, 2, 7, null, 8);
    }

    /** As openpyxl writes dates where {@code iso_dates} is said. */
    @Test
    void datesThatAreTextsOfIsoAreRefusedWithTheWayOut() throws IOException {
        var file =
                changed(
                        "minimal.xlsx",
                        "</sheetData>",
                        "<row r=\"9\"><c r=\"A9\" t=\"d\"><v>2024-01-02</v></c></row></sheetData>");
        assertThatThrownBy(() -> Storage.read(file))
                .hasMessage(
                        "changed.xlsx has dates that are texts of ISO (cells of type d), which are not read here; open and save it in a spreadsheet program, or write it without them: in openpyxl iso_dates=False");
    }

    /** Returns a workbook of another one, with words in the place of others. */
    private Path changed(String name, String... words) throws IOException {
        var file = folder.resolve("changed.xlsx");
        try (var source = ExcelTest.class.getResourceAsStream("/storage/" + name);
                var from = new ZipInputStream(source);
                var to = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                var text = new String(from.readAllBytes(), UTF_8);
                for (int at = 0; at < words.length; at += 2) {
                    text = text.replace(words[at], words[at + 1]);
                }
                to.write(text.getBytes(UTF_8));
            }
        }
        return file;
    }
}
