package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A large table that is asked again is not copied again, and is never an older one. */
class KeptCopiesTest {
    private static final int ROWS = 30_000;

    private static Table table(String name, int first) {
        var table = Table.create(name);
        var ints = IntColumn.create("i");
        var texts = StringColumn.create("s");
        for (int row = 0; row < ROWS; row++) {
            ints.append(first + row);
            texts.append("t" + row % 7);
        }
        return table.addColumns(ints, texts);
    }

    private static long sum(Sql sql, String name, Table table) {
        sql.with(name, table);
        var sum =
                sql.query("SELECT CAST(sum(i) AS BIGINT) AS s FROM " + name).longColumn("s").get(0);
        sql.without(name);
        return sum;
    }

    private static List<String> kept(Sql sql) {
        return sql.query(
                        "SELECT table_name FROM duckdb_tables() WHERE starts_with(database_name, 'kept rows')")
                .stringColumn(0)
                .asList();
    }

    @Test
    void aTableIsKeptAndItsNextValuesAreSeen() {
        try (var sql = Sql.open()) {
            var table = table("t", 0);
            long sum = sum(sql, "t", table);
            var first = kept(sql);
            assertThat(first).hasSize(1);
            assertThat(sum(sql, "other", table)).isEqualTo(sum);
            assertThat(kept(sql)).isEqualTo(first);
            table.intColumn("i").set(17, 1_000_000);
            assertThat(sum(sql, "t", table)).isEqualTo(sum + 1_000_000 - 17);
            for (int i = 0; i < 9; i++) {
                sum(sql, "t", table("t", i));
            }
            assertThat(kept(sql)).hasSizeLessThanOrEqualTo(4);
        }
    }

    @Test
    void twoNamesMayHaveOneTable() {
        try (var sql = Sql.open()) {
            var table = table("t", 0);
            for (int i = 0; i < 2; i++) {
                sql.with("a", table).with("b", table);
                assertThat(
                                sql.query("SELECT count(*)::INT AS n FROM a JOIN b USING (i)")
                                        .intColumn(0)
                                        .get(0))
                        .isEqualTo(ROWS);
                sql.without("a").without("b");
            }
        }
    }

    /** What is rolled back takes the copies of its time with it. */
    @Test
    void aCopyOfARolledBackTimeIsNotTakenForAnother() {
        try (var sql = Sql.open()) {
            var table = table("t", 0);
            long sum = sum(sql, "t", table);
            sql.with("t", table);
            sql.run("BEGIN TRANSACTION", List.of());
            sql.without("t");
            table.intColumn("i").set(0, 500);
            assertThat(sum(sql, "t", table)).isEqualTo(sum + 500);
            sql.with("t", table);
            sql.run("ROLLBACK", List.of());
            sql.without("t");
            assertThat(sum(sql, "t", table)).isEqualTo(sum + 500);
            table.intColumn("i").set(0, 0);
            assertThat(sum(sql, "t", table)).isEqualTo(sum);
        }
    }

    /** What is made beside an open transaction it would not see: there the rows are its own. */
    @Test
    void aTableThatComesWithinATransactionIsSeenInIt() {
        try (var sql = Sql.open()) {
            var before = table("t", 0);
            var within = table("u", 7);
            long sum = sum(sql, "t", before);
            sql.run("BEGIN TRANSACTION", List.of());
            assertThat(sum(sql, "t", before)).isEqualTo(sum);
            assertThat(sum(sql, "u", within)).isEqualTo(sum + 7L * ROWS);
            sql.with("u", within).run("CREATE TABLE mine AS FROM u", List.of());
            sql.run("COMMIT", List.of());
            assertThat(kept(sql)).hasSize(1);
            assertThat(sum(sql, "mine2", sql.query("FROM mine"))).isEqualTo(sum + 7L * ROWS);
            assertThat(sql.has("u")).isFalse();
            sql.without("u");
            assertThat(sum(sql, "u", within)).isEqualTo(sum + 7L * ROWS);
        }
    }

    /** Whatever is asked within a transaction that has failed, all goes on behind its rollback. */
    @Test
    void tablesAreCopiedAgainBehindATransactionThatHasFailed() {
        try (var sql = Sql.open()) {
            var large = table("t", 0);
            var small = large.first(10);
            for (var table : List.of(large, small, large)) {
                sql.run("BEGIN TRANSACTION", List.of());
                assertThatThrownBy(() -> sql.query("SELECT nope FROM nowhere"))
                        .isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> sql.has("t")).isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> sql.with("t", table))
                        .isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> sql.without("t"))
                        .isInstanceOf(IllegalArgumentException.class);
                sql.run("ROLLBACK", List.of());
                assertThat(sql.has("t")).isFalse();
                assertThat(sum(sql, "t", table)).isEqualTo((long) table.intColumn("i").sum());
            }
        }
    }

    @Test
    void whatHasANameIsKeptHoweverManyThereAre() {
        try (var sql = Sql.open()) {
            for (int i = 0; i < 7; i++) {
                sql.with("t" + i, table("t", i));
            }
            for (int i = 0; i < 7; i++) {
                assertThat(sql.query("SELECT min(i) AS m FROM t" + i).intColumn("m").get(0))
                        .isEqualTo(i);
            }
            for (int i = 0; i < 7; i++) {
                sql.without("t" + i);
            }
            assertThat(kept(sql)).hasSize(4);
        }
    }

    @Test
    void keptRowsArePacked() {
        try (var sql = Sql.open()) {
            sql.with("t", table("t", 0));
            var place =
                    sql.query(
                            "SELECT database_name || '\".\"' || table_name AS name FROM duckdb_tables()"
                                    + " WHERE starts_with(database_name, 'kept rows')");
            assertThat(
                            sql.query(
                                            "SELECT DISTINCT compression FROM pragma_storage_info(?) WHERE segment_type <> 'VALIDITY'",
                                            "\"" + place.stringColumn(0).get(0) + "\"")
                                    .stringColumn(0)
                                    .asList())
                    .isNotEmpty()
                    .doesNotContain("Uncompressed");
        }
    }

    @Test
    void aDatabaseThatIsOnlyReadTakesLargeTablesToo(@TempDir Path folder) throws SQLException {
        var url = "jdbc:duckdb:" + folder.resolve("shop.duckdb");
        Sql.open(url).close();
        var only = new Properties();
        only.setProperty("duckdb.read_only", "true");
        try (var sql = Sql.of(DriverManager.getConnection(url, only))) {
            assertThat(sum(sql, "t", table("t", 0))).isEqualTo(ROWS * (ROWS - 1L) / 2);
            assertThat(kept(sql)).hasSize(1);
        }
    }

    /** Two connections of one process share a database's file, and what is beside it. */
    @Test
    void twoConnectionsToOneFileKeepTheirOwn(@TempDir Path folder) {
        var file = folder.resolve("shop.duckdb").toString();
        var table = table("t", 0);
        try (var one = Sql.open("jdbc:duckdb:" + file)) {
            long sum = sum(one, "t", table);
            try (var other = Sql.open(file)) {
                assertThat(sum(other, "t", table)).isEqualTo(sum);
                assertThat(kept(one)).hasSize(2);
            }
            assertThat(kept(one)).hasSize(1);
            assertThat(sum(one, "t", table)).isEqualTo(sum);
        }
        try (var again = Sql.open(file)) {
            assertThat(kept(again)).isEmpty();
        }
    }

    @Test
    void eachChangeIsAnotherTag() throws Exception {
        var tags = new HashSet<String>();
        int made = 0;
        for (int change = 0; change < 9; change++) {
            var table =
                    Table.create(
                            "t",
                            IntColumn.create("i", 1, change == 1 ? 3 : 2),
                            LongColumn.create("l", 1, change == 2 ? 3 : 2),
                            DoubleColumn.create(change == 3 ? "e" : "d", 1, change == 4 ? -2.0 : 2),
                            StringColumn.create("s", "a", change == 5 ? "" : "b"),
                            BooleanColumn.create("b", true, change == 6),
                            DateColumn.create(
                                    "day",
                                    LocalDate.EPOCH,
                                    change == 7 ? null : LocalDate.MAX.withYear(9)));
            tags.add(tag(change == 8 ? table.first(1) : table).orElseThrow());
            made++;
        }
        assertThat(tags).hasSize(made);
        // Rows in another order are another table.
        var up = Table.create("t", IntColumn.create("i", 1, 2));
        var down = Table.create("t", IntColumn.create("i", 2, 1));
        assertThat(tag(up)).isNotEqualTo(tag(down));
    }

    /** More rows than one thread reads at once, and no multiple of anything. */
    @Test
    void oneValueAnywhereIsSeen() throws Exception {
        int rows = 300_003;
        var ints = IntColumn.create("i", rows);
        var reals = DoubleColumn.create("d", rows);
        var texts = StringColumn.create("s");
        for (int row = 0; row < rows; row++) {
            ints.set(row, row);
            reals.set(row, row / 3.0);
            texts.append("t" + row % 1_000);
        }
        var table = Table.create("t", ints, reals, texts);
        var tags = new HashSet<String>();
        var tag = tag(table).orElseThrow();
        tags.add(tag);
        int changes = 0;
        for (int row : new int[] {0, 1, 2, 3, 4_095, 4_096, 131_071, 131_072, 262_144, rows - 1}) {
            ints.set(row, -1);
            tags.add(tag(table).orElseThrow());
            ints.set(row, row);
            reals.set(row, -row - 1.0);
            tags.add(tag(table).orElseThrow());
            reals.set(row, row / 3.0);
            texts.set(row, "other");
            tags.add(tag(table).orElseThrow());
            texts.set(row, "t" + row % 1_000);
            changes += 3;
        }
        // Two rows, or two stretches of them, that change places.
        for (int apart : new int[] {1, 2, 4, 4_096, 131_072}) {
            ints.set(0, apart).set(apart, 0);
            tags.add(tag(table).orElseThrow());
            ints.set(0, 0).set(apart, apart);
            changes++;
        }
        assertThat(tags).hasSize(changes + 1);
        assertThat(tag(table)).hasValue(tag);
        table.append(table.first(1));
        assertThat(tag(table)).isPresent().get().isNotIn(tags);
    }

    @Test
    void columnsThatChangeTheirPlacesNamesOrTypesAreAnotherTable() throws Exception {
        var tags = new HashSet<String>();
        var one = IntColumn.create("a", 1, 2, 3);
        var two = IntColumn.create("b", 4, 5, 6);
        var texts = StringColumn.create("s", "x", "y", "x");
        var tables =
                List.of(
                        Table.create("t", one, two, texts),
                        Table.create("t", two, one, texts),
                        Table.create("t", one.copy().setName("b"), two.copy().setName("a"), texts),
                        Table.create("t", one, two.asLongColumn().setName("b"), texts),
                        Table.create("t", one, two, texts.copy().setName("S")),
                        Table.create("t", texts, one, two),
                        Table.create("t", one, two));
        for (var table : tables) {
            tags.add(tag(table).orElseThrow());
        }
        assertThat(tags).hasSize(tables.size());
    }

    /** Tablesaw keeps the keys of a few texts in bytes, of more in 16 bits, and of many in 32; a key of a text that is gone stays away. */
    @Test
    void textsAreTheSameHoweverTheyCameThere() throws Exception {
        for (int kinds : new int[] {5, 1_000, 70_000}) {
            var straight = StringColumn.create("s");
            var changed = StringColumn.create("s");
            for (int row = 0; row < 80_000; row++) {
                straight.append("t" + row % kinds);
                changed.append("before " + row % kinds);
            }
            for (int row = 79_999; row >= 0; row--) {
                changed.set(row, "t" + row % kinds);
            }
            assertThat(tag(Table.create("t", changed))).isEqualTo(tag(Table.create("t", straight)));
        }
    }

    @Test
    void aSmallerTableOfTheNameTakesThePlaceOfALargeOne() {
        try (var sql = Sql.open()) {
            var table = table("t", 0);
            long sum = sum(sql, "t", table);
            sql.with("t", table);
            assertThat(sum(sql, "t", table.first(3))).isEqualTo(3);
            assertThat(sum(sql, "t", table)).isEqualTo(sum);
        }
    }

    @Test
    void whatTheDatabaseHasItselfIsToldWhateverIsCopied() {
        try (var sql = Sql.open()) {
            assertThat(sql.has("t")).isFalse();
            sum(sql, "t", table("t", 0));
            assertThat(sql.has("t")).isFalse();
            sql.with("t", table("t", 0));
            assertThat(sql.has("t")).isFalse();
            sql.without("t").run("CREATE VIEW t AS SELECT 1 AS i", List.of());
            assertThat(sql.has("T")).isTrue();
            sql.run("DROP VIEW t", List.of());
            assertThat(sql.has("t")).isFalse();
            sql.run("BEGIN", List.of());
            sql.run("CREATE TABLE t AS SELECT 1 AS i", List.of());
            assertThat(sql.has("t")).isTrue();
            sql.run("ROLLBACK", List.of());
            assertThat(sql.has("t")).isFalse();
        }
    }

    private static Optional<String> tag(Table table) throws IOException {
        return TableTag.of(table).map(TableTag::name);
    }
}
