package himalia.display.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What charts from tables show and tell is what the rows hold: no row, name or time becomes another. */
class TableTruthTest {
    private static List<Map<String, @Nullable Object>> rows(
            String x, String y, @Nullable Object... values) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (int i = 0; i < values.length; i += 2) {
            var row = new HashMap<String, @Nullable Object>();
            row.put(x, values[i]);
            row.put(y, values[i + 1]);
            rows.add(row);
        }
        return rows;
    }

    @Test
    void oneMomentInTwoOffsetsIsOnePlace() {
        var offsets =
                rows(
                        "x",
                        "y",
                        OffsetDateTime.parse("2024-01-01T12:00+05:00"),
                        1,
                        OffsetDateTime.parse("2024-01-01T07:00Z"),
                        2);
        assertThat(Charts.line(offsets).x("x").y("y").text())
                .contains("from 1 at 2024-01-01 07:00 to 2 at 2024-01-01 07:00");
        var zones =
                rows(
                        "x",
                        "y",
                        ZonedDateTime.parse("2024-01-01T23:00-05:00[America/New_York]"),
                        1,
                        ZonedDateTime.parse("2024-01-02T04:00Z"),
                        2);
        assertThat(Charts.bar(zones).x("x", ChronoUnit.DAYS).text()).contains("2024-01-02 2");
    }

    @Test
    void valuesThatAreMissingAreNotCounted() {
        var some = rows("x", "v", "a", 1, "a", null, "b", null);
        assertThat(Charts.bar(some).x("x").y("v").count().text())
                .isEqualTo("bar chart · count of v by x\n  count of v: a 1, b 0");
        assertThat(Charts.bar(some).x("x").count().text()).contains("rows: a 2, b 1");
        assertThat(Charts.line(some).x("x").y("v").count().text())
                .contains("count of v: 2 points, from 1 at a to 0 at b");
        assertThat(Charts.line(some).x("x").count().text()).contains("rows: 2 points, from 2 at a");
        assertThat(Charts.area(some).x("x").y("v").count().text())
                .contains("count of v: 2 points, from 0 to 1");
        assertThat(Charts.heatMap(some).x("x").y("x").value("v").count().text())
                .contains("count of v", "a: a 1, b 0", "b: a 0, b 0");
    }

    @Test
    void aTimeOfAnotherKindHasNoPlaceOnAnAxis() {
        var days = rows("x", "y", LocalDate.of(2024, 1, 1), 1, LocalDate.of(2024, 1, 2), 2);
        var clock = rows("x", "y", LocalTime.of(8, 0), 1, LocalTime.of(9, 0), 2);
        assertThatThrownBy(
                        () ->
                                Charts.line(days)
                                        .x("x")
                                        .y("y")
                                        .vertical(LocalTime.of(8, 0), "here")
                                        .figure())
                .hasMessage("the x axis holds dates; '08:00' has no place on it");
        assertThatThrownBy(
                        () ->
                                Charts.line(clock)
                                        .x("x")
                                        .y("y")
                                        .annotate(LocalDate.of(2024, 1, 1), 1, "here")
                                        .figure())
                .hasMessage("the x axis holds times of day; '2024-01-01' has no place on it");
        assertThat(
                        Charts.line(clock)
                                .x("x")
                                .y("y")
                                .annotate(java.sql.Time.valueOf("08:30:00"), 1, "here")
                                .text())
                .contains("at 08:30: here");
    }

    @Test
    void keysThatDifferAreTwoNames() {
        var keys = rows("k", "v", 9007199254740993L, 1, 9007199254740992L, 2);
        assertThat(Charts.bar(keys).x("k").y("v").text())
                .contains("9007199254740992 2, 9007199254740993 1");
        assertThat(Charts.line(keys).x("v").y("v").by("k").text())
                .contains("9007199254740992: 1 point", "9007199254740993: 1 point");
        var decimals =
                rows(
                        "k",
                        "v",
                        new BigDecimal("0.1"),
                        1,
                        new BigDecimal("0.10000000000000000001"),
                        2,
                        new BigDecimal("0.10"),
                        null);
        assertThat(Charts.bar(decimals).x("k").text()).contains("0.1 2, 0.10000000000000000001 1");
        assertThat(Charts.heatMap(keys).x("k").y("v").figure().x().categories())
                .containsExactly("9007199254740992", "9007199254740993");
        assertThat(Charts.bar(rows("k", "v", 0.1f, 1, null, 2, Float.NaN, 3)).x("k").text())
                .contains("0.1 1, missing 2");
    }

    @Test
    void zeroBelowZeroIsZero() {
        assertThat(Charts.bar(rows("k", "v", -0.0, 1, 0.0, 2, 0.5, 3)).x("k").text())
                .contains("rows: 0 2, 0.5 1");
    }

    @Test
    void binsAreToldByTheirTrueEdges() {
        var days =
                rows(
                        "x",
                        "y",
                        LocalDate.of(2024, 1, 1),
                        1,
                        LocalDate.of(2024, 1, 11),
                        1,
                        LocalDate.of(2024, 1, 21),
                        1);
        assertThat(Charts.histogram(days).x("x").bins(2).text())
                .contains("2024-01-01 to 2024-01-11 1, 2024-01-11 to 2024-01-21 2");
        assertThat(
                        Charts.histogram(rows("x", "y", 0, 1, 10, 1))
                                .x("x")
                                .bins(2)
                                .interactive()
                                .bundle()
                                .data()
                                .toString())
                .contains("x=0.0, x2=5.0", "x=5.0, x2=10.0", "x2Offset=-1");
    }

    @Test
    void widthsOfBinsOfTimesAreDaysOrHours() {
        var days = rows("x", "y", LocalDate.of(2024, 1, 4), 1, LocalDate.of(2024, 1, 12), 1);
        assertThat(Charts.histogram(days).x("x").binWidth(7).text())
                .contains("2024-01-04 to 2024-01-11 1, 2024-01-11 to 2024-01-18 1");
        var clock = rows("x", "y", LocalTime.of(8, 0), 1, LocalTime.of(9, 30), 1);
        assertThat(Charts.histogram(clock).x("x").binWidth(1).text())
                .contains("08:00 to 09:00 1, 09:00 to 10:00 1");
        assertThatThrownBy(() -> Charts.histogram(days).x("x").binWidth(1e-3).figure())
                .hasMessage(
                        "bins of width 0.001 days would be 8,000, more than 2,000; take wider ones");
    }

    @Test
    void whatIsMissingAndATextThatSaysSoAreOneName() {
        var rows = rows("g", "v", "missing", 1, null, 2, "a", 3);
        assertThat(Charts.histogram(rows).x("v").by("g").text())
                .contains("missing: 2 values", "a: 1 value");
        assertThat(Charts.density(rows).x("v").by("g").text()).contains("missing: 2 values");
        assertThat(Charts.box(rows).x("g").y("v").text()).contains("missing: 2 values");
        assertThat(Charts.bar(rows).x("g").text()).contains("missing 2, a 1");
    }

    @Test
    void anEmptyTextIsAName() {
        var rows = rows("g", "v", "", 1, "a", 2, "", 3);
        assertThat(Charts.histogram(rows).x("v").by("g").text())
                .contains("(empty): 2 values", "a: 1 value");
        assertThat(Charts.box(rows).y("v").by("g").text())
                .contains("(empty): 2 values", "a: 1 value");
        assertThat(Charts.bar(rows).x("g").annotate("", 1, "here").text())
                .contains("(empty) 2, a 1");
        var pairs = Charts.pairPlot("p", Map.of("a", new double[] {1, 2, 3}), List.of("", "x", ""));
        assertThat(pairs.toString()).contains("(empty): 2 values", "x: 1 value");
    }

    @Test
    void boxesOfTwoNamesAreToldApart() {
        record Row(String x, String by, double v) {}
        var rows = List.of(new Row("a b", "c", 1), new Row("a", "b c", 2));
        assertThat(Charts.box(rows).x("x").y("v").by("by").text())
                .contains("a b · c: 1 value, median 1", "a · b c: 1 value, median 2");
    }

    @Test
    void wordsTellOfWhatIsDrawn() {
        var rows = rows("x", "y", 1.0, 5, null, 900, 2.0, 7);
        assertThat(Charts.line(rows).x("x").y("y").text()).contains("between 5 and 7");
        assertThat(Charts.scatter(rows).x("x").y("y").text()).contains("y from 5 to 7");
        assertThat(Charts.area(rows).x("x").y("y").text())
                .contains("y: 2 points (1 missing), from 5 to 7");
        var low = rows("x", "y", 1, -5, 2, 4, 3, 8);
        assertThat(Charts.line(low).x("x").y("y").logY().text())
                .contains("from 4 at 2 to 8 at 3, between 4 and 8");
        assertThat(Charts.scatter(low).x("x").y("y").logY().text())
                .contains("x from 2 to 3, y from 4 to 8");
        assertThat(Charts.line(rows("x", "y", 1, -5)).x("x").y("y").logY().text())
                .endsWith("1 point (1 not above 0, and not on the logarithmic axis)");
    }

    @Test
    void aTimeIsNoAmount() {
        var rows = rows("x", "t", "a", LocalDate.of(2024, 1, 1));
        Stream.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                        () -> Charts.line(rows).y("t").figure(),
                        () -> Charts.scatter(rows).y("t"),
                        () -> Charts.area(rows).y("t").figure(),
                        () -> Charts.bar(rows).y("t").mean().figure(),
                        () -> Charts.box(rows).y("t"),
                        () -> Charts.heatMap(rows).value("t").figure())
                .forEach(
                        slip ->
                                assertThatThrownBy(slip)
                                        .hasMessageStartingWith("column 't' holds times; ")
                                        .hasMessageEndingWith(
                                                " needs numbers, such as the hours since a beginning"));
    }
}
