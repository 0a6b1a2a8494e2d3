package himalia.display.chart.draw;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.display.chart.mark.Moments;
import himalia.display.chart.mark.TimeForm;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTicksTest {
    /** The ticks are those of matplotlib 3.11: AutoDateLocator(minticks=3, maxticks=7).tick_values(from, to). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-03-30T16:12|2024-03-30T17:41|2024-03-30T16:15 2024-03-30T16:30 2024-03-30T16:45 2024-03-30T17:00 2024-03-30T17:15 2024-03-30T17:30",
                "2024-03-30T16:12|2024-03-31T22:11|2024-03-30T18:00 2024-03-31T00:00 2024-03-31T06:00 2024-03-31T12:00 2024-03-31T18:00",
                "2023-01-01T00:00|2024-12-30T00:00|2023-01-01T00:00 2023-05-01T00:00 2023-09-01T00:00 2024-01-01T00:00 2024-05-01T00:00 2024-09-01T00:00",
                "2024-01-01T00:00|2024-03-01T00:00|2024-01-01T00:00 2024-01-15T00:00 2024-02-01T00:00 2024-02-15T00:00 2024-03-01T00:00",
                "2024-02-03T00:00|2024-02-12T00:00|2024-02-03T00:00 2024-02-05T00:00 2024-02-07T00:00 2024-02-09T00:00 2024-02-11T00:00",
                "1990-05-01T00:00|2024-05-01T00:00|2000-01-01T00:00 2010-01-01T00:00 2020-01-01T00:00",
                "1800-01-01T00:00|2020-01-01T00:00|1800-01-01T00:00 1840-01-01T00:00 1880-01-01T00:00 1920-01-01T00:00 1960-01-01T00:00 2000-01-01T00:00",
                "2024-02-03T10:00:05|2024-02-03T10:00:50|2024-02-03T10:00:10 2024-02-03T10:00:20 2024-02-03T10:00:30 2024-02-03T10:00:40 2024-02-03T10:00:50",
                "2024-02-03T10:00|2024-02-05T02:00|2024-02-03T12:00 2024-02-04T00:00 2024-02-04T12:00 2024-02-05T00:00",
                "2023-06-15T00:00|2024-02-20T00:00|2023-07-01T00:00 2023-09-01T00:00 2023-11-01T00:00 2024-01-01T00:00",
                "2020-01-01T00:00|2024-06-01T00:00|2020-01-01T00:00 2021-01-01T00:00 2022-01-01T00:00 2023-01-01T00:00 2024-01-01T00:00",
                "2024-01-03T00:00|2024-01-24T00:00|2024-01-05T00:00 2024-01-09T00:00 2024-01-13T00:00 2024-01-17T00:00 2024-01-21T00:00"
            })
    void ticksStandWhereMatplotlibPutsThem(LocalDateTime from, LocalDateTime to, String expected) {
        var found =
                ticks(from, to).values().stream()
                        .map(millis -> Moments.time(millis).toString())
                        .collect(Collectors.joining(" "));
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void whatAllTicksShareIsSaidOnce() {
        var hours = ticks(at("2024-03-30T06:12"), at("2024-03-30T22:11"));
        assertThat(hours.texts()).containsExactly("09:00", "12:00", "15:00", "18:00", "21:00");
        assertThat(hours.context()).isEqualTo("30 Mar 2024");
        var night = ticks(at("2024-03-30T16:12"), at("2024-03-31T22:11"));
        assertThat(night.texts()).containsExactly("18:00", "31 Mar", "06:00", "12:00", "18:00");
        assertThat(night.context()).isEqualTo("2024");
        var months = ticks(at("2023-01-01T00:00"), at("2024-12-30T00:00"));
        assertThat(months.texts()).containsExactly("2023", "May", "Sep", "2024", "May", "Sep");
        assertThat(months.context()).isEmpty();
        var newYear = ticks(at("2023-12-20T00:00"), at("2024-01-20T00:00"));
        assertThat(newYear.context()).isEqualTo("2023 – 2024");
    }

    @Test
    void aMomentOnTheFirstDayOfAllKeepsItsDate() {
        var day = ticks(at("1970-01-01T00:30"), at("1970-01-01T23:30"));
        assertThat(day.context()).isEqualTo("1 Jan 1970");
        assertThat(TimeForm.MOMENT.words(14_400_000)).isEqualTo("1970-01-01 04:00");
        assertThat(TimeForm.CLOCK.words(0)).isEqualTo("00:00");
    }

    @Test
    void monthsAndYearsHaveNoDays() {
        var months = ticks(TimeForm.MONTH, at("2024-01-01T00:00"), at("2024-03-01T00:00"));
        assertThat(months.texts()).containsExactly("2024", "Feb", "Mar");
        assertThat(months.context()).isEmpty();
        var year = ticks(TimeForm.YEAR, at("2023-01-01T00:00"), at("2024-01-01T00:00"));
        assertThat(year.texts()).containsExactly("2023", "2024");
        assertThat(TimeForm.MONTH.words(0)).isEqualTo("1970-01");
        assertThat(TimeForm.YEAR.words(0)).isEqualTo("1970");
    }

    @Test
    void partsOfASecondAndTimesOfDayHaveTicksToo() {
        var parts = ticks(at("2024-03-30T06:12:00"), at("2024-03-30T06:12:01"));
        assertThat(parts.texts()).contains("06:12:00.200").hasSizeBetween(4, 8);
        var clock =
                TimeTicks.of(
                        TimeForm.CLOCK,
                        Moments.millis(LocalTime.of(0, 30)).orElseThrow(),
                        Moments.millis(LocalTime.of(23, 30)).orElseThrow(),
                        7);
        assertThat(clock.texts()).containsExactly("04:00", "08:00", "12:00", "16:00", "20:00");
        assertThat(clock.context()).isEmpty();
    }

    private static LocalDateTime at(String time) {
        return LocalDateTime.parse(time);
    }

    private static Ticks ticks(LocalDateTime from, LocalDateTime to) {
        return ticks(TimeForm.MOMENT, from, to);
    }

    private static Ticks ticks(TimeForm form, LocalDateTime from, LocalDateTime to) {
        return TimeTicks.of(
                form, Moments.millis(from).orElseThrow(), Moments.millis(to).orElseThrow(), 7);
    }
}
