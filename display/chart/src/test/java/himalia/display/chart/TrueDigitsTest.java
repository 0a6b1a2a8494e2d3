package himalia.display.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.display.chart.mark.Mark;
import himalia.display.chart.mark.Quantity;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a chart says is so to the last digit, and what it leaves out it counts. */
class TrueDigitsTest {
    private static Map<String, @Nullable Object> row(Object x, @Nullable Object y, String by) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("x", x);
        row.put("y", y);
        row.put("by", by);
        return row;
    }

    @Test
    void aDigitThatIsWrittenIsRight() {
        assertThat(List.of(3428685.59, 86787.3, 12719.6, 1234.5, 999.96, 123.456, 34_286_855.9))
                .extracting(Quantity::of)
                .containsExactly(
                        "3,428,686", "86,787", "12,720", "1,235", "1,000", "123.5", "34.29 M");
        var rows = List.of(row("Oslo", 3428685.5, "a"), row("Oslo", 0.09, "a"));
        assertThat(Charts.bar(rows).x("x").y("y").sum().text()).contains("Oslo 3,428,686");
    }

    @Test
    void yearsHaveNoThousandsMark() {
        var rows = List.of(row(2020, 5000, "a"), row(2021, 6000, "a"), row(2023, 8000, "a"));
        var chart = Charts.line(rows).x("x").y("y");
        assertThat(chart.text())
                .contains("from 5,000 at 2020 to 8,000 at 2023, between 5,000 and 8,000");
        assertThat(chart.svg()).contains(">2020<", ">2023<", ">6,000<");
    }

    @Test
    void aNameWithoutABarIsSaid() {
        var rows = List.of(row("Oslo", 1, "a"), row("Rome", null, "a"));
        assertThat(Charts.bar(rows).x("x").y("y").mean().text()).contains("no value of Rome");
        assertThat(Charts.bar(rows.subList(0, 1)).x("x").y("y").mean().text())
                .doesNotContain("no value");
    }

    @Test
    void aMissingValueOfAStackedAreaIsAGapInItAndThoseAboveIt() {
        var rows =
                Arrays.asList(
                        row(1, 1, "a"),
                        row(2, null, "a"),
                        row(3, 3, "a"),
                        row(1, 1, "b"),
                        row(2, 2, "b"),
                        row(3, 3, "b"));
        var chart = Charts.area(rows).x("x").y("y").by("by");
        var bands = chart.figure().marks().stream().map(Mark.Band.class::cast).toList();
        assertThat(bands.get(0).high().toArray()).containsExactly(1, Double.NaN, 3);
        assertThat(bands.get(1).high().toArray()).containsExactly(2, Double.NaN, 6);
        assertThat(chart.text()).contains("a: 2 points (1 missing), from 1 to 3");
    }

    @Test
    void aStackedZeroIsNothing() {
        var rows = List.of(row("Oslo", 5, "a"), row("Oslo", 0, "b"));
        var stacked = Charts.bar(rows).x("x").y("y").by("by").stacked();
        var one = List.of(rows.get(0), row("Oslo", 1, "b"));
        var other = Charts.bar(one).x("x").y("y").by("by").stacked();
        assertThat(rectangles(stacked.svg())).isEqualTo(rectangles(other.svg()) - 1);
        assertThat(stacked.text()).contains("b: Oslo 0");
    }

    @Test
    void whatIsStackedBelowZeroIsToldWithItsSign() {
        var rows = List.of(row("Oslo", -6, "a"), row("Oslo", -5, "b"), row("Oslo", 2, "c"));
        var chart = Charts.bar(rows).x("x").y("y").by("by").stacked();
        assertThat(chart.text())
                .contains("a: Oslo −6")
                .contains("b: Oslo −5")
                .contains("c: Oslo 2");
        assertThat(chart.flat().text()).contains("b: Oslo −5");
    }

    private static long rectangles(String svg) {
        return svg.split("<rect").length;
    }

    @Test
    void whatALogarithmicAxisLeavesOutIsCounted() {
        var rows = List.of(row(1, 10, "a"), row(2, 0, "a"), row(3, -5, "a"));
        assertThat(Charts.scatter(rows).x("x").y("y").logY().text())
                .contains("3 points (2 not above 0, and not on the logarithmic axis)");
        assertThat(Charts.bar(rows).x("x").y("y").logY().text())
                .contains("1 10, 2 0 (not on the logarithmic axis)");
    }

    @Test
    void aHistogramOfOneDayHasItsDay() {
        var day = LocalDate.of(2024, 1, 5);
        var bins =
                (Mark.Blocks)
                        Charts.histogram(List.of(row(day, 1, "a"), row(day, 2, "a")))
                                .x("x")
                                .figure()
                                .marks()
                                .get(0);
        assertThat(bins.left().at(0)).isEqualTo(day.toEpochDay() * 86_400_000.0);
        assertThat(bins.top().toArray()).containsExactly(2);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        var rows = List.of(row("Oslo", 1, "a"), row("Rome", 2, "b"));
        says(
                () -> Charts.line(rows).x("x").y("y").yBetween(10, 0),
                "an axis goes from its lower end to its upper one, got 10 to 0");
        says(
                () -> Charts.line("L").yBetween(3, 3),
                "an axis goes from its lower end to its upper one, got 3 to 3");
        says(
                () -> Charts.scatter(rows).x("x").y("y").trend().figure(),
                "column 'x' holds text; a trend needs numbers or times along the x axis");
        says(
                () -> Charts.bar(rows).x("x").y("y").title(null),
                "the title is null; give it words, or \"\" for none");
        says(
                () -> Charts.bar(rows).x("x").y("y").shares().figure(),
                "shares are of several colours, and alone each bar is 100 %; name their column by .by(\"city\")");
        says(
                () -> Charts.roc("R", new int[] {0, 2}, 0.1, 0.2),
                "truth[1] is 2; the truth is a boolean[], or an int[] of 0 and 1");
    }

    @Test
    void wholeNumbersAreNumbers() {
        var chart = Charts.line("L").x("e", new int[] {1, 2, 3}).y("loss", new int[] {3, 2, 1});
        assertThat(chart.text()).contains("3 points, from 3 at 1 to 1 at 3");
        assertThat(Charts.bar("B", List.of("a", "b"), List.of(1, 2)).text()).contains("a 1, b 2");
        assertThat(Charts.roc("R", new int[] {0, 1, 1, 0}, 0.1, 0.9, 0.8, 0.3).text())
                .isEqualTo(
                        Charts.roc(
                                        "R",
                                        new boolean[] {false, true, true, false},
                                        0.1,
                                        0.9,
                                        0.8,
                                        0.3)
                                .text());
        assertThat(Charts.bar(List.of(row(LocalDate.EPOCH, 1, "a"))).x("x", ChronoUnit.DAYS).text())
                .contains("rows");
    }

    @Test
    void whatIsNullIsNamedAsItsUserKnowsIt() {
        var rows = List.of(row("Oslo", 1, "a"));
        var run = " is null; run the cell that makes it first";
        says(() -> Charts.bar("B", null, 1, 2), "the list of names" + run);
        says(() -> Charts.bar("B", List.of("a"), (double[]) null), "the array of numbers" + run);
        says(() -> Charts.line("L").y("a", (double[]) null), "the array of numbers" + run);
        says(() -> Charts.roc("R", (boolean[]) null, 0.1), "truth" + run);
        says(
                () -> Charts.line("L").x(null, 1, 2),
                "the label is null; give it words, or \"\" for none");
        says(
                () -> Charts.line((String) null),
                "the title is null; give it words, or \"\" for none");
        says(
                () -> Charts.bar(rows).x("x").y("y").vertical(null, "here"),
                "x is null; give a number, a time or a name of the axis");
    }

    private static void says(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
