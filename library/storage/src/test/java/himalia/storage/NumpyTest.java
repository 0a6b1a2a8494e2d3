package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import himalia.table.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

class NumpyTest {
    @TempDir Path folder;

    /** The arrays that numpy_arrays.py has saved, and answers.json. */
    private Map<String, Path> saved() throws IOException {
        var files = new TreeMap<String, Path>();
        try (var zip =
                new ZipInputStream(NumpyTest.class.getResourceAsStream("/storage/numpy.zip"))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var file = folder.resolve(entry.getName());
                Files.write(file, zip.readAllBytes());
                files.put(entry.getName().replaceFirst("\\..*", ""), file);
            }
        }
        return files;
    }

    @Test
    void arraysThatNumpySavedAreReadAsItHasThem() throws IOException {
        var files = saved();
        var answers =
                JsonParser.parseString(Files.readString(files.remove("answers"))).getAsJsonObject();
        assertThat(files).hasSize(answers.size());
        for (var each : files.entrySet()) {
            var rows = answers.getAsJsonArray(each.getKey());
            var table = Storage.read(each.getValue());
            assertThat(table.rowCount()).as(each.getKey()).isEqualTo(rows.size());
            for (int row = 0; row < rows.size(); row++) {
                for (int at = 0; at < table.columnCount(); at++) {
                    var column = table.column(at);
                    var found = Tables.isMissing(column, row) ? null : column.get(row);
                    same(found, rows.get(row).getAsJsonArray().get(at), each.getKey());
                }
            }
        }
        assertThat(Storage.read(files.get("empty")).columnCount()).isEqualTo(3);
        assertThat(Storage.read(files.get("fields")).columnNames())
                .containsExactly("id", "fare", "na'me", "ü");
    }

    /** What numpy says of each field is its type, though no value shows it. */
    @Test
    void theFileSaysTheTypesOfWhatHoldsNoValues() throws IOException {
        var files = saved();
        assertThat(Storage.read(files.get("empty")).types())
                .containsOnly(ColumnType.DOUBLE)
                .hasSize(3);
        assertThat(Storage.read(files.get("no_rows")).types())
                .containsExactly(
                        ColumnType.FLOAT,
                        ColumnType.DOUBLE,
                        ColumnType.INTEGER,
                        ColumnType.INTEGER,
                        ColumnType.LONG,
                        ColumnType.LONG,
                        ColumnType.BOOLEAN,
                        ColumnType.STRING,
                        ColumnType.LOCAL_DATE,
                        ColumnType.LOCAL_DATE_TIME);
        var none = Storage.read(files.get("none_there"));
        assertThat(none.types())
                .containsExactly(
                        ColumnType.FLOAT,
                        ColumnType.DOUBLE,
                        ColumnType.LOCAL_DATE,
                        ColumnType.LOCAL_DATE_TIME);
        assertThat(none.columns()).allMatch(column -> column.countMissing() == 2);
        Storage.convert(files.get("empty"), folder.resolve("empty.parquet")).verify();
        assertThat(Storage.read(folder.resolve("empty.parquet")).types())
                .containsOnly(ColumnType.DOUBLE);
    }

    private static void same(Object found, JsonElement wanted, String where) {
        if (wanted.isJsonNull()) {
            assertThat(found).as(where).isNull();
        } else if (found instanceof Number number) {
            assertThat(number.doubleValue()).as(where).isEqualTo(wanted.getAsDouble());
        } else if (found instanceof LocalDateTime time) {
            assertThat(time).as(where).isEqualTo(LocalDateTime.parse(wanted.getAsString()));
        } else {
            assertThat(String.valueOf(found)).as(where).isEqualTo(wanted.getAsString());
        }
    }

    private static Table table() {
        return Tables.of(
                List.of(
                        Arrays.asList(
                                1,
                                2.5,
                                5_000_000_000L,
                                true,
                                "Zürich 😀",
                                LocalDate.of(2024, 2, 29),
                                LocalDateTime.of(2024, 1, 1, 1, 2, 3, 4_000_000)),
                        Arrays.asList(-1, null, 7L, false, null, null, null)),
                "i",
                "d",
                "l",
                "flag",
                "it's",
                "day",
                "at");
    }

    @Test
    void aTableComesBackAsItWas() throws IOException {
        var file = folder.resolve("t.npy");
        Storage.write(table(), file);
        var back = Storage.read(file);
        assertThat(back.types()).isEqualTo(table().types());
        assertThat(Tables.maps(back)).isEqualTo(Tables.maps(table()));
        var head = new String(Files.readAllBytes(file), 0, 240, StandardCharsets.ISO_8859_1);
        assertThat(head).contains("'descr': [('i', '<i4'), ('d', '<f8')").contains("(2,)");
    }

    @Test
    void namesOfAPlainArrayMakeOne() throws IOException {
        var file = folder.resolve("t.npy");
        Storage.write(Tables.of(List.of(List.of(1.5, 2.5), List.of(3.5, 4.5)), "x0", "x1"), file);
        var head = new String(Files.readAllBytes(file), 0, 128, StandardCharsets.ISO_8859_1);
        assertThat(head).contains("'descr': '<f8'").contains("(2, 2)");
        assertThat(Storage.read(file).doubleColumn("x1").asDoubleArray()).containsExactly(2.5, 4.5);
    }

    @Test
    void whatNumpyCannotHoldIsRefusedByName() {
        var file = folder.resolve("t.npy");
        var gap = Tables.of(Arrays.asList(List.of(1), Arrays.asList((Object) null)), "age");
        assertThatThrownBy(() -> Storage.write(gap, file)).hasMessageContaining("'age' misses 1");
        var zoned = Tables.of(List.of(List.of(Instant.EPOCH)), "at");
        assertThatThrownBy(() -> Storage.write(zoned, file)).hasMessageContaining("'at' holds");
        assertThat(file).doesNotExist();
    }

    @Test
    void whatIsNoTableIsSaid() throws IOException {
        var file = saved().get("doubles");
        var bytes = Files.readAllBytes(file);
        var half = Files.write(folder.resolve("half.npy"), Arrays.copyOf(bytes, bytes.length - 5));
        assertThatThrownBy(() -> Storage.read(half)).hasMessageContaining("ends in the middle");
        replaced(file, "(7, 3)", "(7,3,1)", "an array with 3 axes");
        replaced(file, "'<f8'", "'|O8'", "Python's objects");
        var unread = "the array of changed.npy is of type '%s', which is not read here: %s";
        replaced(
                file,
                "'<f8'",
                "'<c8'",
                unread.formatted(
                        "<c8", "np.column_stack([x.real, x.imag]) is two columns of numbers"));
        replaced(
                file,
                "'<f8'",
                "'<m8[s]'",
                unread.formatted("<m8[s]", ".astype(float) has how many of its units each is"));
        replaced(
                file,
                "'<f8'",
                "'<M8[M]'",
                unread.formatted(
                        "<M8[M]", ".astype('M8[D]') makes days of it, and 'M8[ns]' times"));
    }

    private void replaced(Path file, String from, String to, String message) throws IOException {
        var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(text).contains(from);
        var changed = folder.resolve("changed.npy");
        Files.write(changed, text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Storage.read(changed)).hasMessageContaining(message);
    }

    @Test
    void numbersPastTheLargestLongAreTexts() throws IOException {
        var file = folder.resolve("t.npy");
        Storage.write(Tables.of(List.of(List.of(5L, 1), List.of(-1L, 2)), "k", "n"), file);
        var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        Files.write(file, text.replace("<i8", "<u8").getBytes(StandardCharsets.ISO_8859_1));
        var back = Storage.read(file);
        assertThat(back.stringColumn("k").asList()).containsExactly("5", "18446744073709551615");
        assertThat(back.intColumn("n").asList()).containsExactly(1, 2);
    }
}
