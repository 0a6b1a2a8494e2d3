package himalia.display.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Charts from tables of nothing, of little, of too much, and of the wrong kind. */
class TableSlipsTest {
    record Visit(LocalDate date, String city, double temp, boolean wet) {}

    private static final List<Visit> TWO =
            List.of(
                    new Visit(LocalDate.of(2024, 1, 1), "Oslo", 1, true),
                    new Visit(LocalDate.of(2024, 1, 2), "Oslo", 3, false));

    private static final List<Map<String, Object>> MANY =
            IntStream.range(0, 100_000)
                    .mapToObj(i -> Map.<String, Object>of("id", "n" + i, "n", i))
                    .toList();

    @Test
    void whatHasNoPlaceOnAnAxisIsRefusedWhereItIsAsked() {
        var rows = List.of(Map.of("x", 1, "y", 2), Map.of("x", 2, "y", 3));
        var chart = Charts.line(rows).x("x").y("y");
        assertThatThrownBy(() -> chart.threshold(Double.NaN, "limit"))
                .hasMessage("a line or words stand at a number, got NaN");
        assertThatThrownBy(() -> chart.annotate(1, Double.POSITIVE_INFINITY, "here"))
                .hasMessage("a line or words stand at a number, got Infinity");
        assertThatThrownBy(() -> Charts.line("l").y("a", 1, 2).threshold(Double.NaN, "limit"))
                .hasMessage("a line or words stand at a number, got NaN");
        assertThatThrownBy(() -> chart.logY().threshold(-3, "limit").figure())
                .hasMessage("a logarithmic axis has no place for −3, where 'limit' is to stand");
    }

    @Test
    void aClassThatIsMissingHasAName() {
        var pairs =
                Charts.pairPlot(
                        "p", Map.of("a", new double[] {1, 2}), java.util.Arrays.asList("x", null));
        assertThat(pairs.toString()).contains("missing: 1 value");
    }

    @Test
    void columnsOfUnequalLengthAreNoPairs() {
        var columns = Map.of("a", new double[] {1, 2, 3}, "b", new double[] {1, 2});
        assertThatThrownBy(() -> Charts.pairPlot("p", columns, List.of("x", "y", "x")))
                .hasMessage("column 'b' has 2 rows, and there are 3 classes; give each row one");
    }

    @Test
    void aColumnThatIsNotThereIsAnsweredWithTheNearest() {
        says(
                () -> Charts.line(TWO).x("dat"),
                "no column 'dat'; did you mean 'date'? There are: date, city, temp, wet");
        says(
                () -> Charts.bar(TWO).x("city").by("colour"),
                "no column 'colour'. There are: date, city, temp, wet");
        says(() -> Charts.box(TWO).x(null), "the column's name is null; name one of the table");
        says(() -> Charts.box(List.of()).y("temp"), "no column 'temp': there are no rows");
    }

    @Test
    void textWhereNumbersAreNeededIsNamed() {
        says(
                () -> Charts.scatter(TWO).x("temp").y("city"),
                "column 'city' holds text; the y of a point needs numbers");
        says(
                () -> Charts.histogram(TWO).x("city"),
                "column 'city' holds text; a histogram needs numbers");
        says(
                () -> Charts.line(TWO).x("temp", ChronoUnit.MONTHS),
                "column 'temp' holds numbers; only times can be taken together by months");
        says(
                () -> Charts.line(TWO).x("date", ChronoUnit.HALF_DAYS),
                "times are taken together by SECONDS, MINUTES, HOURS, DAYS, WEEKS, MONTHS, YEARS or"
                        + " DECADES, got HALF_DAYS");
        says(
                () -> Charts.line(TWO).x("date").y("temp").logX().figure(),
                "the axis 'date' holds times; a logarithmic one needs numbers");
    }

    @Test
    void moreNamesThanAPictureCanShowAreCounted() {
        says(
                () -> Charts.line(MANY).x("n").y("n").by("id").figure(),
                "column 'id' has 100,000 different values, more than the 16 that colours tell"
                        + " apart; take fewer rows or another column");
        says(
                () -> Charts.bar(MANY).x("id").figure(),
                "column 'id' has 100,000 different values, more than the 100 that bars can show;"
                        + " show the longest with .top(20)");
        says(
                () -> Charts.heatMap(MANY).x("id").y("n").figure(),
                "column 'id' has 100,000 different values, more than the 400 that a heat map can"
                        + " name");
        says(
                () -> Charts.scatter(MANY).x("n").y("n").facet("id"),
                "column 'id' has 100,000 different values, more than the 36 that fit on a page;"
                        + " take fewer rows");
        assertThat(Charts.bar(MANY).x("id").y("n").sum().top(2).text())
                .isEqualTo(
                        "bar chart · sum of n by id\nthe first 2 of 100,000\n"
                                + "  sum of n: n99999 99,999, n99998 99,998");
    }

    @Test
    void severalRowsAtOnePlaceAreNoBar() {
        says(
                () -> Charts.bar(TWO).x("city").y("temp").figure(),
                "2 rows have city 'Oslo'; say how they become one: .mean(), .sum(), .count()");
        says(
                () -> Charts.area(TWO).x("city").y("temp").figure(),
                "several rows have city Oslo; say how they become one: .mean(), .sum(), .count()");
        says(
                () -> Charts.heatMap(TWO).x("city").y("city").value("temp").figure(),
                "2 rows have city and city 'Oslo'; say how they become one: .mean(), .sum(),"
                        + " .count()");
    }

    @Test
    void whatIsLeftOutIsAskedFor() {
        says(
                () -> Charts.line(TWO).x("date").figure(),
                "the chart needs a y, such as .y(\"temp\"), or .count()");
        says(
                () -> Charts.bar(TWO).figure(),
                "a bar chart needs an x, such as .x(\"city\"); there are: date, city, temp, wet");
        says(
                () -> Charts.bar(TWO).y("date").count().figure(),
                "a bar chart needs an x, such as .x(\"date\"), which alone counts the rows of each value; there are: date, city, temp, wet");
        says(() -> Charts.histogram(TWO).x("temp").bins(0), "bins must be at least 1, got 0");
        says(
                () -> Charts.histogram(TWO).x("temp").binWidth(1e-6).figure(),
                "bins of width 1e-6 would be 2,000,000, more than 2,000; take wider ones");
        says(
                () -> Charts.line(TWO).x("date").y("temp").vertical("Oslo", "here").figure(),
                "the x axis holds dates; 'Oslo' has no place on it");
        says(
                () -> Charts.bar(TWO).x("city").annotate("Rome", 1, "here").figure(),
                "'Rome' is no value of column 'city', at which something is to stand");
        says(
                () -> Charts.line(List.of(1, 2)),
                "a chart from rows takes a table, or a list of records or of maps; got one of Integer");
        says(
                () -> Charts.line((Iterable<?>) null),
                "the table is null; run the cell that makes it first");
    }

    /** A chart whose columns do not fit is one line where its picture would be, and can still be held in a variable. */
    @Test
    void aChartThatCannotBeDrawnSaysWhyInItsPlace() {
        var chart = Charts.bar(TWO).x("city").y("temp");
        assertThat(new ChartRenderer().render(chart).text())
                .isEqualTo(
                        "no chart: 2 rows have city 'Oslo'; say how they become one: .mean(),"
                                + " .sum(), .count()");
        assertThat(chart)
                .hasToString(
                        "2 rows have city 'Oslo'; say how they become one: .mean(), .sum(), .count()");
    }

    static Stream<Chart> littleOrNothing() {
        var one = TWO.subList(0, 1);
        var gaps = new ArrayList<Map<String, Object>>();
        gaps.add(Map.of("city", "Oslo", "temp", Double.NaN));
        gaps.add(Map.of("temp", 2.0));
        gaps.add(Map.of());
        return Stream.of(one, TWO, gaps)
                .flatMap(
                        rows ->
                                Stream.of(
                                        Charts.line(rows).x("city").y("temp").by("city"),
                                        Charts.line(rows).y("temp").spread(),
                                        Charts.scatter(rows).x("temp").y("temp").trend().logX(),
                                        Charts.area(rows).y("temp").by("city"),
                                        Charts.bar(rows)
                                                .x("city")
                                                .y("temp")
                                                .mean()
                                                .by("city")
                                                .logY(),
                                        Charts.bar(rows).x("temp").by("city").shares().flat(),
                                        Charts.histogram(rows).x("temp").by("city").stacked(),
                                        Charts.density(rows).x("temp").by("city"),
                                        Charts.box(rows).x("city").y("temp").by("city"),
                                        Charts.heatMap(rows).x("city").y("city")));
    }

    @ParameterizedTest
    @MethodSource("littleOrNothing")
    void ofOneRowOrOfGapsThereIsAPictureInEveryForm(Chart chart) {
        assertThat(chart.png()).isNotEmpty();
        assertThat(chart.pdf()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(chart.svg()).doesNotContain("NaN\"", "Infinity", ">NaN<");
        assertThat(chart.interactive().bundle().data()).hasSize(3);
    }

    @Test
    void whatIsMissingAmongNamesIsANameOfItsOwn() {
        var rows = new ArrayList<Map<String, Object>>();
        rows.add(Map.of("n", 1));
        rows.add(Map.of("city", "Oslo", "n", 2));
        assertThat(Charts.bar(rows).x("city").text())
                .isEqualTo("bar chart · rows by city\n  rows: Oslo 1, missing 1");
    }

    private static void says(ThrowingCallable slip, String message) {
        assertThatThrownBy(slip).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void linesAndWordsOfAChartOfSeriesHaveAPlace() {
        var chart = Charts.line("loss").y("a", 1, 2, 3);
        assertThatThrownBy(() -> chart.vertical(Double.NaN, "here"))
                .hasMessage("a line or words stand at a number, got NaN");
        assertThatThrownBy(() -> chart.annotate(Double.NaN, 1, "here"))
                .hasMessage("a line or words stand at a number, got NaN");
        assertThatThrownBy(() -> chart.annotate(1, Double.POSITIVE_INFINITY, "here"))
                .hasMessage("a line or words stand at a number, got Infinity");
        var none = "a logarithmic axis has no place for −1, where 'limit' is to stand";
        assertThatThrownBy(() -> chart.logY().threshold(-1, "limit")).hasMessage(none);
        assertThatThrownBy(() -> chart.threshold(-1, "limit").logY()).hasMessage(none);
        assertThatThrownBy(() -> chart.logX().vertical(-1, "limit")).hasMessage(none);
        assertThat(chart.logY().logX().threshold(1, "limit").vertical(1, "x").figure().marks())
                .hasSize(3);
    }
}
