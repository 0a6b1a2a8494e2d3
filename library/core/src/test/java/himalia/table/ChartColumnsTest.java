package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.display.chart.Charts;
import himalia.display.chart.mark.Mark;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;

class ChartColumnsTest {
    private static Table weather() {
        return Table.create(
                "weather",
                DateColumn.create(
                        "date",
                        LocalDate.of(2024, 1, 3),
                        LocalDate.of(2024, 1, 1),
                        LocalDate.of(2024, 2, 1)),
                StringColumn.create("city", "Oslo", "Rome", "Oslo"),
                DoubleColumn.create("temp", 1, 12, 2),
                IntColumn.create("rain", 0, 3, 5),
                BooleanColumn.create("wet", false, true, true));
    }

    @Test
    void aTableIsDrawnByTheNamesOfItsColumns() {
        assertThat(Charts.line(weather()).x("date").y("temp").by("city").text())
                .isEqualTo(
                        "line chart · temp by date\n"
                                + "  Oslo: 2 points, from 1 at 2024-01-03 to 2 at 2024-02-01, between 1 and 2\n"
                                + "  Rome: 1 point, from 12 at 2024-01-01 to 12 at 2024-01-01, between 12 and 12");
        assertThat(Charts.bar(weather()).x("date", ChronoUnit.MONTHS).y("rain").sum().text())
                .isEqualTo("bar chart · sum of rain by date\n  sum of rain: 2024-01 3, 2024-02 5");
        assertThat(Charts.bar(weather()).x("wet").text())
                .isEqualTo("bar chart · rows by wet\n  rows: false 1, true 2");
    }

    @Test
    void aColumnThatIsNotThereIsAnsweredAsByTheTable() {
        assertThatThrownBy(() -> Charts.line(weather()).x("dat"))
                .hasMessage(
                        "no column 'dat' in table 'weather'; did you mean 'date'? There are: date,"
                                + " city, temp, rain, wet");
        assertThatThrownBy(() -> Charts.scatter(weather()).y("city"))
                .hasMessage("column 'city' holds text; the y of a point needs numbers");
    }

    @Test
    void whatACellLacksIsAGapOrANameOfItsOwn() {
        var table = weather();
        table.column("temp").appendMissing();
        table.column("city").appendMissing();
        table.column("date").appendMissing();
        table.column("rain").appendMissing();
        table.column("wet").appendMissing();
        var points =
                (Mark.Points) Charts.scatter(table).x("rain").y("temp").figure().marks().get(0);
        assertThat(points.x().at(3)).isNaN();
        assertThat(Charts.bar(table).x("city").figure().x().categories())
                .containsExactly("Oslo", "Rome", "missing");
        assertThat(Charts.bar(table).x("wet").figure().x().categories())
                .containsExactly("false", "true", "missing");
    }

    @Test
    void everyKindOfTimeLiesOnAnAxisOfTime() {
        var table =
                Table.create(
                        DateTimeColumn.create("local", LocalDateTime.of(2024, 3, 1, 14, 30)),
                        InstantColumn.create("instant", Instant.parse("2024-03-01T14:30:00Z")),
                        TimeColumn.create("clock", LocalTime.of(14, 30)),
                        DoubleColumn.create("n", 1.0));
        assertThat(Charts.line(table).x("local").y("n").text()).contains("1 at 2024-03-01 14:30");
        assertThat(Charts.line(table).x("instant").y("n").text()).contains("1 at 2024-03-01 14:30");
        assertThat(Charts.line(table).x("clock").y("n").text()).contains("1 at 14:30");
    }

    @Test
    void keysHaveTheirOwnDigits() {
        var table =
                Table.create(
                        LongColumn.create("key", 9007199254740993L, 9007199254740992L),
                        FloatColumn.create("share", 0.1f, 0.2f));
        assertThat(Charts.bar(table).x("key").text())
                .contains("9007199254740992 1, 9007199254740993 1");
        assertThat(Charts.bar(table).x("share").text()).contains("0.1 1, 0.2 1");
        assertThat(Charts.scatter(table.emptyCopy()).x("key").y("key").text())
                .contains("no points");
    }

    @Test
    void aTableWithoutRowsIsAChartWithoutData() {
        assertThat(Charts.line(weather().emptyCopy()).x("date").y("temp").text())
                .isEqualTo("line chart · temp by date\n  temp: no points");
        assertThat(Charts.bar(weather().emptyCopy()).x("city").y("temp").mean().svg())
                .contains(">no data<");
    }
}
