package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.display.bundle.Progress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** What is read quickly is what DuckDB, asked about every row, reads. */
@Tag("once")
class QuickCsvTest {
    private static final int FILES = 300;

    /** Each line is what a column may hold. */
    private static final List<List<String>> KINDS =
            List.of(
                    List.of(
                            "0",
                            "7",
                            "-12",
                            "2147483647",
                            "-2147483647",
                            "999999999",
                            "1000000000"),
                    List.of("3000000000", "-5", "999999999999999", "9007199254740993", "12"),
                    List.of("1.5", "-0.25", ".5", "5.", "1e5", "2.5E-3", "0", "-0", "100"),
                    List.of("0.4967141530112327", "1.23456789012345678", "-1.7976931348623157e308"),
                    List.of(
                            "0.1",
                            "1125899906842624.3",
                            "1e99",
                            "1e-300",
                            "1e400",
                            "0.30000000000000004"),
                    List.of("true", "False", "TRUE", "false"),
                    List.of("2024-05-17", "1999-12-31", "2000-02-29"),
                    List.of("2024-05-17T08:30:15", "2024-05-17 08:30", "2024-01-01 00:00:00.25"),
                    List.of("2024-05-17T08:30:15Z", "2024-05-17 08:30:15.5+00:00"),
                    List.of("red", "green", "blue", "grün", "東京", "a b", "  x "),
                    List.of("01067", "00", "08 15"),
                    List.of("2024-02-30", "2024-13-01", "0000-01-01"),
                    List.of("12:30", "12:30:15", "24:00"),
                    List.of("03/04/2024", "25/12/2024", "1.2.3", "31.12.2024"),
                    List.of("+5", "+49", "+0.5", "-3"),
                    List.of("inf", "-inf", "Infinity", "nano"),
                    List.of("-2147483648", "-9223372036854775808", "9223372036854775807"),
                    List.of("123456789012345678901234567890", "18446744073709551615"),
                    List.of(" 5", "6 ", " -7.5 ", "\t8"),
                    List.of("2024-05-17T08:30:15.123456", "2024-05-17T08:30:15+02:00"),
                    List.of("555-1234", "10-20", "tea", "T", "Z", "e", "1e", "--1", "-", "?"),
                    List.of("", ""));

    private static final List<String> MARKS = List.of("NA", "-", "?", "null", "NaN", "#N/A");

    @TempDir private Path folder;

    @Test
    void whatIsReadQuicklyIsWhatAllRowsSay() throws Exception {
        int quick = 0;
        for (int seed = 0; seed < FILES; seed++) {
            var file = folder.resolve("t" + seed + ".csv");
            Files.writeString(file, text(new Random(seed)));
            quick += isSame(file, "seed " + seed) ? 1 : 0;
            Files.delete(file);
        }
        assertThat(quick).isGreaterThan(FILES / 5);
    }

    private static boolean isSame(Path file, String name) throws Exception {
        var source = new Source(file, Format.CSV, CsvOptions.defaults(), Source.Call.READ);
        return FileWork.run(
                file,
                Progress.unseen("rows", 1),
                job -> {
                    var found = QuickCsv.read(source, "t", job);
                    if (found.isEmpty()) {
                        return false;
                    }
                    try (var batches = ArrowBatches.of(source, job)) {
                        assertSame(
                                found.get(), TableBuilder.read(batches.reader(), "t"), name, file);
                    }
                    return true;
                });
    }

    private static void assertSame(Table quick, Table slow, String name, Path file)
            throws java.io.IOException {
        var what =
                name
                        + "\n"
                        + Files.readString(file).lines().limit(6).collect(Collectors.joining("\n"));
        assertThat(quick.columnNames()).as(what).isEqualTo(slow.columnNames());
        assertThat(quick.rowCount()).as(what).isEqualTo(slow.rowCount());
        for (int i = 0; i < slow.columnCount(); i++) {
            var column = quick.column(i);
            var other = slow.column(i);
            assertThat(column.type()).as(what + "\ncolumn " + i).isEqualTo(other.type());
            for (int row = 0; row < slow.rowCount(); row++) {
                assertThat(column.get(row))
                        .as(what + "\ncolumn " + i + ", row " + row)
                        .isEqualTo(other.get(row));
                assertThat(column.isMissing(row)).isEqualTo(other.isMissing(row));
            }
            assertThat(column.countMissing()).as(what).isEqualTo(other.countMissing());
            assertThat(column.countUnique()).as(what).isEqualTo(other.countUnique());
        }
    }

    private static String text(Random random) {
        int columns = 2 + random.nextInt(4);
        int rows = 1 + random.nextInt(40);
        var end = random.nextInt(4) == 0 ? "\r\n" : "\n";
        var separator = random.nextInt(5) == 0 ? ";" : ",";
        var kinds = new ArrayList<List<String>>();
        for (int i = 0; i < columns; i++) {
            // Plain columns are most of a file.
            var kind = KINDS.get(random.nextInt(random.nextInt(4) == 0 ? KINDS.size() : 11));
            var more = new ArrayList<>(kind);
            if (random.nextInt(4) == 0) {
                more.addAll(KINDS.get(random.nextInt(11)));
            }
            kinds.add(
                    random.nextInt(3) == 0
                            ? more
                            : more.subList(0, 1 + random.nextInt(kind.size())));
        }
        var text =
                new StringBuilder(
                        IntStream.range(0, columns)
                                .mapToObj(i -> "name" + i)
                                .collect(Collectors.joining(separator)));
        int missing = random.nextInt(3);
        for (int row = 0; row < rows; row++) {
            text.append(end);
            for (int i = 0; i < columns; i++) {
                text.append(i == 0 ? "" : separator).append(cell(kinds.get(i), missing, random));
            }
        }
        return text.append(random.nextInt(3) == 0 ? "" : end).toString();
    }

    private static String cell(List<String> kind, int missing, Random random) {
        if (missing > 0 && random.nextInt(8) == 0) {
            return missing == 1 ? "" : MARKS.get(random.nextInt(MARKS.size()));
        }
        var cell = kind.get(random.nextInt(kind.size()));
        return switch (random.nextInt(40)) {
            case 0 -> "\"" + cell + "\"";
            case 1 -> random.nextInt(3) == 0 ? "\"" + cell + "\"\"x, y\"" : cell;
            case 2 -> random.nextInt(5) == 0 ? "\"" + cell + "\nnext\"" : cell;
            case 3 -> random.nextInt(9) == 0 ? cell + "\"" : cell;
            case 4 -> random.nextInt(9) == 0 ? "\"\"" : cell;
            default -> cell;
        };
    }

    /** Rows, quotes and ends of lines that lie across the ends of blocks, and a type that changes far behind. */
    @Test
    void rowsAcrossBlocksAreRead() throws Exception {
        for (var end : List.of("\n", "\r\n")) {
            var text = new StringBuilder("id,note,value,late" + end);
            var random = new Random(7);
            for (int row = 0; row < 120_000; row++) {
                text.append(row).append(',');
                int length = random.nextInt(30);
                boolean isQuoted = random.nextInt(3) == 0;
                text.append(
                        isQuoted
                                ? "\"a \"\"b\"\" ,\n" + "x".repeat(length) + "\""
                                : "y".repeat(length));
                text.append(',').append(row / 4.0).append(',');
                text.append(row < 110_000 ? "5" : "5.5").append(end);
            }
            var file = Files.writeString(folder.resolve("blocks.csv"), text);
            assertThat(Files.size(file)).isGreaterThan(3L * QuickBlocks.SIZE);
            assertThat(isSame(file, "blocks")).isTrue();
        }
    }

    /** More rows than are in memory at once go to a Parquet file as they are; a type that changes late is seen. */
    @Test
    void aLargeFileIsConvertedAsItIs() throws Exception {
        for (boolean isChanged : new boolean[] {false, true}) {
            var text = new StringBuilder("id,note,value,when\n");
            int rows = 700_000;
            for (int row = 0; row < rows; row++) {
                text.append(row)
                        .append(",a note, ".replace(", ", ""))
                        .append(row % 1_000)
                        .append(',');
                text.append(isChanged && row == rows - 1 ? "soon" : row / 8.0);
                text.append(",2024-05-17T08:30:").append(10 + row % 50).append('\n');
            }
            var file = Files.writeString(folder.resolve("large" + isChanged + ".csv"), text);
            assertThat(Files.size(file)).isGreaterThan(17L * QuickBlocks.SIZE);
            var to = folder.resolve("large" + isChanged + ".parquet");
            Storage.convert(file, to);
            var table = Storage.read(to);
            var direct = Storage.read(file);
            assertThat(table.structure().print()).isEqualTo(direct.structure().print());
            for (int i = 0; i < table.columnCount(); i++) {
                assertThat(table.column(i).asObjectArray())
                        .isEqualTo(direct.column(i).asObjectArray());
            }
        }
    }

    /** A mark before the text, a header's end that rows do not have, ends of lines that vary. */
    @Test
    void linesMayEndInTheirOwnWay() throws Exception {
        var mixed = Files.writeString(folder.resolve("mixed.csv"), "a,b\n1,x\r\n3,y\n");
        assertThat(Storage.read(mixed).intColumn("a").asList()).containsExactly(1, 3);
        assertThat(Storage.read(mixed).stringColumn("b").asList()).containsExactly("x", "y");
        var marked = Files.writeString(folder.resolve("bom.csv"), "\uFEFF1,2\n3,4\n");
        assertThat(Storage.read(marked, CsvOptions.defaults().header(false)).intColumn(0).asList())
                .containsExactly(1, 3);
        for (var lone : List.of("a,b\r1,2\n3,4\n", "a,b\n1,2\r3,4\n5,6\n")) {
            var file = Files.writeString(folder.resolve("lone.csv"), lone);
            assertThatThrownBy(() -> Storage.read(file))
                    .hasMessageContaining("ends with")
                    .hasMessageContaining("replaceAll");
        }
    }

    @Test
    void aRowMayBeLong() throws Exception {
        var text = "x".repeat(5_000_000);
        var file = Files.writeString(folder.resolve("long.csv"), "a,b\n1," + text + "\n2,y\n");
        assertThat(Storage.read(file).stringColumn("b").get(0)).isEqualTo(text);
        var one = Files.writeString(folder.resolve("one.csv"), "a\n" + text + "\ny\n");
        assertThat(Storage.read(one).stringColumn("a").get(0)).isEqualTo(text);
    }

    @Test
    void whatIsNoUtf8IsLeftToDuckDb() throws Exception {
        var file = folder.resolve("latin.csv");
        Files.write(file, "a,b\n1,gr\u00fcn\n".getBytes(StandardCharsets.ISO_8859_1));
        var source = new Source(file, Format.CSV, CsvOptions.defaults(), Source.Call.READ);
        var found =
                FileWork.run(
                        file, Progress.unseen("rows", 1), job -> QuickCsv.read(source, "t", job));
        assertThat(found).isEmpty();
    }
}
