package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;

class SqlTest {
    /** DuckDB's driver makes NULL of a decimal that is too long for it. */
    @Test
    void numbersAreHandedOverWholeOrRefused() {
        var most = BigInteger.TWO.pow(127).subtract(BigInteger.ONE);
        try (var sql = Sql.open()) {
            var one =
                    sql.query(
                            "select ?::varchar a, ?::varchar b, ? c, ? d, ?::varchar e",
                            most,
                            new BigDecimal("1E+5"),
                            new AtomicInteger(3),
                            Optional.of(4),
                            new BigDecimal("1." + "0".repeat(50)));
            assertThat(one.row(0).getString("a")).isEqualTo(most.toString());
            assertThat(one.column("b").getString(0)).isEqualTo("100000");
            assertThat(one.column("c").getString(0)).isEqualTo("3");
            assertThat(one.column("d").getString(0)).isEqualTo("4");
            assertThat(one.column("e").getString(0)).isEqualTo("1");
            for (var tooLong :
                    List.of(
                            new BigDecimal(most.add(BigInteger.ONE)),
                            new BigDecimal("1E-50"),
                            new BigDecimal("1E+1000000000"),
                            new BigDecimal("123456789012345678901234567890.123456789"))) {
                assertThatThrownBy(() -> sql.query("select ?", tooLong))
                        .hasMessage(
                                tooLong
                                        + " has more digits than a number of DuckDB, 38 of a decimal and 2^127 of a whole one; hand over a text of it, x.toString(), or x.doubleValue()");
            }
            assertThatThrownBy(() -> sql.query("select ?", BigInteger.TWO.pow(200)))
                    .hasMessageContaining("has more digits than a number of DuckDB");
        }
    }

    private final Sql sql = Sql.open();

    @AfterEach
    void close() {
        sql.close();
    }

    private static Table people() {
        return Table.create(
                "people",
                StringColumn.create("name", "Ann", "Bo", "", "Di"),
                IntColumn.create("age", new Integer[] {30, null, 25, 41}));
    }

    @Test
    void everyTypeOfATableComesBackWithItsMissingValues() {
        var table =
                Table.create(
                        "all",
                        StringColumn.create("text", "a'b\"c", "", "ü"),
                        IntColumn.create("int", new Integer[] {1, null, Integer.MAX_VALUE}),
                        LongColumn.create("long", Long.MAX_VALUE, -1, 0),
                        DoubleColumn.create("double", new Double[] {0.1, null, 1e300}),
                        BooleanColumn.create("bool", new Boolean[] {true, null, false}),
                        DateColumn.create("date", LocalDate.of(2024, 2, 29), null, LocalDate.EPOCH),
                        TimeColumn.create("time", LocalTime.of(23, 59, 59), null, LocalTime.MIN),
                        InstantColumn.create(
                                "instant",
                                Instant.parse("2024-01-01T00:00:00.123Z"),
                                null,
                                Instant.EPOCH));

        var back = sql.with("all", table).query("from \"all\"");

        assertThat(back.columnNames()).isEqualTo(table.columnNames());
        assertThat(back.types()).isEqualTo(table.types());
        for (int row = 0; row < table.rowCount(); row++) {
            for (int column = 0; column < table.columnCount(); column++) {
                assertThat(back.column(column).isMissing(row))
                        .isEqualTo(table.column(column).isMissing(row));
                assertThat(back.getString(row, column)).isEqualTo(table.getString(row, column));
            }
        }
    }

    /** What plain Java counts is what SQL counts, joined with itself too: a stream would be empty the second time. */
    @Test
    void aTableMayBeReadSeveralTimesInOneQuery() {
        var random = new Random(7);
        var keys = new ArrayList<Integer>();
        for (int i = 0; i < 200_000; i++) {
            keys.add(random.nextInt(1000));
        }
        var counts = new HashMap<Integer, Long>();
        keys.forEach(key -> counts.merge(key, 1L, Long::sum));
        long pairs = counts.values().stream().mapToLong(count -> count * count).sum();
        var table = Table.create("t", IntColumn.create("k", keys.toArray(Integer[]::new)));

        var joined =
                sql.with("t", table).query("select count(*) as n from t a join t b on a.k = b.k");

        assertThat(joined.longColumn("n").get(0)).isEqualTo(pairs);
    }

    @Test
    void valuesAreBoundWhateverTheyHold() {
        var found =
                sql.with("people", people())
                        .query(
                                "select ? as text, ? as nothing, ?::date as day, count(*) as n from people where name <> ?",
                                "'; drop table people; --",
                                null,
                                LocalDate.of(2024, 5, 6),
                                "Bo");

        assertThat(found.getString(0, "text")).isEqualTo("'; drop table people; --");
        assertThat(found.column("nothing").isMissing(0)).isTrue();
        assertThat(found.dateColumn("day").get(0)).isEqualTo(LocalDate.of(2024, 5, 6));
        assertThatThrownBy(() -> sql.query("select ?"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the statement waits for 1 value, where ? or $1 stands, and got 0");
    }

    @Test
    void rowsOfManyKeepTheirOrderOnAllCores() {
        var ids = IntColumn.create("id", IntStream.range(0, 400_000).toArray());
        var texts = StringColumn.create("text", ids.size());
        for (int i = 0; i < ids.size(); i++) {
            texts.set(i, "t" + i % 100);
        }
        sql.with("many", Table.create("many", ids, texts));

        for (var found :
                List.of(
                        sql.query("select id, text from many where id % 10 <> 0"),
                        sql.query("select id, text from many where id % ? <> 0", 10))) {
            assertThat(found.rowCount()).isEqualTo(360_000);
            for (int row = 0; row < found.rowCount(); row++) {
                int id = row / 9 * 10 + row % 9 + 1;
                assertThat(found.intColumn("id").getInt(row)).isEqualTo(id);
                assertThat(found.stringColumn("text").get(row)).isEqualTo("t" + id % 100);
            }
        }
    }

    @Test
    void aTableOfTheNotebookIsNotChangedAndItsNameIsTakenAway() {
        sql.with("people", people());
        for (var change :
                List.of(
                        "insert into people values ('Cy', 3)",
                        "update people set age = 1",
                        "delete from people")) {
            assertThatThrownBy(() -> sql.run(change, List.of())).hasMessageContaining("table");
        }
        assertThat(sql.query("from people").rowCount()).isEqualTo(4);

        sql.with("people", people().first(1));
        assertThat(sql.query("from people").rowCount()).isEqualTo(1);

        sql.without("people");
        assertThatThrownBy(() -> sql.query("from people"))
                .hasMessageContaining("Table with name people does not exist");
    }

    @Test
    void statementsWithoutRowsGiveNoneAndWhatTheyMakeStays() {
        assertThat(sql.run("create table kept (a int)", List.of())).isEmpty();
        assertThat(sql.run("insert into kept values (?)", List.of(5))).isEmpty();
        assertThat(sql.query("from kept").intColumn("a").asList()).containsExactly(5);
        assertThatThrownBy(() -> sql.query("drop table kept"))
                .hasMessageContaining("gives no rows");
    }

    @Test
    void whatIsWrongWithARowIsToldInFull() {
        assertThatThrownBy(
                        () ->
                                sql.query(
                                        "select cast(x as int) as i from (values ('1'), ('a')) t(x)"))
                .hasMessageContaining("Could not convert string 'a' to INT32");
    }

    @Test
    void aTableThatSqlCannotHoldIsRefusedByName() {
        var twins = Table.create("t", IntColumn.create("a", 1), IntColumn.create("b", 1));
        twins.column("b").setName("A");
        assertThatThrownBy(() -> sql.with("t", twins))
                .hasMessageContaining("table 't' has the columns 'A', 'a', which differ in case");
    }

    @Test
    void filesAreTables(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("a.csv"), "x,y\n1,2\n3,4\n");
        assertThat(sql.query("select sum(x) as s from '%s'".formatted(file)).get(0, 0))
                .hasToString("4");
        assertThatThrownBy(() -> sql.query("from 'none.csv'"))
                .hasMessageContaining("none.csv")
                .hasMessageNotContaining("java.sql");
    }

    @Test
    void whatTheDatabaseHasItselfIsTold() {
        sql.run("create table Kept (a int)", List.of());
        sql.run("create temp view seen as select 1 as a", List.of());
        sql.with("people", people());
        assertThat(sql.has("kept")).isTrue();
        assertThat(sql.has("seen")).isTrue();
        assertThat(sql.has("people")).isFalse();
        sql.run("create schema other", List.of());
        sql.run("create table other.people (a int)", List.of());
        assertThat(sql.has("people")).isFalse();
        sql.run("begin", List.of());
        sql.without("people");
        sql.run("rollback", List.of());
        assertThat(sql.has("people")).as("our own view, which came back").isFalse();
        sql.run("create table people (a int)", List.of());
        assertThat(sql.has("people")).isTrue();
    }

    /** DuckDB's driver counts days by the calendar of 1582, and hours by the zone of the machine, which a test cannot change. */
    @Test
    void daysAndTimesAreHandedOverAsTheyAreOrNotAtAll() {
        assertThat(sql.query("select ? as d", LocalDate.of(1582, 10, 15)).get(0, 0))
                .isEqualTo(LocalDate.of(1582, 10, 15));
        assertThatThrownBy(() -> sql.query("select ?", LocalDate.of(-43, 3, 15)))
                .hasMessageContaining("write it in the query, as date '0044-03-15 (BC)'");
        assertThat(sql.query("select ? as t", Instant.parse("2024-03-31T00:30:00Z")).get(0, 0))
                .isEqualTo(Instant.parse("2024-03-31T00:30:00Z"));
    }

    @Test
    void momentsAreTheSameInEveryZoneOfTheMachine() {
        var moments = InstantColumn.create("t");
        for (var begin : List.of("2024-03-30T22:00:00Z", "2024-10-26T22:00:00Z")) {
            for (int i = 0; i < 12; i++) {
                moments.append(Instant.parse(begin).plusSeconds(1800L * i));
            }
        }
        var zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Europe/Oslo"));
            var back = sql.with("m", Table.create("m", moments)).query("select t from m");
            assertThat(back.instantColumn("t").asList()).isEqualTo(moments.asList());
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void timesOfSqliteAreWrittenAsOtherProgramsWriteThem() {
        try (var lite = Sql.open("jdbc:sqlite::memory:")) {
            var time = java.time.LocalDateTime.of(2024, 1, 31, 10, 0);
            assertThat(
                            lite.query(
                                            "select ? = datetime('2024-01-31 10:00:00') as same, ? as i, ? as t",
                                            time,
                                            Instant.EPOCH,
                                            LocalTime.NOON)
                                    .row(0)
                                    .toString())
                    .contains("1", "1970-01-01 00:00:00+00:00", "12:00:00");
        }
    }

    @Test
    void valuesThatNoDatabaseKnowsAreRefusedAndDecimalsOfSqliteAreNumbers() {
        assertThatThrownBy(() -> sql.query("select ?", people()))
                .hasMessageContaining("a value of type Table cannot be handed to a database");
        assertThatThrownBy(() -> sql.query("select ?, ?", 1, List.of()))
                .hasMessageEndingWith("times and bytes can; it is value 2 of 2");
        try (var lite = Sql.open("jdbc:sqlite::memory:")) {
            assertThat(
                            lite.query(
                                            "select 50 > ? as a, 50 > ? as b",
                                            new java.math.BigDecimal("10.5"),
                                            java.math.BigInteger.TEN)
                                    .get(0, 1))
                    .hasToString("1");
            assertThatThrownBy(
                            () ->
                                    lite.query(
                                            "select ?",
                                            new java.math.BigDecimal("12345678901234567.89")))
                    .hasMessageContaining("has more digits than a number of SQLite");
        }
    }

    @Test
    void databasesAreOpenedByNameAndNeverMadeByMistake(@TempDir Path folder) {
        var file = folder.resolve("mine.db");
        try (var made = Sql.open("jdbc:duckdb:" + file)) {
            made.run("create table t as select 7 as a", List.of());
        }
        try (var again = Sql.open(file.toString())) {
            assertThat(again.with("mine", people()).query("select a from t, mine").rowCount())
                    .isEqualTo(4);
        }
        for (var none : Arrays.asList("gone.sqlite", "gone.duckdb")) {
            assertThatThrownBy(() -> Sql.open(folder.resolve(none).toString()))
                    .hasMessageStartingWith("there is no file")
                    .hasMessageContaining("makes a new database");
            assertThat(folder.resolve(none)).doesNotExist();
        }
        assertThatThrownBy(
                        () ->
                                Sql.open(
                                        Files.writeString(
                                                        folder.resolve("x.db"),
                                                        "some text, no rows")
                                                .toString()))
                .hasMessageContaining("is no file of DuckDB or of SQLite");
        assertThatThrownBy(() -> Sql.open("people")).hasMessageContaining("is no database");
        assertThatThrownBy(() -> Sql.open("jdbc:postgresql://localhost/x"))
                .hasMessageContaining("%maven org.postgresql:postgresql gets it");
    }
}
