package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class RowsTest {
    enum Size {
        SMALL,
        LARGE
    }

    record Point(int x, int y) {}

    record Everything(
            int whole,
            long many,
            float little,
            double number,
            boolean flag,
            String text,
            char letter,
            Size size,
            LocalDate day,
            LocalTime time,
            LocalDateTime local,
            Instant moment,
            BigDecimal price,
            Optional<String> maybe) {}

    record Person(String name, @Nullable Integer age) {}

    record Loose(String name, int age) {}

    private static final Everything ALL =
            new Everything(
                    1,
                    2L,
                    0.1f,
                    2.5,
                    true,
                    "a",
                    'b',
                    Size.LARGE,
                    LocalDate.of(2024, 1, 5),
                    LocalTime.of(12, 30),
                    LocalDateTime.of(2024, 1, 5, 12, 30),
                    Instant.parse("2024-01-05T12:30:00.123Z"),
                    new BigDecimal("9.95"),
                    Optional.of("c"));

    @Test
    void theTypeOfAColumnIsThatOfItsValues() {
        assertThat(Tables.of(List.of(ALL)).types().stream().map(Object::toString))
                .containsExactly(
                        "INTEGER",
                        "LONG",
                        "FLOAT",
                        "DOUBLE",
                        "BOOLEAN",
                        "STRING",
                        "STRING",
                        "STRING",
                        "LOCAL_DATE",
                        "LOCAL_TIME",
                        "LOCAL_DATE_TIME",
                        "INSTANT",
                        "DOUBLE",
                        "STRING");
    }

    @Test
    void recordsComeBackAsTheyWere() {
        assertThat(Tables.records(Tables.of(List.of(ALL, ALL)), Everything.class))
                .containsExactly(ALL, ALL);
    }

    /** Tablesaw would cut the first, and keep the others for missing values. */
    @Test
    void whatATypeWouldChangeStaysAText() {
        var moment = Instant.parse("2024-01-05T12:30:00.123456Z");
        var prices = List.of(new BigDecimal("0.1234567890123456789"), new BigDecimal("2"));

        var table =
                Tables.of(
                        List.of(
                                List.of(moment, prices.get(0), Integer.MIN_VALUE, Long.MIN_VALUE),
                                List.of(moment, prices.get(1), 1, 1)),
                        "at",
                        "price",
                        "int",
                        "long");

        assertThat(table.stringColumn("at").get(0)).isEqualTo("2024-01-05T12:30:00.123456000Z");
        assertThat(table.stringColumn("price").asList())
                .containsExactly("0.1234567890123456789", "2");
        assertThat(table.longColumn("int").asList()).containsExactly((long) Integer.MIN_VALUE, 1L);
        assertThat(table.stringColumn("long").asList()).containsExactly("" + Long.MIN_VALUE, "1");
        record Timed(Instant at, BigDecimal price) {}
        assertThat(Tables.records(table, Timed.class).get(0))
                .isEqualTo(new Timed(moment, prices.get(0)));
    }

    @Test
    void aNullAndAKeyThatIsNotThereAreMissing() {
        var bo = new LinkedHashMap<String, @Nullable Object>();
        bo.put("name", "Bo");
        bo.put("age", null);

        var table = Tables.of(Arrays.asList(Map.of("name", "Ann"), bo, null));

        assertThat(table.columnNames()).containsExactly("name", "age");
        assertThat(Tables.countMissing(table.column("age"))).isEqualTo(3);
        assertThat(Tables.countMissing(table.column("name"))).isEqualTo(1);
        assertThat(Tables.of(List.of(new Person("Ann", null))).column("age"))
                .isInstanceOf(IntColumn.class);
    }

    @Test
    void wholeNumbersAmongNumbersAreNumbers() {
        var table = Tables.of(List.of(Map.of("x", 1), Map.of("x", 2.5), Map.of("x", 3L)));
        assertThat(table.doubleColumn("x").asList()).containsExactly(1.0, 2.5, 3.0);
    }

    @Test
    void twoKindsAreNamedByRowAndKey() {
        assertThatThrownBy(
                        () ->
                                Tables.of(
                                        List.of(
                                                Map.of("age", 30),
                                                Map.of(),
                                                Map.of("age", "forty"))))
                .hasMessage(
                        "key 'age' holds whole numbers in row 0 (30) and text in row 2 (forty); a column holds one kind: make them all text, or all numbers");
    }

    @Test
    void whatIsNestedIsReadable() {
        record Line(Point from, List<Integer> steps) {}

        var table = Tables.of(List.of(new Line(new Point(1, 2), List.of(3, 4))));

        assertThat(table.stringColumn("from").get(0)).isEqualTo("Point[x=1, y=2]");
        assertThat(table.stringColumn("steps").get(0)).isEqualTo("[3, 4]");
    }

    @Test
    void rowsOfValuesHaveNames() {
        var table = Tables.of(List.of(List.of("Ann", 30), new Object[] {"Bo", 40}), "name", "age");
        assertThat(table.intColumn("age").asList()).containsExactly(30, 40);
        assertThatThrownBy(() -> Tables.of(List.of(List.of(1), List.of(2, 3)), "x"))
                .hasMessage("row 1 has 2 values, and there are 1 names: x");
        assertThatThrownBy(() -> Tables.of(List.of(List.of(1))))
                .hasMessage(
                        "rows of values want names for their columns: Tables.of(rows, \"name\", \"age\")");
    }

    @Test
    void namesChooseAmongComponents() {
        var points = List.of(new Point(1, 2));
        assertThat(Tables.of(points, "y").columnNames()).containsExactly("y");
        assertThatThrownBy(() -> Tables.of(points, "z"))
                .hasMessage("no component 'z' in the rows. There are: x, y");
    }

    @Test
    void rowsOfOtherThingsAreNamed() {
        assertThatThrownBy(() -> Tables.of(List.of(1, 2)))
                .hasMessageStartingWith(
                        "the rows of a table are records, maps or lists of values; the first is of type Integer");
        assertThatThrownBy(() -> Tables.of(List.of(new Point(1, 2), ALL)))
                .hasMessage(
                        "the rows of a table are of one class; the first is of type Point, and row 1 is of type Everything");
        assertThatThrownBy(() -> Tables.of(List.of(new TreeMap<>(Map.of("A", 1, "a", 2)))))
                .hasMessageContaining("'A' and 'a'; rename one");
    }

    @Test
    void noRowsAreATableWithoutRows() {
        assertThat(Tables.of(List.of()).columnCount()).isZero();
        assertThat(Tables.of(List.of(), "x").columnNames()).containsExactly("x");
    }

    @Test
    void aMissingValueIsNoPrimitive() {
        var people = Tables.of(List.of(new Person("Ann", 30), new Person("Bo", null)));

        assertThat(Tables.records(people, Person.class).get(1)).isEqualTo(new Person("Bo", null));
        assertThatThrownBy(() -> Tables.records(people, Loose.class))
                .hasMessage(
                        "column 'age' is missing in row 1, and Loose.age is int, which always has a value; declare it Integer, or take Tables.dropMissing(table, \"age\")");
    }

    @Test
    void aValueThatIsNoneOfItsComponentIsNamed() {
        record Sized(Size size) {}
        var table = Table.create("t", StringColumn.create("size", "SMALL", "HUGE"));

        assertThatThrownBy(() -> Tables.records(table, Sized.class))
                .hasMessage(
                        "column 'size' holds text in row 1 (HUGE), and Sized.size is Size, one of SMALL, LARGE");
        assertThatThrownBy(() -> Tables.records(table, Person.class))
                .hasMessageStartingWith("no column 'name' in table 't'");
    }

    @Test
    void mapsHaveTheOrderOfTheColumns() {
        var rows = Tables.maps(Tables.of(List.of(new Person("Ann", null))));

        assertThat(new ArrayList<>(rows.get(0).keySet())).containsExactly("name", "age");
        assertThat(rows.get(0)).containsEntry("name", "Ann").containsEntry("age", null);
    }

    @Test
    void aTimeOfADatabaseKeepsItsMilliseconds() {
        var time = java.sql.Time.valueOf("10:11:12");
        var late = new java.sql.Time(time.getTime() + 345);
        assertThat(Tables.of(List.of(Map.of("t", late))).timeColumn("t").get(0))
                .isEqualTo(LocalTime.of(10, 11, 12, 345_000_000));
    }
}
