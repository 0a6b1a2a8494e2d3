package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class RowStoreTest {
    @TempDir private Path folder;

    enum City {
        OSLO,
        ROME
    }

    record Order(
            int id,
            long key,
            String name,
            City city,
            double amount,
            float share,
            boolean paid,
            LocalDate day,
            LocalTime clock,
            LocalDateTime local,
            Instant moment,
            Optional<String> note) {}

    private static Order order(int id) {
        return new Order(
                id,
                1_000_000_000_000L + id,
                "name \"" + id + "\", ü\n",
                City.ROME,
                id / 8.0,
                0.5f,
                id % 2 == 0,
                LocalDate.of(2024, 2, 29),
                LocalTime.of(23, 59, 58, 123_000_000),
                LocalDateTime.of(1999, 12, 31, 23, 0),
                Instant.parse("2024-01-02T03:04:05.678Z"),
                id % 3 == 0 ? Optional.empty() : Optional.of("note " + id));
    }

    private static Map<String, Object> expected(int id) {
        var order = order(id);
        var row = new HashMap<String, Object>();
        row.put("id", id);
        row.put("key", order.key());
        row.put("name", order.name());
        row.put("city", "ROME");
        row.put("amount", order.amount());
        row.put("share", 0.5f);
        row.put("paid", order.paid());
        row.put("day", order.day());
        row.put("clock", order.clock());
        row.put("local", order.local());
        row.put("moment", order.moment());
        row.put("note", order.note().orElse(null));
        return row;
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders.avro", "orders.jsonl"})
    void aRowComesBackAsItWentIn(String name) throws IOException {
        try (var store = RowStore.create(folder.resolve(name), Order.class)) {
            for (int i = 0; i < 3_000; i++) {
                store.append(order(i));
            }

            assertThat(store.size()).isEqualTo(3_000);
            // Written long ago, written just now, and waiting.
            assertThat(store.row(0)).isEqualTo(expected(0));
            assertThat(store.row(1_234)).isEqualTo(expected(1_234));
            assertThat(store.row(2_999)).isEqualTo(expected(2_999));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders.avro", "orders.jsonl"})
    void aStoreGoesOnWhereItEnded(String name) throws IOException {
        var file = folder.resolve(name);
        try (var store = RowStore.create(file, Order.class)) {
            store.append(order(0)).append(order(1));
        }
        try (var store = RowStore.open(file)) {
            assertThat(store.recovered()).isZero();
            assertThat(store.size()).isEqualTo(2);
            store.append(order(2));
            assertThat(store.row(2).get("name")).isEqualTo(order(2).name());
            assertThat(store.row(1).get("moment")).isEqualTo(order(1).moment());
        }
        var table = Storage.read(file);
        assertThat(table.rowCount()).isEqualTo(3);
        assertThat(table.stringColumn("note").asList()).containsExactly("", "note 1", "note 2");
        assertThat(table.dateColumn("day").get(2)).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(folder).isDirectoryContaining("glob:**" + name);
        try (var files = Files.list(folder)) {
            assertThat(files).as("no lock is left").hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders.avro", "orders.jsonl"})
    void aColumnAndTheTableHaveTheRowsThatWaitToo(String name) throws IOException {
        try (var store = RowStore.create(folder.resolve(name), Order.class)) {
            assertThat(store.toTable().rowCount()).isZero();
            assertThat(store.scan("amount")).isInstanceOf(DoubleColumn.class).isEmpty();
            for (int i = 0; i < 1_500; i++) {
                store.append(order(i));
            }

            assertThat(((DoubleColumn) store.scan("amount")).sum())
                    .isEqualTo(1_499 * 1_500 / 2 / 8.0);
            assertThat(store.toTable().columnNames()).isEqualTo(store.columns());
            assertThat(store.toTable().rowCount()).isEqualTo(1_500);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.avro", "t.jsonl"})
    void aTableIsAppendedWholeOrNotAtAll(String name) throws IOException {
        var ids = LongColumn.create("id", new long[] {1, 2, Long.MAX_VALUE});
        var names = StringColumn.create("a name, odd", List.of("x", "", "z"));
        var table = Table.create("more", ids, names);
        try (var store = RowStore.create(folder.resolve(name), table)) {
            store.append(table).append(table);
            assertThat(store.row(5)).isEqualTo(Map.of("id", Long.MAX_VALUE, "a name, odd", "z"));
            assertThat(store.row(1).get("a name, odd")).isNull();

            var torn =
                    Table.create(
                            "torn",
                            DoubleColumn.create("id", new double[] {1, 2.5}),
                            StringColumn.create("a name, odd", List.of("x", "y")));
            assertThatThrownBy(() -> store.append(torn))
                    .hasMessage(
                            "column 'id' of %s holds whole numbers, and cannot hold 1.0 (Double) in row 0 unchanged",
                            name);
            assertThat(store.size()).isEqualTo(6);
            assertThat(store.toTable().longColumn("id").get(2)).isEqualTo(Long.MAX_VALUE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.avro", "t.jsonl"})
    void aRowThatDoesNotFitIsRefusedWithItsColumnAndValue(String name) throws IOException {
        var like = Table.create("t", IntColumn.create("id"), DoubleColumn.create("price"));
        try (var store = RowStore.create(folder.resolve(name), like)) {
            assertThatThrownBy(() -> store.append(Map.of("id", 1, "price", "dear")))
                    .hasMessage(
                            "column 'price' of %s holds numbers, and cannot hold 'dear' (String) unchanged",
                            name);
            assertThatThrownBy(() -> store.append(Map.of("id", 1L << 40, "price", 1)))
                    .hasMessage(
                            "column 'id' of %s holds whole numbers of 32 bits, and cannot hold 1099511627776 (Long) unchanged",
                            name);
            assertThatThrownBy(() -> store.append(Map.of("id", 1, "price", (1L << 53) + 1)))
                    .hasMessageContaining("cannot hold 9007199254740993 (Long) unchanged");
            assertThatThrownBy(() -> store.append(Map.of("id", 1)))
                    .hasMessage(
                            "the row has no 'price', and %s has that column; a value that is missing is null",
                            name);
            assertThatThrownBy(() -> store.append(Map.of("id", 1, "price", 2, "prize", 3)))
                    .hasMessage(
                            "the row has 'prize', and %s has no such column; did you mean 'price'? There are: id, price",
                            name);
            assertThatThrownBy(() -> store.row(0))
                    .hasMessage("no row 0 in %s, which has 0, counted from 0", name);
            assertThatThrownBy(() -> store.scan("prise"))
                    .hasMessage(
                            "no column 'prise' in %s; did you mean 'price'? There are: id, price",
                            name);
            assertThat(store.size()).isZero();
            var missing = new HashMap<String, Object>();
            missing.put("id", null);
            missing.put("price", Double.NaN);
            store.append(missing);
            assertThat(store.row(0)).containsEntry("id", null).containsEntry("price", null);
        }
    }

    @Test
    void whatAFormatCannotHoldIsSaid() throws IOException {
        record Reading(LocalTime at, double value) {}
        try (var store = RowStore.create(folder.resolve("r.avro"), Reading.class)) {
            assertThatThrownBy(() -> store.append(new Reading(LocalTime.of(1, 2, 3, 4), 1)))
                    .hasMessage(
                            "column 'at' cannot hold 01:02:03.000000004: the file's times end with microseconds; truncatedTo(ChronoUnit.MICROS) makes it fit");
            store.append(new Reading(LocalTime.NOON, Double.POSITIVE_INFINITY));
            assertThat(store.row(0)).containsEntry("value", Double.POSITIVE_INFINITY);
        }
        try (var store = RowStore.create(folder.resolve("r.jsonl"), Reading.class)) {
            assertThatThrownBy(
                            () ->
                                    store.append(
                                            new Reading(LocalTime.NOON, Double.NEGATIVE_INFINITY)))
                    .hasMessage(
                            "column 'value' cannot hold -Infinity: JSON has no such number, and an .avro file has");
            assertThat(store.size()).isZero();
        }
        record Nested(int id, List<Integer> all) {}
        assertThatThrownBy(() -> RowStore.create(folder.resolve("n.avro"), Nested.class))
                .hasMessage(
                        "Nested.all is List, and a RowStore holds single values: numbers, texts, times, true and false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.avro", "t.jsonl"})
    void aFileHasOneWriter(String name) throws IOException {
        var file = folder.resolve(name);
        var like = Table.create("t", IntColumn.create("id"));
        var store = RowStore.create(file, like);
        assertThatThrownBy(() -> RowStore.open(file))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "%s is open for writing in this session already; close that store first (store.close()), or go on with it",
                        name);
        store.append(Map.of("id", 1));
        store.close();
        store.close();
        assertThatThrownBy(() -> store.append(Map.of("id", 2)))
                .hasMessage("%s is closed; RowStore.open(…) goes on with it", name);
        assertThatThrownBy(() -> RowStore.create(file, like))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessage(
                        "%s: is there already; RowStore.open(…) goes on with it, Files.delete(…) makes room",
                        name);
        try (var again = RowStore.open(file)) {
            assertThat(again.append(Map.of("id", 2)).size()).isEqualTo(2);
        }
    }

    @Test
    void whatIsNoStoreIsSaid() throws IOException {
        assertThatThrownBy(() -> RowStore.open(folder.resolve("a.csv")))
                .hasMessage(
                        "'a.csv' is no file that rows are appended to; its name must end in one of: .avro, .jsonl, .ndjson");
        assertThatThrownBy(() -> RowStore.open(folder.resolve("a.avro")))
                .hasMessageStartingWith("no file 'a.avro' in ");
        var empty = Files.createFile(folder.resolve("empty.jsonl"));
        assertThatThrownBy(() -> RowStore.open(empty))
                .hasMessage(
                        "empty.jsonl holds no whole row, and so tells no columns; RowStore.create(…) makes it anew");
        var lines = Files.writeString(folder.resolve("lines.jsonl"), "{\"a\":\n1}\n{\"a\":2}\n");
        assertThatThrownBy(() -> RowStore.open(lines))
                .hasMessage(
                        "line 1 of lines.jsonl is no object of JSON, and a RowStore has each row on a line of its own; Storage.convert writes it so");
        assertThat(lines).hasContent("{\"a\":\n1}\n{\"a\":2}\n");
    }

    @Test
    void linesThatOthersWroteAreGoneOnWith() throws IOException {
        var file =
                Files.writeString(
                        folder.resolve("a.jsonl"),
                        "{\"id\": 7, \"t\": \"01067\"}\r\n\n{\"t\": \"x\", \"id\": 8}");
        try (var store = RowStore.open(file)) {
            store.append(Map.of("id", 9, "t", "y"));
            assertThat(store.row(0)).isEqualTo(Map.of("id", 7L, "t", "01067"));
            assertThat(store.row(1)).isEqualTo(Map.of("id", 8L, "t", "x"));
            assertThat(store.row(2)).isEqualTo(Map.of("id", 9L, "t", "y"));
            assertThat(store)
                    .hasToString(
                            "a.jsonl: 3 rows, of which 1 wait to be written; id (whole numbers), t (texts)");
        }
        assertThat(Storage.read(file).longColumn("id").asList()).containsExactly(7L, 8L, 9L);
    }
}
