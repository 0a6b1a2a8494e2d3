package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.display.bundle.Display;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;

class StorageTest {
    @TempDir Path folder;

    /** One column of each type; the second row is missing everywhere. */
    private static Table everyType() {
        return Table.create(
                "every",
                BooleanColumn.create("yes", new Boolean[] {true, null, false}),
                IntColumn.create("whole", new Integer[] {1, null, -2_000_000_000}),
                LongColumn.create("long").append(4_000_000_000L).appendMissing().append(-7L),
                DoubleColumn.create("real", new Double[] {0.1, null, -1e300}),
                StringColumn.create("text", "a,\"b\"\nc", null, "żółw 🐢"),
                DateColumn.create(
                        "day", LocalDate.of(1969, 12, 31), null, LocalDate.of(2026, 11, 24)),
                TimeColumn.create("time", LocalTime.of(23, 59, 58), null, LocalTime.of(0, 0, 1)),
                DateTimeColumn.create(
                        "moment",
                        LocalDateTime.of(1960, 1, 2, 3, 4, 5),
                        null,
                        LocalDateTime.of(2026, 11, 24, 12, 30, 15)),
                InstantColumn.create(
                        "instant",
                        Instant.parse("2026-11-24T12:00:00Z"),
                        null,
                        Instant.parse("1970-01-01T00:00:01Z")));
    }

    private static void assertSame(Table read, Table expected) {
        assertThat(read.columnNames()).isEqualTo(expected.columnNames());
        for (var column : expected.columns()) {
            var other = read.column(column.name());
            assertThat(other.type()).as(column.name()).isEqualTo(column.type());
            for (var row = 0; row < column.size(); row++) {
                assertThat(other.isMissing(row)).as(column.name()).isEqualTo(column.isMissing(row));
                assertThat(other.get(row)).as(column.name()).isEqualTo(column.get(row));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.parquet", "t.arrow", "t.feather", "t.avro"})
    void binaryFormatsKeepEveryTypeAndEveryMissingValue(String name) throws IOException {
        var file = folder.resolve(name);

        var done = Storage.write(everyType(), file);

        assertThat(done.rows()).isEqualTo(3);
        assertThat(done.columns()).isEqualTo(9);
        assertSame(Storage.read(file), everyType());
        assertThat(Storage.read(file).name()).isEqualTo("t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.csv", "t.tsv", "t.csv.gz"})
    void csvKeepsWhatTextCanTell(String name) throws IOException {
        var file = folder.resolve(name);
        var table = everyType().removeColumns("instant");

        Storage.write(table, file);

        assertSame(Storage.read(file), table);
    }

    @Test
    void aChainThroughAllFormatsGivesBackTheSameTable() throws IOException {
        var table = everyType().removeColumns("instant");
        var chain =
                List.of("a.avro", "b.parquet", "c.arrow", "d.csv", "e.arrow", "f.avro", "g.csv");
        Storage.write(table, folder.resolve("start.parquet"));
        var from = folder.resolve("start.parquet");
        for (var name : chain) {
            var to = folder.resolve(name);
            assertThat(Storage.convert(from, to).rows()).isEqualTo(3);
            from = to;
        }

        assertSame(Storage.read(from), table);
        try (var left = Files.list(folder)) {
            assertThat(left).as("no part is left behind").hasSize(chain.size() + 1);
        }
    }

    @Test
    void jsonLinesAreReadAndWritten() throws IOException {
        var file = folder.resolve("t.jsonl");
        Files.writeString(file, "{\"a\":1,\"b\":\"x\"}\n{\"a\":null,\"b\":\"y\"}\n");

        var done = Storage.convert(file, folder.resolve("t.csv"));

        assertThat(done.rows()).isEqualTo(2);
        assertThat(folder.resolve("t.csv")).hasContent("a,b\n1,x\n,y\n");
    }

    /** Written by pandas 3, {@code DataFrame({"x": range(5), "c": Categorical("aabbc")}).to_feather(…)}. */
    @Test
    void aCompressedFeatherFileOfPandasWithCategoriesIsRead() throws IOException {
        var file = folder.resolve("pandas.feather");
        try (var in = StorageTest.class.getResourceAsStream("/storage/pandas.feather")) {
            Files.copy(in, file);
        }

        var table = Storage.read(file);

        assertThat(table.longColumn("x").asList()).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(table.stringColumn("c").asList()).containsExactly("a", "a", "b", "b", "c");
        assertThat(Storage.convert(file, folder.resolve("p.avro")).rows()).isEqualTo(5);
    }

    @Test
    void aFileOfSeveralBatchesIsWhole() throws IOException {
        var values = IntStream.range(0, 200_000).toArray();
        var table = Table.create("many", IntColumn.create("n", values));
        var from = folder.resolve("many.arrow");
        Storage.write(table, from);
        for (var name : List.of("many.avro", "many.parquet", "many.csv", "again.arrow")) {
            Storage.convert(from, folder.resolve(name));
            from = folder.resolve(name);
        }

        assertThat(Storage.read(from).intColumn("n").asIntArray()).isEqualTo(values);
    }

    @Test
    void duckdbReadsTheParquetWithTheSameTypes() throws Exception {
        var file = folder.resolve("t.parquet");
        Storage.write(everyType(), file);

        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT string_agg(column_type, ' ') FROM (DESCRIBE FROM '"
                                        + file
                                        + "')")) {
            rows.next();
            assertThat(rows.getString(1))
                    .isEqualTo(
                            "BOOLEAN INTEGER BIGINT DOUBLE VARCHAR DATE TIME TIMESTAMP TIMESTAMP"
                                    + " WITH TIME ZONE");
        }
    }

    @Test
    void aTypeThatTheFirstRowsHideIsStillFound() throws IOException {
        var lines = new StringBuilder("id,code\n");
        for (var i = 0; i < 30_000; i++) {
            lines.append(i).append(',').append(i).append('\n');
        }
        lines.append("30000,x1\n5000000000,x2\n");
        var file = folder.resolve("late.csv");
        Files.writeString(file, lines);

        var table = Storage.read(file);

        assertThat(table.column("code").getString(30_000)).isEqualTo("x1");
        assertThat(table.longColumn("id").get(30_001)).isEqualTo(5_000_000_000L);
        for (var name : List.of("late.parquet", "late2.csv", "late.jsonl", "late.avro")) {
            assertThat(Storage.convert(file, folder.resolve(name)).rows()).isEqualTo(30_002);
        }
        assertThat(Storage.read(folder.resolve("late.jsonl")).rowCount()).isEqualTo(30_002);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bad.parquet", "bad.arrow", "bad.avro"})
    void aTornRowIsNamedByItsLine(String target) throws IOException {
        var file = folder.resolve("bad.csv");
        Files.writeString(file, "a,b\n1,2\n3,4,5\n6,7\n");

        assertThatThrownBy(() -> Storage.convert(file, folder.resolve(target)))
                .isInstanceOf(IOException.class)
                .hasMessage("bad.csv, line 3: 3 values where the header names 2 columns: 3,4,5");
        assertThat(folder.resolve(target)).doesNotExist();
    }

    @Test
    void aMissingFileIsAnsweredWithTheNearestOne() throws IOException {
        Files.writeString(folder.resolve("train.csv"), "a\n1\n");

        assertThatThrownBy(() -> Storage.read(folder.resolve("trian.csv")))
                .isInstanceOf(IOException.class)
                .hasMessage("no file 'trian.csv' in " + folder + "; did you mean 'train.csv'?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "h.csv",
                "h.jsonl",
                "h.json",
                "h.avro",
                "h.parquet",
                "h.arrow",
                "h.xlsx",
                "h.npy",
                "h.arff"
            })
    void halfOfACharacterIsRefusedInsteadOfAQuestionMark(String name) {
        var file = folder.resolve(name);
        var cut = Table.create("t", StringColumn.create("word", "why?", "😀".substring(0, 1)));
        assertThatThrownBy(() -> Storage.write(cut, file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("column 'word' holds half of a character in row 1");
        assertThat(file).doesNotExist();
    }

    @Test
    void anUnknownEndingIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> Storage.convert(folder.resolve("a.csv"), folder.resolve("a.xls")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'a.xls' does not tell its format; the name must end in one of: .csv, .tsv,"
                                + " .jsonl, .ndjson, .json, .avro, .parquet, .arrow, .feather, .xlsx,"
                                + " .npy, .libsvm, .svm, .svmlight, .arff; a text may be packed, as"
                                + " .csv.gz or .csv.zst");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.parquet", "x.arrow", "x.avro"})
    void aFileThatIsNotWhatItsNameSaysIsNamed(String name) throws IOException {
        var file = folder.resolve(name);
        Files.writeString(file, "this is no such file, only some text of a certain length");

        assertThatThrownBy(() -> Storage.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageMatching(
                        name
                                + " is not an? (Parquet|Arrow|Avro) file, whatever its name says: let the name end as what it is, such as .csv");
    }

    @Test
    void aFailedConversionLeavesTheOldFile() throws IOException {
        var old = folder.resolve("old.parquet");
        Storage.write(everyType(), old);
        Files.writeString(folder.resolve("bad.csv"), "a,b\n1,2,3\n");

        assertThatThrownBy(() -> Storage.convert(folder.resolve("bad.csv"), old))
                .isInstanceOf(IOException.class);

        assertSame(Storage.read(old), everyType());
    }

    @ParameterizedTest
    @ValueSource(strings = {"n.parquet", "n.arrow", "n.avro", "n.csv"})
    void aTableWithoutRowsAndStrangeNamesIsKept(String name) throws IOException {
        var table = Table.create("n", StringColumn.create("a b"), StringColumn.create("a-b é"));

        Storage.write(table, folder.resolve(name));

        var read = Storage.read(folder.resolve(name));
        assertThat(read.columnNames()).containsExactly("a b", "a-b é");
        assertThat(read.rowCount()).isZero();
    }

    @Test
    void aConversionIsOneLine() {
        var done =
                new Conversion(Path.of("a.csv"), Path.of("b.parquet"), 1234, 5, 2_500_000, 500_000);

        assertThat(Display.text(done))
                .isEqualTo(
                        "a.csv (by row, as text) → b.parquet (by column): 1,234 rows, 5 columns,"
                                + " 2.5 MB → 500.0 kB (20 %)");
    }

    @Test
    void workWhoseThreadIsInterruptedEndsAndTheNextOneIsWhole() throws IOException {
        var csv = folder.resolve("t.csv");
        var parquet = folder.resolve("t.parquet");
        Storage.write(everyType().removeColumns("instant"), csv);

        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> Storage.convert(csv, parquet))
                    .isInstanceOf(CancellationException.class)
                    .hasMessage("work on t.csv was interrupted");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(Storage.convert(csv, parquet).rows()).isEqualTo(3);
    }

    @Test
    void whatFailsOnTheThreadOfTheWorkLeadsToTheLineThatAskedForIt() throws IOException {
        var torn = Files.writeString(folder.resolve("t.csv"), "a,b\n1,2\n3\n");

        assertThatThrownBy(() -> Storage.read(torn))
                .satisfies(
                        thrown ->
                                assertThat(thrown.getStackTrace())
                                        .extracting(StackTraceElement::getClassName)
                                        .contains(StorageTest.class.getName())
                                        .doesNotContain(FutureTask.class.getName()));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkStaysOneAndAFileThatIsReadOnlyIsSpared() throws Exception {
        var file = Files.writeString(folder.resolve("t.csv"), "old\n1\n");
        var link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
        var table = Table.create(IntColumn.create("a", 1, 2));

        Storage.write(table, link);

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("a\n1\n2\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        assertThatThrownBy(() -> Storage.write(table.first(1), file))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("is read-only; let it be written, or name another file");
        assertThat(file).hasContent("a\n1\n2\n");
    }
}
