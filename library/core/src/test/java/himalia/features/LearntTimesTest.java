package himalia.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/** What DateParts says of columns that are no dates or times, or other ones than it has learnt. */
class LearntTimesTest {
    private static final Instant AT = Instant.parse("2024-03-31T00:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "1711845000, SECONDS",
        "1711845000000, MILLIS",
        "1711845000000000, MICROS",
        "1711845000000000000, NANOS"
    })
    void numbersThatCountFrom1970AreReadBefore(long number, String unit) {
        var visits = Table.create(LongColumn.create("when", number));
        var read = reads("%1$s", "numberColumn(\"when\"), ChronoUnit." + unit);

        assertThatThrownBy(() -> new DateParts("when").fit(visits))
                .hasMessage(
                        "column 'when' holds whole numbers, and DateParts takes dates and times; if these numbers count from 1970, read them before: "
                                + read.formatted("train"));
        assertThatThrownBy(() -> parts(InstantColumn.create("when", AT)).apply(visits))
                .hasMessage(
                        "column 'when' holds whole numbers, and DateParts has learnt it as points in time with a zone; if these numbers count from 1970, read it so: "
                                + read.formatted("test"));
        var times =
                himalia.table.Columns.toInstant(
                        visits.numberColumn("when"), ChronoUnit.valueOf(unit));
        assertThat(times.get(0)).isEqualTo(AT);
    }

    /** Years, days and numbers such as 20240131 are no seconds that anybody counts from 1970. */
    @ParameterizedTest
    @ValueSource(longs = {2024, 19_813, 20_240_131})
    void theUnitOfSmallNumbersIsNotGuessed(long number) {
        assertThatThrownBy(
                        () ->
                                new DateParts("when")
                                        .fit(Table.create(LongColumn.create("when", number))))
                .hasMessageEndingWith(
                        "if these numbers count from 1970, read them before: "
                                + reads("%1$s", "numberColumn(\"when\"), ChronoUnit.…")
                                        .formatted("train"));
    }

    @Test
    void textsAreReadAsWhatWasLearnt() {
        var texts = Table.create(StringColumn.create("when", "2024-03-31"));
        var day = LocalDate.of(2024, 3, 31);

        refuses(
                DateTimeColumn.create("when", day.atStartOfDay()),
                texts,
                "text, and DateParts has learnt it as points in time without a zone; read it so: Columns.assign(test, \"when\", Columns.toDatetime(test.stringColumn(\"when\")))");
        refuses(
                DateColumn.create("when", day),
                texts,
                "text, and DateParts has learnt it as dates; read it so: Columns.assign(test, \"when\", Columns.toDatetime(test.stringColumn(\"when\")).date())");
        var read = himalia.table.Columns.toDatetime(texts.stringColumn("when")).date();
        assertThat(read.get(0)).isEqualTo(day);
        refuses(
                TimeColumn.create("when", LocalTime.NOON),
                texts,
                "text, and DateParts has learnt it as times of day; read both tables alike");
    }

    @Test
    void timesOfAnotherKindAreTold() {
        var local = DateTimeColumn.create("when", LocalDateTime.of(2024, 3, 31, 0, 30));

        refuses(
                InstantColumn.create("when", AT),
                Table.create(local),
                "points in time without a zone, and DateParts has learnt it as points in time with a zone; read both tables alike");
        refuses(
                local,
                Table.create(LongColumn.create("when", 1L)),
                "whole numbers, and DateParts has learnt it as points in time without a zone; read both tables alike");
    }

    private static String reads(String table, String what) {
        return "Columns.assign(%1$s, \"when\", Columns.toInstant(%1$s.%2$s))"
                .formatted(table, what);
    }

    private static FittedStep parts(Column<?> learnt) {
        return new DateParts(List.of("when")).fit(Table.create(learnt));
    }

    private static void refuses(Column<?> learnt, Table given, String message) {
        var parts = parts(learnt);

        assertThatThrownBy(() -> parts.apply(given)).hasMessage("column 'when' holds " + message);
    }
}
