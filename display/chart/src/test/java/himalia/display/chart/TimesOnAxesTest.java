package himalia.display.chart;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.display.chart.mark.Mark;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Times are written as what they are: a time of day has no date, a month no day. */
class TimesOnAxesTest {
    record Row(LocalTime clock, YearMonth month, Year year, LocalDateTime moment, double v) {}

    private static final List<Row> ROWS =
            IntStream.range(0, 3)
                    .mapToObj(
                            i ->
                                    new Row(
                                            LocalTime.of(8 * i, 0),
                                            YearMonth.of(2024, 1 + i),
                                            Year.of(2022 + i),
                                            LocalDateTime.of(1970, 1, 1, 8 * i, 0),
                                            i))
                    .toList();

    @Test
    void aTimeOfDayHasNoDateAndAMonthNoDay() {
        assertThat(line("clock")).contains("from 0 at 00:00 to 2 at 16:00");
        assertThat(line("moment")).contains("from 0 at 1970-01-01 to 2 at 1970-01-01 16:00");
        assertThat(line("month")).contains("from 0 at 2024-01 to 2 at 2024-03");
        assertThat(line("year")).contains("from 0 at 2022 to 2 at 2024");
        assertThat(Charts.bar(ROWS).x("clock").y("v").toString())
                .contains("00:00 0, 08:00 1, 16:00 2");
        assertThat(Charts.bar(ROWS).x("month").y("v").toString())
                .contains("2024-01 0, 2024-02 1, 2024-03 2");
        assertThat(Charts.heatMap(ROWS).x("year").y("clock").toString())
                .contains("00:00: 2022 1", "16:00: 2022 ");
        assertThat(Charts.histogram(ROWS).x("clock").toString()).contains("00:00 to ");
    }

    @Test
    void timesTakenTogetherAreWrittenAsTheirUnit() {
        record Day(LocalDate day, double v) {}
        var days =
                IntStream.range(0, 90)
                        .mapToObj(i -> new Day(LocalDate.of(2024, 1, 1).plusDays(i), i))
                        .toList();
        assertThat(Charts.line(days).x("day", ChronoUnit.MONTHS).y("v").mean().toString())
                .contains("from 15 at 2024-01 to 74.5 at 2024-03");
        assertThat(Charts.bar(ROWS).x("clock", ChronoUnit.HOURS).y("v").mean().toString())
                .contains("00:00 0, ");
    }

    @Test
    void timesOfDatabasesAreThoseOfTheirClock() {
        record Read(java.sql.Time at, java.sql.Date day, double v) {}
        var rows =
                List.of(
                        new Read(
                                java.sql.Time.valueOf("08:30:00"),
                                java.sql.Date.valueOf("2024-03-01"),
                                1),
                        new Read(
                                java.sql.Time.valueOf("09:00:00"),
                                java.sql.Date.valueOf("2024-03-02"),
                                2));
        assertThat(Charts.line(rows).x("at").y("v").toString())
                .contains("from 1 at 08:30 to 2 at 09:00");
        assertThat(Charts.line(rows).x("day").y("v").toString())
                .contains("from 1 at 2024-03-01 to 2 at 2024-03-02");
    }

    @Test
    void vegaLiteWritesThemSoToo() {
        assertThat(Charts.line(ROWS).x("clock").y("v").interactive().bundle().data().toString())
                .contains("format=%H:%M:%S");
        assertThat(Charts.line(ROWS).x("month").y("v").interactive().bundle().data().toString())
                .contains("format=%b %Y");
        assertThat(Charts.line(ROWS).x("moment").y("v").interactive().bundle().data().toString())
                .doesNotContain("format=");
    }

    private static String line(String x) {
        return Charts.line(ROWS).x(x).y("v").toString();
    }

    @Test
    void aDensityOfTimesOfDayStaysWithinTheDay() {
        record Seen(LocalTime at) {}
        var rows =
                Stream.of("00:30", "01:00", "12:00", "22:00", "23:30")
                        .map(at -> new Seen(LocalTime.parse(at)))
                        .toList();
        for (var mark : Charts.density(rows).x("at").figure().marks()) {
            if (mark instanceof Mark.Line line) {
                assertThat(line.x().stream().boxed().toList())
                        .hasSizeGreaterThan(50)
                        .allMatch(x -> x >= 0 && x < 86_400_000);
            }
        }
    }
}
