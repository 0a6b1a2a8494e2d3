package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.arrow.memory.OutOfMemoryException;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

class ColumnStoreTest {
    private static final int ROWS = 2_000;

    @TempDir private Path folder;

    /** Of each type one column whose values differ, one with runs, and both with missing ones. */
    private static Table table() {
        var table = Table.create("all");
        for (var kind : List.of("different", "runs")) {
            boolean isRuns = kind.equals("runs");
            var random = new Random(7);
            var ints = IntColumn.create("int " + kind);
            var longs = LongColumn.create("long " + kind);
            var floats = FloatColumn.create("float " + kind);
            var doubles = DoubleColumn.create("double " + kind);
            var flags = BooleanColumn.create("flag " + kind);
            var texts = StringColumn.create("text " + kind);
            var cities = StringColumn.create("city " + kind);
            var days = DateColumn.create("day " + kind);
            var clocks = TimeColumn.create("clock " + kind);
            var locals = DateTimeColumn.create("local " + kind);
            var moments = InstantColumn.create("moment " + kind);
            var columns =
                    List.<Column<?>>of(
                            ints, longs, floats, doubles, flags, texts, cities, days, clocks,
                            locals, moments);
            for (int row = 0; row < ROWS; row++) {
                int n = isRuns ? row / 500 : random.nextInt(1 << 20);
                if (n % 5 == 3) {
                    columns.forEach(Column::appendMissing);
                    continue;
                }
                ints.append(n);
                longs.append(n * 10_000_000_001L);
                floats.append(n / 3f);
                doubles.append(n / 7.0);
                flags.append(n % 2 == 0);
                texts.append("text ü " + n);
                cities.append("city " + n % 300);
                days.append(LocalDate.of(1900, 1, 1).plusDays(n));
                clocks.append(LocalTime.MIDNIGHT.plusSeconds(n % 86_400));
                locals.append(LocalDateTime.of(1990, 1, 1, 0, 0).plusMinutes(n));
                moments.append(Instant.ofEpochSecond(n * 60L));
            }
            columns.forEach(table::addColumns);
        }
        return table;
    }

    private static Map<String, String> encodings(ColumnStore store) {
        var map = new HashMap<String, String>();
        var table = store.encodings();
        for (int row = 0; row < table.rowCount(); row++) {
            map.put(table.getString(row, "column"), table.getString(row, "encoding"));
        }
        return map;
    }

    @Test
    void everyTypeComesBackFromEveryEncoding() {
        var table = table();
        try (var store = ColumnStore.of(table)) {
            assertThat(encodings(store))
                    .containsEntry("double different", "plain")
                    .containsEntry("city different", "dictionary")
                    .containsEntry("double runs", "run-length")
                    .containsEntry("text runs", "run-length")
                    .containsEntry("moment runs", "run-length");
            for (var column : table.columns()) {
                var scanned = store.scan(column.name());
                assertThat(scanned.type()).isEqualTo(column.type());
                assertThat(scanned.asObjectArray()).isEqualTo(column.asObjectArray());
            }
            var maps = Tables.maps(table);
            for (int row : new int[] {0, 1, 499, 500, 1_999}) {
                assertThat(store.row(row)).isEqualTo(maps.get(row));
            }
            assertThat(Checksums.of(store.toTable())).isEqualTo(Checksums.of(table));
        }
    }

    @Test
    void bytesAreThoseOfTheEncodings() {
        var cities = StringColumn.create("city");
        var constant = DoubleColumn.create("constant");
        for (int row = 0; row < 10_000; row++) {
            cities.append(List.of("Oslo", "Rome", "Bern").get(row * 7919 % 3));
            constant.append(2.5);
        }
        try (var store = ColumnStore.of(Table.create("t", cities, constant))) {
            var encodings = store.encodings();
            // A byte and a bit a row, and three texts with what Arrow rounds up to.
            assertThat(encodings.longColumn("bytes").get(0)).isBetween(11_250L, 11_400L);
            assertThat(encodings.longColumn("bytes").get(1)).isLessThan(64);
            assertThat(encodings.intColumn("values").asList()).containsExactly(3, 1);
            assertThat(store.bytes()).isEqualTo((long) encodings.longColumn("bytes").sum());
        }
    }

    @Test
    void rowsGoInByAllColumns() {
        try (var store = ColumnStore.of(table())) {
            var more = table().first(3);
            store.append(more);
            var row = Tables.maps(more).get(1);
            store.append(row);

            assertThat(store.size()).isEqualTo(ROWS + 4);
            assertThat(store.row(ROWS + 3)).isEqualTo(row);
            assertThat(Checksums.of(store.toTable().first(ROWS))).isEqualTo(Checksums.of(table()));
            assertThatThrownBy(() -> store.append(Map.of("int runs", 1)))
                    .hasMessageStartingWith(
                            "the row has no 'int different', and the column store 'all'");
            assertThat(store.size()).isEqualTo(ROWS + 4);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.parquet", "t.arrow", "t.avro", "t.jsonl"})
    void filesAndRowsLoseNothing(String name) throws IOException {
        var file = folder.resolve(name);
        try (var store = ColumnStore.of(table())) {
            store.write(file);
            assertThat(Checksums.of(file).differences(Checksums.of(table()))).isEmpty();
            try (var read = ColumnStore.open(file)) {
                assertThat(Checksums.of(read.toTable())).isEqualTo(Checksums.of(table()));
            }
            if (name.endsWith("avro") || name.endsWith("jsonl")) {
                Files.delete(file);
                try (var rows = store.toRows(file);
                        var back = rows.toColumns()) {
                    assertThat(rows.size()).isEqualTo(ROWS);
                    assertThat(Checksums.of(back.toTable())).isEqualTo(Checksums.of(table()));
                }
                assertThat(Checksums.of(file)).isEqualTo(Checksums.of(table()));
            }
        }
    }

    @Test
    void oneValueThatChangesIsFoundInItsColumn() {
        var table = table();
        var before = Checksums.of(table);
        var changed = table.copy();
        changed.doubleColumn("double different").set(1_000, 1e-300);
        assertThat(before.differences(Checksums.of(changed))).containsExactly("double different");
        assertThat(before.differences(Checksums.of(table.dropRange(ROWS - 1, ROWS))))
                .hasSize(table.columnCount());
        var swapped = table.copy().sortDescendingOn("int different");
        assertThat(before.differences(Checksums.of(swapped))).contains("text runs");
        assertThat(before.differences(Checksums.of(table.copy().removeColumns("flag runs"))))
                .containsExactly("flag runs");
    }

    @Test
    void equalNumbersAreEqualWhateverTheirType() throws IOException {
        long whole = 1L << 60;
        var file = folder.resolve("n.parquet");
        var same = new HashSet<Long>();
        for (var type : List.of("bigint", "double", "ubigint", "decimal(38,0)", "decimal(38,3)")) {
            same.add(sum(file, "%d::%s".formatted(whole, type)));
        }
        assertThat(same).hasSize(1);
        assertThat(sum(file, (whole + 4) + "::bigint")).isNotIn(same);
        assertThat(sum(file, (whole + 4) + "::ubigint"))
                .isNotIn(same)
                .isEqualTo(sum(file, (whole + 4) + "::bigint"));
        assertThat(sum(file, "0.1::decimal(3,2)")).isEqualTo(sum(file, "0.1::double"));
    }

    private static long sum(Path file, String value) throws IOException {
        try (var sql = Sql.open("jdbc:duckdb:")) {
            sql.run("copy (select %s as x) to '%s'".formatted(value, file), List.of());
        }
        return Checksums.of(file).columns().get("x");
    }

    @Test
    void whereMemoryEndsNothingStaysTaken() {
        var table = table();
        int tried = 0;
        for (long most = 1 << 14; ; most += 1 << 15, tried++) {
            var allocator = new RootAllocator(most);
            try (var stored = StoredColumns.of(table, allocator)) {
                assertThat(stored.all()).hasSize(table.columnCount());
                break;
            } catch (OutOfMemoryException e) {
                assertThat(allocator.getAllocatedMemory()).isZero();
            }
        }
        assertThat(tried).isGreaterThan(3);
    }

    @Test
    void whatIsWrongIsSaid() {
        var store = ColumnStore.of(Table.create("t", IntColumn.create("size", new int[] {1})));
        assertThatThrownBy(() -> store.scan("sise"))
                .hasMessage(
                        "no column 'sise' in the column store 't'; did you mean 'size'? There are: size");
        assertThatThrownBy(() -> store.row(1))
                .hasMessage("no row 1 in the column store 't', which has 1, counted from 0");
        store.close();
        store.close();
        assertThatThrownBy(() -> store.scan("size"))
                .hasMessage(
                        "the column store 't' is closed; make it again, from its table or file");
        try (var empty = ColumnStore.of(Table.create("e", IntColumn.create("size")))) {
            assertThat(empty.size()).isZero();
            assertThat(empty.scan("size")).isEmpty();
        }
    }

    @Test
    void aFileThatHoldsSomethingElseIsNamedWithItsColumns() throws IOException {
        var csv = Files.writeString(folder.resolve("a.csv"), "x,t\n1.5,a\n2,b\n");
        var done = Storage.convert(csv, folder.resolve("a.parquet"));
        assertThat(done.verify().columns()).containsOnlyKeys("x", "t");

        Files.writeString(csv, "x,t\n1.5,a\n2.0,c\n");
        assertThatThrownBy(done::verify)
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "a.parquet does not hold what a.csv does: 1 of 2 columns have other values or types, or other rows: t");
    }
}
