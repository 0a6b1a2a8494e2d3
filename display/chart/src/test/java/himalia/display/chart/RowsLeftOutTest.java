package himalia.display.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.display.chart.mark.Figure;
import himalia.display.chart.mark.Mark;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a chart from a table leaves out it says, and panels measure alike. */
class RowsLeftOutTest {
    record Sale(@Nullable LocalDate date, String shop, double amount) {}

    private static final List<Sale> SALES =
            List.of(
                    new Sale(LocalDate.of(2024, 1, 1), "a", 1),
                    new Sale(LocalDate.of(2024, 1, 20), "a", 2),
                    new Sale(LocalDate.of(2024, 2, 1), "b", 3),
                    new Sale(null, "a", 4),
                    new Sale(null, "b", 5));

    @Test
    void rowsWithoutAnXAreCountedWhereRowsAreTakenTogether() {
        var note = "2 rows without date left out";
        var line = Charts.line(SALES).x("date", ChronoUnit.MONTHS).y("amount").sum();
        assertThat(line.figure().note()).isEqualTo(note);
        assertThat(line.text()).contains(note);
        var area = Charts.area(SALES).x("date").y("amount").mean();
        assertThat(area.figure().note()).isEqualTo(note);
        assertThat(area.overlaid().figure().note()).isEqualTo(note);
        assertThat(Charts.histogram(SALES).x("date").figure().note()).isEqualTo(note);
        assertThat(Charts.line(SALES.subList(0, 3)).x("date").y("amount").sum().figure().note())
                .isEmpty();
        assertThat(Charts.histogram(SALES.subList(0, 4)).x("date").figure().note())
                .isEqualTo("1 row without date left out");
    }

    @Test
    void panelsOfAHistogramHaveTheSameBins() {
        var panels = Charts.histogram(SALES).x("amount").bins(4).facet("shop");
        var edges = panels.figures().stream().map(RowsLeftOutTest::edges).toList();
        assertThat(edges.get(0)).containsExactly(1, 2, 3, 4).isEqualTo(edges.get(1));
        var free = Charts.histogram(SALES).x("amount").facet("shop").figures();
        assertThat(edges(free.get(0))).isEqualTo(edges(free.get(1)));
    }

    private static double[] edges(Figure figure) {
        return ((Mark.Blocks) figure.marks().get(0)).left().toArray();
    }

    @Test
    void aBandOfNoSeriesIsRefused() {
        double[] low = {0, 1};
        double[] high = {2, 3};
        assertThatThrownBy(() -> Charts.line("l").band("a", low, high))
                .hasMessage("a band lies around a series, and there is no 'a'; add its y before");
        assertThatThrownBy(() -> Charts.line("l").y("a", 1, 2).band("b", low, high))
                .hasMessage("a band lies around a series, and there is no 'b'; there are: a");
        assertThat(Charts.line("l").y("a", 1, 2).band("a", low, high).figure().marks()).hasSize(2);
    }

    record When(YearMonth month, LocalTime clock, Year year, double v) {}

    @Test
    void timesAreNotTakenTogetherByWhatDoesNotDivideThem() {
        var rows = List.of(new When(YearMonth.of(2024, 1), LocalTime.NOON, Year.of(2024), 1));
        var months = "column 'month' holds months, which are not taken together by ";
        for (var unit : List.of(ChronoUnit.WEEKS, ChronoUnit.DAYS, ChronoUnit.HOURS)) {
            assertThatThrownBy(() -> Charts.bar(rows).x("month", unit))
                    .hasMessage(months + unit.name() + "; take MONTHS, YEARS or DECADES");
        }
        for (var unit : List.of(ChronoUnit.MONTHS, ChronoUnit.DAYS)) {
            assertThatThrownBy(() -> Charts.line(rows).x("clock", unit))
                    .hasMessage(
                            "column 'clock' holds times of day, which are not taken together by "
                                    + unit.name()
                                    + "; take SECONDS, MINUTES or HOURS");
        }
        assertThatThrownBy(() -> Charts.bar(rows).x("year", ChronoUnit.MONTHS))
                .hasMessageEndingWith("by MONTHS; take YEARS or DECADES");
        Charts.bar(rows).x("clock", ChronoUnit.HOURS).figure();
        Charts.bar(rows).x("month", ChronoUnit.YEARS).figure();
        Charts.bar(rows).x("year", ChronoUnit.DECADES).figure();
    }

    @Test
    void theAreaBelowADensityOfTimesOfDayIsOne() {
        record Seen(LocalTime at) {}
        var late = IntStream.range(0, 60).mapToObj(i -> new Seen(LocalTime.of(23, i))).toList();
        var curve = (Mark.Line) Charts.density(late).x("at").figure().marks().get(1);
        double area = 0;
        for (int i = 1; i < curve.x().size(); i++) {
            area +=
                    (curve.x().at(i) - curve.x().at(i - 1))
                            * (curve.y().at(i) + curve.y().at(i - 1))
                            / 2;
        }
        assertThat(area).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void valuesOfAnyKindAreCountedAndOnlyNumbersAreAmounts() {
        var counted = Charts.bar(SALES).x("shop").y("date").count();
        assertThat(counted.text()).contains("count of date by shop", "a 2, b 1");
        assertThat(Charts.line(SALES).x("amount").y("shop").count().figure().marks()).hasSize(1);
        assertThatThrownBy(() -> Charts.bar(SALES).x("shop").y("date").mean().figure())
                .hasMessage(
                        "column 'date' holds times; the y of a bar needs numbers, such as the hours since a beginning");
    }
}
