package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import himalia.table.Tables;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class ExcelTest {
    @TempDir Path folder;
    private Path book;

    @BeforeEach
    void copy() throws IOException {
        book = resource("openpyxl.xlsx");
    }

    @Test
    void aFormulaThatNobodyHasComputedIsItsText() throws IOException {
        var file = folder.resolve("form.xlsx");
        try (var out = Files.newOutputStream(file);
                var made = new Workbook(out, "test", "1.0");
                var sheet = made.newWorksheet("s")) {
            sheet.value(0, 0, "x");
            sheet.value(0, 1, "twice");
            sheet.value(1, 0, 1);
            sheet.formula(1, 1, "A2*2");
        }
        assertThat(Storage.read(file).getUnformatted(0, 1)).isEqualTo("=A2*2");
    }

    /** Written by openpyxl 3 and XlsxWriter 3; the third has no formats at all. */
    @Test
    void whatOtherLibrariesLeaveOutIsRead() throws IOException {
        assertThat(Storage.read(resource("not-computed.xlsx")).stringColumn("f").asList())
                .containsExactly("=A2*2", "=A3*2");
        assertThat(Storage.read(resource("failed.xlsx")).doubleColumn("q").asDoubleArray())
                .containsExactly(Double.NaN, 1, 0.5);
        assertThat(Storage.read(resource("minimal.xlsx")).doubleColumn("n").get(0)).isEqualTo(1.5);
    }

    private Path resource(String name) throws IOException {
        var file = folder.resolve(name);
        try (var source = ExcelTest.class.getResourceAsStream("/storage/" + name)) {
            Files.copy(source, file);
        }
        return file;
    }

    @Test
    void zeroBelowZeroIsOneInAWorkbookToo() throws IOException {
        var file = folder.resolve("zero.xlsx");
        var table = Table.create("t", DoubleColumn.create("v", -0.0, 0, 1, -1.5));
        Storage.write(table, file);
        assertThat(Checksums.of(table).differences(Checksums.of(file))).isEmpty();
        assertThat(Storage.read(file).doubleColumn("v").get(0)).isEqualTo(-0.0);
    }

    @Test
    void anEmptySheetIsNamed() throws IOException {
        var file = folder.resolve("empty.xlsx");
        try (var out = Files.newOutputStream(file);
                var made = new Workbook(out, "test", "1.0")) {
            made.newWorksheet("first").value(0, 0, "x");
            made.newWorksheet("second");
        }
        assertThatThrownBy(() -> Excel.read(file.toString(), "second"))
                .hasMessage("the sheet 'second' of empty.xlsx is empty, and no table");
    }

    @Test
    void aBookOfOpenpyxlIsReadWithItsTypes() throws IOException {
        var trips = Storage.read(book);
        assertThat(trips.columnNames())
                .containsExactly(
                        "city", "day", "left", "at", "age", "fare", "card", "note", "city_2",
                        "column9", "share");
        assertThat(trips.types().toString())
                .isEqualTo(
                        "[STRING, LOCAL_DATE, LOCAL_DATE_TIME, LOCAL_TIME, LONG, DOUBLE, BOOLEAN, STRING, STRING, STRING, DOUBLE]");
        var rows = Tables.maps(trips);
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0))
                .containsEntry("day", LocalDate.of(2024, 1, 5))
                .containsEntry("left", LocalDateTime.of(2024, 1, 5, 8, 30, 15))
                .containsEntry("at", LocalTime.of(8, 30))
                .containsEntry("age", 30L)
                .containsEntry("fare", 12.5)
                .containsEntry("card", true)
                .containsEntry("share", 0.25);
        assertThat(rows.get(1).values()).containsOnlyNulls();
        assertThat(rows.get(2))
                .containsEntry("city", "Zürich & <b>")
                .containsEntry("at", LocalTime.of(23, 59, 59))
                .containsEntry("note", "7");
        assertThat(rows.get(3))
                .containsEntry("age", 5_000_000_000L)
                .containsEntry("column9", "late");
    }

    @Test
    void whatAProgramHasComputedIsRead() throws IOException {
        var file = folder.resolve("formulas.xlsx");
        try (var source = ExcelTest.class.getResourceAsStream("/storage/formulas.xlsx")) {
            Files.copy(source, file);
        }
        var computed = Storage.read(file);
        assertThat(computed.doubleColumn("number").asDoubleArray()).containsExactly(42.5, 7);
        assertThat(computed.stringColumn("key").asList()).containsExactly("00123", "1E5");
        assertThat(computed.booleanColumn("flag").asList()).containsExactly(true, false);
        assertThat(computed.dateColumn("day").get(0)).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(computed.stringColumn("worked").get(1)).isEqualTo("PT26H");
        assertThat(computed.column("gone").countMissing()).isEqualTo(2);
    }

    @Test
    void whatSaysThatThereIsNoNumberIsMissingBesideNumbers() throws IOException {
        var file = folder.resolve("marks.xlsx");
        try (var out = Files.newOutputStream(file);
                var made = new Workbook(out, "test", "1.0")) {
            var sheet = made.newWorksheet("s");
            for (int at = 0; at < 4; at++) {
                sheet.value(0, at, List.of("number", "failed", "text", "marks").get(at));
                sheet.value(1, at, at == 2 ? "x" : "NA");
                sheet.value(2, at, at == 2 ? "NA" : "n/a");
            }
            sheet.value(3, 0, 1.5);
            sheet.value(3, 1, 7);
        }
        var table = Storage.read(file);
        assertThat(table.doubleColumn("number").countMissing()).isEqualTo(table.rowCount() - 1);
        assertThat(table.intColumn("failed").get(2)).isEqualTo(7);
        assertThat(table.stringColumn("text").get(1)).isEqualTo("NA");
        assertThat(table.stringColumn("marks").get(0)).isEqualTo("NA");
    }

    @Test
    void aFailedFormulaIsMissingBesideNumbersAndATextBesideTexts() {
        var numbers = new ExcelColumn();
        numbers.set(0, new BigDecimal("1.5"));
        numbers.set(1, new ExcelColumn.Failed("#DIV/0!"));
        assertThat(numbers.values(2)).containsExactly(1.5, null);
        var texts = new ExcelColumn();
        texts.set(0, "a");
        texts.set(1, new ExcelColumn.Failed("#DIV/0!"));
        assertThat(texts.values(2)).containsExactly("a", "#DIV/0!");
    }

    @Test
    void othersSheetsAreReadByTheirNames() throws IOException {
        assertThat(Excel.sheets(book.toString())).containsExactly("Trips", "2024 prices", "empty");
        var prices = Excel.read(book.toString(), "2024 prices");
        assertThat(prices.name()).isEqualTo("2024 prices");
        assertThat(prices.doubleColumn("price").asDoubleArray()).containsExactly(0, 1.1, 2.2);
        assertThatThrownBy(() -> Excel.read(book.toString(), "2025"))
                .hasMessageContaining("no sheet '2025'; there are: Trips, 2024 prices, empty");
        assertThatThrownBy(() -> Excel.read(book.toString(), "empty"))
                .hasMessageContaining("is empty");
    }

    private static Table table() {
        return Tables.of(
                List.of(
                        Arrays.asList(
                                "=1+1",
                                1,
                                2.5,
                                true,
                                LocalDate.of(1900, 3, 1),
                                LocalDateTime.of(2024, 2, 29, 13, 14, 15, 678_000_000),
                                LocalTime.of(23, 59, 59, 999_000_000)),
                        Arrays.asList(null, null, null, null, null, null, null),
                        Arrays.asList(
                                " lines\nand <tags> 😀\t",
                                -7,
                                1e-300,
                                false,
                                LocalDate.of(9999, 12, 31),
                                LocalDateTime.of(1999, 12, 31, 0, 0, 0, 1_000_000),
                                LocalTime.MIDNIGHT)),
                "text",
                "whole",
                "number",
                "flag",
                "day",
                "moment",
                "time");
    }

    @Test
    void aTableComesBackAsItWas() throws IOException {
        var file = folder.resolve("t.xlsx");
        var written = Storage.write(table(), file);
        assertThat(written.rows()).isEqualTo(3);
        var back = Storage.read(file);
        assertThat(back.types()).isEqualTo(table().types());
        assertThat(Tables.maps(back)).isEqualTo(Tables.maps(table()));
    }

    @Test
    void durationsAreDurationsOfTheWorkbook() throws IOException {
        var file = folder.resolve("d.xlsx");
        var durations =
                Tables.of(
                        List.of(
                                Arrays.asList("PT26H0.25S", "PT-1H", "PT1M", "PT0.0001S"),
                                Arrays.asList("PT0S", "PT1H", "PT60S", "PT1S"),
                                Arrays.asList(null, null, null, null)),
                        "kept",
                        "negative",
                        "text",
                        "micros");
        Storage.write(durations, file);
        try (var read = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false))) {
            var row = read.getFirstSheet().read().get(1);
            assertThat(row.getCell(0).getDataFormatString()).isEqualTo("[h]:mm:ss.000");
            assertThat(row.getCell(0).asNumber().doubleValue())
                    .isCloseTo((26 * 3600 + 0.25) / 86_400, within(1e-12));
            assertThat(row.getCell(1).asString()).isEqualTo("PT-1H");
        }
        assertThat(Tables.maps(Storage.read(file))).isEqualTo(Tables.maps(durations));
    }

    @Test
    void durationsOfOthersAreReadAsTheyAreElsewhere() throws IOException {
        var file = folder.resolve("worked.xlsx");
        try (var out = Files.newOutputStream(file);
                var made = new Workbook(out, "test", "1.0")) {
            var sheet = made.newWorksheet("s");
            for (int at = 0; at < 2; at++) {
                sheet.value(0, at, "worked" + at);
                sheet.value(1, at, 0.25);
                sheet.value(2, at, 1.5);
                sheet.style(1, at).format(at == 0 ? "[hh]:mm:ss" : "hh:mm").set();
                sheet.style(2, at).format(at == 0 ? "[mm]:ss" : "hh:mm").set();
            }
        }
        var read = Storage.read(file);
        assertThat(read.stringColumn(0).asList()).containsExactly("PT6H", "PT36H");
        assertThat(read.doubleColumn(1).asDoubleArray()).containsExactly(0.25, 1.5);
    }

    @Test
    void workbooksAreConvertedBothWays() throws IOException {
        var parquet = folder.resolve("t.parquet");
        var file = folder.resolve("back.xlsx");
        Storage.write(table(), parquet);
        Storage.convert(parquet, file);
        Storage.convert(file, folder.resolve("t.jsonl"));
        assertThat(Tables.maps(Storage.read(file))).isEqualTo(Tables.maps(table()));
        assertThat(Files.readAllLines(folder.resolve("t.jsonl"))).hasSize(3);
    }

    @Test
    void whatAWorkbookWouldChangeIsRefusedAndTheOldFileStays() throws IOException {
        var file = folder.resolve("t.xlsx");
        Storage.write(table(), file);
        var before = Files.readAllBytes(file);
        assertThatThrownBy(() -> Storage.write(one(9_007_199_254_740_993L), file))
                .hasMessageContaining("column 'x' holds 9007199254740993 in row 0")
                .hasMessageContaining("keeps doubles");
        assertThatThrownBy(() -> Storage.write(one(Double.POSITIVE_INFINITY), file))
                .hasMessageContaining("infinity");
        assertThatThrownBy(() -> Storage.write(one(LocalDate.of(1899, 1, 1)), file))
                .hasMessageContaining("1 March 1900");
        assertThatThrownBy(() -> Storage.write(one("a\u0001b"), file))
                .hasMessageContaining("character of control");
        assertThatThrownBy(() -> Storage.write(one(Instant.EPOCH), file))
                .hasMessageContaining("time zones");
        assertThatThrownBy(() -> Storage.write(one("x".repeat(40_000)), file))
                .hasMessageContaining("32,767");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    private static Table one(Object value) {
        return Tables.of(List.of(List.of(value)), "x");
    }

    @Test
    void whatIsNoWorkbookIsSaid() throws IOException {
        var text = Files.writeString(folder.resolve("a.xlsx"), "a,b\n1,2\n");
        assertThatThrownBy(() -> Storage.read(text)).hasMessageContaining("is not an Excel file");
        var bytes = Files.readAllBytes(book);
        var half = Files.write(folder.resolve("half.xlsx"), Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> Storage.read(half)).hasMessageContaining("half.xlsx");
        var zip = folder.resolve("zip.xlsx");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("a.txt"));
        }
        assertThatThrownBy(() -> Storage.read(zip)).hasMessageContaining("zip.xlsx");
    }

    @Test
    void rowsAtTheEndMayMissAllTheirValues() throws IOException {
        var table =
                Tables.of(
                        List.of(
                                Arrays.asList("a", 1),
                                Arrays.asList(null, null),
                                Arrays.asList(null, null)),
                        "t",
                        "n");
        for (var name : List.of("end.xlsx", "end.npy")) {
            var file = folder.resolve(name);
            Storage.write(name.endsWith("npy") ? table.selectColumns("t") : table, file);
            assertThat(Storage.read(file).rowCount()).isEqualTo(3);
        }
        var times = DateTimeColumn.create("at", 2);
        Storage.write(Table.create("t", times), folder.resolve("nat.npy"));
        assertThat(Storage.read(folder.resolve("nat.npy")).rowCount()).isEqualTo(2);
        Storage.write(
                Table.create("t", DoubleColumn.create("x0", Double.NaN, Double.NaN)),
                folder.resolve("nan.npy"));
        assertThat(Storage.read(folder.resolve("nan.npy")).rowCount()).isEqualTo(2);
    }

    @Test
    void aSheetThatIsTooWideIsRefusedBeforeItsColumnsAreMade() throws IOException {
        ExcelWriter.refuseWide(16_384);
        assertThatThrownBy(() -> ExcelWriter.refuseWide(16_385))
                .hasMessage(
                        "a sheet has at most 16,384 columns, and these are 16,385: write Parquet, or a part");
    }
}
