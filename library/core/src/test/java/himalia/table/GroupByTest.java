package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** What pandas cannot say of them: types, what is missing, what is refused. */
class GroupByTest {
    private static final Table TRIPS =
            Tables.of(
                    List.of(
                            Arrays.asList("Rome", 3, LocalDate.of(2024, 1, 31)),
                            Arrays.asList("Oslo", 1, LocalDate.of(2023, 12, 31)),
                            Arrays.asList(null, 7, LocalDate.of(2024, 3, 1)),
                            Arrays.asList("Rome", null, LocalDate.of(2024, 3, 2))),
                    "city",
                    "age",
                    "day");

    @Test
    void rowsWithoutAKeyAreAGroup() {
        var sizes = GroupBy.of(TRIPS, "city").size();
        assertThat(Tables.json(sizes))
                .isEqualTo(
                        "[{\"city\":\"Oslo\",\"count\":1},{\"city\":\"Rome\",\"count\":2},{\"city\":null,\"count\":1}]");
    }

    @Test
    void sumsOfWholeNumbersAreLongsAndExact() {
        var sums = GroupBy.of(TRIPS, "city").agg(Aggregate.sum("age"), Aggregate.max("day"));
        assertThat(sums.column("age").type()).isEqualTo(ColumnType.LONG);
        assertThat(sums.column("day").type()).isEqualTo(ColumnType.LOCAL_DATE);
        var large = Table.create("", LongColumn.create("a", 9_007_199_254_740_993L, 2));
        assertThat(Aggregate.sum("a").function().apply(large.column("a")))
                .isEqualTo(9_007_199_254_740_995L);
        var tooLarge = LongColumn.create("a", Long.MAX_VALUE, 1);
        assertThatThrownBy(() -> Aggregate.sum("a").function().apply(tooLarge))
                .hasMessageContaining("'a'")
                .hasMessageContaining("too large");
    }

    @Test
    void aGroupWithoutValuesHasNoneAndTheColumnKeepsItsKind() {
        var none = Table.create("", StringColumn.create("k", "a"), IntColumn.create("x", 1));
        none.intColumn("x").setMissing(0);
        var result = GroupBy.of(none, "k").agg(Aggregate.max("x"), Aggregate.mean("x").as("m"));
        assertThat(result.column("x").type()).isEqualTo(ColumnType.INTEGER);
        assertThat(result.column("x").isMissing(0)).isTrue();
        assertThat(result.column("m").isMissing(0)).isTrue();
        assertThat(result.column("m").type()).isEqualTo(ColumnType.DOUBLE);
        var ages = TRIPS.intColumn("age");
        assertThat(Columns.rolling(ages, 9, Aggregate.median("age")).type())
                .isEqualTo(ColumnType.DOUBLE);
        assertThat(Columns.rolling(ages, 9, Aggregate.sum("age")).type())
                .isEqualTo(ColumnType.LONG);
        assertThat(Columns.rolling(ages, 9, Aggregate.max("age")).type())
                .isEqualTo(ColumnType.INTEGER);
    }

    @Test
    void twoAggregatesOfOneNameHaveTwoColumns() {
        assertThat(
                        GroupBy.of(TRIPS, "city")
                                .agg(Aggregate.min("age"), Aggregate.max("age"))
                                .columnNames())
                .containsExactly("city", "age", "age_2");
    }

    @Test
    void aNameThatWasChosenIsTheColumnsOrIsRefused() {
        var byCity = GroupBy.of(TRIPS, "city");
        var taken =
                "there is a column 'city' already; give the aggregate another name, such as .as(\"group_city\")";
        assertThatThrownBy(() -> byCity.agg(Aggregate.mean("age").as("city"))).hasMessage(taken);
        assertThatThrownBy(() -> byCity.transform(Aggregate.mean("age").as("city")))
                .hasMessage(taken);
        var twice = new Aggregate[] {Aggregate.min("age").as("n"), Aggregate.count().as("n")};
        assertThatThrownBy(() -> byCity.agg(twice)).hasMessageContaining("column 'n' already");
        assertThatThrownBy(() -> byCity.transform(twice)).hasMessageContaining("column 'n'");
        assertThat(GroupBy.of(TRIPS, "age").agg(Aggregate.max("age")).columnNames())
                .containsExactly("age", "age_2");
    }

    @Test
    void noColumnIsReplacedThatNobodyHasNamed() {
        var byCity = GroupBy.of(TRIPS, "city");
        assertThatThrownBy(() -> byCity.transform(Aggregate.mean("age")))
                .hasMessageContaining("such as .as(\"group_age\")");
        var once = byCity.transform(Aggregate.mean("age").as("mean"), Aggregate.count());
        assertThat(once.columnNames()).containsExactly("city", "age", "day", "mean", "count");
        var again = GroupBy.of(once, "city").transform(Aggregate.max("age").as("mean"));
        assertThat(again.columnNames()).isEqualTo(once.columnNames());
        assertThatThrownBy(() -> byCity.transform(Aggregate.mean("age").as("DAY")))
                .hasMessageContaining("'DAY' is the same name");
    }

    @Test
    void theTableStaysAsItIs() {
        var before = TRIPS.copy().print();
        GroupBy.of(TRIPS, "city").transform(Aggregate.mean("age").as("day"));
        Columns.assign(TRIPS, "age", row -> row.getString("city") + "!");
        assertThat(TRIPS.print()).isEqualTo(before);
    }

    @Test
    void aMissingWholeNumberIsNotComputedWith() {
        assertThatThrownBy(() -> Columns.assign(TRIPS, "older", row -> row.getInt("age") + 1))
                .hasMessageContaining("row 3 misses 'age'");
        assertThat(
                        Columns.assign(
                                        TRIPS,
                                        "older",
                                        row -> row.isMissing("age") ? null : row.getInt("age") + 1)
                                .intColumn("older")
                                .countMissing())
                .isEqualTo(1);
    }

    @Test
    void monthsWithoutRowsAreThere() {
        var months = Resample.of(TRIPS, "day", ChronoUnit.MONTHS).size();
        assertThat(months.intColumn("count").asList()).containsExactly(1, 1, 0, 2);
        assertThat(months.dateColumn("day").asList())
                .startsWith(LocalDate.of(2023, 12, 1), LocalDate.of(2024, 1, 1));
        assertThat(Resample.of(TRIPS, "day", Duration.ofDays(2)).size().rowCount()).isEqualTo(32);
    }

    @Test
    void momentsBefore1970FallIntoTheHourThatHoldsThem() {
        var table =
                Tables.of(
                        List.of(
                                List.of(Instant.parse("1969-12-31T23:30:00Z")),
                                List.of(Instant.parse("1970-01-01T00:30:00Z"))),
                        "at");
        assertThat(Resample.of(table, "at", ChronoUnit.HOURS).size().instantColumn("at").asList())
                .containsExactly(
                        Instant.parse("1969-12-31T23:00:00Z"),
                        Instant.parse("1970-01-01T00:00:00Z"));
    }

    /** pandas: {@code df.resample("MS", on="t").p.agg(["first", "last"])} is 3, 20, and transform keeps the rows' order. */
    @Test
    void theFirstAndLastOfATimeAreSoInTime() {
        var table =
                Table.create(
                        "prices",
                        DateTimeColumn.create(
                                "t",
                                LocalDateTime.parse("2024-01-20T00:00"),
                                LocalDateTime.parse("2024-01-03T00:00")),
                        DoubleColumn.create("p", 20, 3));
        for (var months :
                List.of(
                        Resample.of(table, "t", ChronoUnit.MONTHS),
                        Resample.of(table, "t", Duration.ofDays(40)))) {
            var made = months.agg(Aggregate.first("p").as("open"), Aggregate.last("p").as("close"));
            assertThat(made.row(0).getDouble("open")).isEqualTo(3);
            assertThat(made.row(0).getDouble("close")).isEqualTo(20);
            assertThat(months.transform(Aggregate.count().as("n")).column("p").asList())
                    .isEqualTo(List.of(20.0, 3.0));
        }
    }

    @Test
    void groupsOfNothingHaveTheKindsOfOthers() {
        var none =
                GroupBy.of(TRIPS.emptyCopy(), "city")
                        .agg(
                                Aggregate.count(),
                                Aggregate.sum("age"),
                                Aggregate.max("day").as("m"),
                                Aggregate.mean("age"),
                                Aggregate.of("city", Column::size));
        assertThat(none.types())
                .containsExactly(
                        ColumnType.STRING,
                        ColumnType.INTEGER,
                        ColumnType.LONG,
                        ColumnType.LOCAL_DATE,
                        ColumnType.DOUBLE,
                        ColumnType.INTEGER);
    }

    @Test
    void longsPastADoublesDigitsAreToldApart() {
        var keys = LongColumn.create("c", 9_007_199_254_740_993L, 9_007_199_254_740_992L);
        assertThat(Columns.rank(keys).asDoubleArray()).containsExactly(2, 1);
        assertThatThrownBy(() -> Columns.cut(keys, 0, 1e18))
                .hasMessageContaining("9007199254740993");
    }

    @Test
    void edgesThatAreComputedHaveAsManyDigitsAsTellThemApart() {
        // pandas 3: pd.qcut([1.1, 2.2, 3.3, 4.7, 9.123456789, 12], 3) names 2.933 and 6.174.
        var fares = DoubleColumn.create("x", 1.1, 2.2, 3.3, 4.7, 9.123456789, 12);
        assertThat(Columns.qcut(fares, 3).unique().asList())
                .containsExactlyInAnyOrder("[1.1, 2.933]", "(2.933, 6.174]", "(6.174, 12]");
        var near = DoubleColumn.create("x", 1.00001, 1.00002, 1.00004, 0.0001234567);
        assertThat(Columns.qcut(near, 3).unique().asList())
                .containsExactlyInAnyOrder(
                        "[0.00012346, 1.00001]", "(1.00001, 1.00002]", "(1.00002, 1.00004]");
        assertThatThrownBy(() -> Columns.qcut(DoubleColumn.create("x", 1, 1, 1, 12), 3))
                .hasMessage(
                        "column 'x' has no 3 intervals that hold equally many values: too many of them are 1; ask for fewer, or name the edges with cut");
        var far = DoubleColumn.create("x", -1e300, 1e-300, 5, 1e300);
        assertThat(Columns.cut(far, -1e300, 1e-300, 5, 1e300).unique().asList())
                .contains("(1.0E-300, 5]", "(5, 1.0E300]");
        assertThatThrownBy(() -> Columns.qcut(fares, 0)).hasMessageStartingWith("qcut into 0");
    }

    @Test
    void groupsSayWhatTheyAreAndWhatToAsk() {
        assertThat(GroupBy.of(TRIPS, "city"))
                .hasToString(
                        "3 groups of 4 rows by city; .agg(Aggregate.mean(\"…\")) and .size() make tables of them");
    }

    @Test
    void aSampleHasNoRowTwiceAndIsTheSameForASeed() {
        var all = Columns.sample(TRIPS, 4, 7);
        assertThat(all.intColumn("age").countMissing()).isEqualTo(1);
        assertThat(Tables.json(Columns.sample(TRIPS, 2, 7))).isEqualTo(Tables.json(all.first(2)));
        assertThatThrownBy(() -> Columns.sample(TRIPS, 5, 7)).hasMessageContaining("there are 4");
    }

    @Test
    void theTwoZerosAreOneNumber() {
        var zeros = Tables.of(List.of(List.of(0.0, 1), List.of(-0.0, 2)), "x", "y");
        assertThat(GroupBy.of(zeros, "x").size().rowCount()).isEqualTo(1);
        assertThat(Totals.different(zeros.column("x"))).isEqualTo(1);
    }

    @Test
    void countsOfPairsThatNoRowHasAreZero() {
        var pairs = Tables.of(List.of(List.of("a", "x", 1), List.of("b", "y", 2)), "k", "v", "n");
        for (var counting :
                List.of(Aggregate.count(), Aggregate.count("n"), Aggregate.nunique("n"))) {
            assertThat(Pivot.table(pairs, "k", "v", counting).column("y").get(0)).isEqualTo(0);
        }
        assertThat(Pivot.table(pairs, "k", "v", Aggregate.mean("n")).column("y").isMissing(0))
                .isTrue();
    }

    /** pandas 3: {@code pivot_table(…, aggfunc="sum")} has NaN there. */
    @Test
    void theSumOfAPairThatIsNotThereIsMissing() {
        var pairs =
                Tables.of(
                        List.of(List.of("a", "x", 1), List.of("a", "y", 2), List.of("b", "x", 3)),
                        "k",
                        "v",
                        "n");
        var sums = Pivot.table(pairs, "k", "v", Aggregate.sum("n"));
        assertThat(sums.column("x").asList()).isEqualTo(List.of(1L, 3L));
        assertThat(sums.column("y").get(0)).isEqualTo(2L);
        assertThat(sums.column("y").isMissing(1)).isTrue();
        var none =
                Table.create(StringColumn.create("k", "a"), DoubleColumn.create("n", Double.NaN));
        assertThat(GroupBy.of(none, "k").agg(Aggregate.sum("n")).column("n").get(0)).isEqualTo(0.0);
    }

    /** What pandas 3 answers to the same numbers. */
    @Test
    void infinityCountsAsMissingInCorrelationsAndWindows() {
        double infinity = Double.POSITIVE_INFINITY;
        var numbers =
                Table.create(
                        DoubleColumn.create("a", 1, 2, 3, infinity, 5),
                        DoubleColumn.create("b", 2, 1, 4, 9, 3));
        assertThat((double) Columns.corr(numbers).column("b").get(0))
                .isCloseTo(0.52915, within(1e-5));
        assertThat((double) Columns.spearman(numbers).column("b").get(0))
                .isCloseTo(0.6, within(1e-9));
        var sums = Columns.rolling(numbers.column("a"), 2, Aggregate.sum("a"));
        assertThat(sums.get(1)).isEqualTo(3.0);
        assertThat(sums.get(2)).isEqualTo(5.0);
        assertThat(sums.isMissing(3)).isTrue();
        assertThat(sums.isMissing(4)).isTrue();
    }

    @Test
    void runningSumsOfWholeNumbersAreExact() {
        var large = LongColumn.create("a", 9_007_199_254_740_993L, 2);
        assertThat(((LongColumn) Columns.cumsum(large)).asList())
                .containsExactly(9_007_199_254_740_993L, 9_007_199_254_740_995L);
    }

    @Test
    void whatIsAskedWrongIsRefusedByName() {
        assertThatThrownBy(() -> GroupBy.of(TRIPS, "citty")).hasMessageContaining("'city'");
        assertThatThrownBy(() -> GroupBy.of(TRIPS)).hasMessageContaining("city, age, day");
        assertThatThrownBy(() -> GroupBy.of(TRIPS, "city", "city"))
                .hasMessageContaining("named twice");
        assertThatThrownBy(() -> Columns.assign(TRIPS, "CITY", row -> "x"))
                .hasMessageContaining("there is a column 'city'");
        assertThatThrownBy(
                        () -> Columns.rolling(TRIPS.intColumn("age"), 2, Aggregate.sum("nonsense")))
                .hasMessageContaining("'nonsense'");
        assertThatThrownBy(() -> Tables.sort(TRIPS)).hasMessageContaining("name a column");
        assertThatThrownBy(() -> GroupBy.of(TRIPS, "city").agg())
                .hasMessageContaining("Aggregate.mean");
        assertThatThrownBy(() -> GroupBy.of(TRIPS, "age").agg(Aggregate.mean("city")))
                .hasMessageContaining("'city' holds text");
        assertThatThrownBy(() -> Resample.of(TRIPS, "city", ChronoUnit.DAYS))
                .hasMessageContaining("'city' holds text");
        assertThatThrownBy(() -> Resample.of(TRIPS, "day", ChronoUnit.HOURS))
                .hasMessageContaining("dates, which have no hours");
        assertThatThrownBy(() -> Resample.of(TRIPS, "day", Duration.ofHours(30)))
                .hasMessageContaining("dates, which have no seconds");
        assertThatThrownBy(() -> Resample.of(TRIPS, "day", Duration.ZERO))
                .hasMessageContaining("PT0S");
        assertThatThrownBy(() -> Columns.quantile(TRIPS.intColumn("age"), 50))
                .hasMessageContaining("50.0");
        assertThatThrownBy(() -> Columns.cut(TRIPS.intColumn("age"), 5, 5))
                .hasMessageContaining("after 5 comes 5");
        assertThatThrownBy(() -> Columns.corr(TRIPS.selectColumns("city")))
                .hasMessageContaining("no column holds numbers");
    }

    @Test
    void aTimeThatIsMissingIsNotLeftOutInSilence() {
        var rows = new ArrayList<List<Object>>();
        rows.add(Arrays.asList(LocalDate.of(2024, 1, 1), 1));
        rows.add(Arrays.asList(null, 2));
        var table = Tables.of(rows, "day", "x");
        assertThatThrownBy(() -> Resample.of(table, "day", ChronoUnit.DAYS))
                .hasMessageContaining("1 of 2 rows miss 'day'")
                .hasMessageContaining("dropMissing");
    }

    @Test
    void aCenturyOfSecondsIsRefused() {
        var table =
                Tables.of(
                        List.of(
                                List.of(Instant.parse("1924-01-01T00:00:00Z")),
                                List.of(Instant.parse("2024-01-01T00:00:00Z"))),
                        "at");
        assertThatThrownBy(() -> Resample.of(table, "at", ChronoUnit.SECONDS))
                .hasMessageContaining("take a longer unit");
    }
}
