package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TextTimesTest {
    private static StringColumn texts(String... values) {
        return StringColumn.create("at", values);
    }

    @Test
    void textsBecomeTimesAsFloorOfPandasCutsThem() {
        var times =
                Columns.toDatetime(
                        texts(
                                "2024-01-01 10:11:12.123999999",
                                "",
                                "2024-01-01T10:11",
                                "2024-01-02",
                                "1969-12-31T23:59:59.999999"));
        assertThat(times.asList())
                .containsExactly(
                        LocalDateTime.parse("2024-01-01T10:11:12.123"),
                        null,
                        LocalDateTime.parse("2024-01-01T10:11"),
                        LocalDateTime.parse("2024-01-02T00:00"),
                        LocalDateTime.parse("1969-12-31T23:59:59.999"));
    }

    @Test
    void textsWithAZoneBecomePointsInTime() {
        var times =
                Columns.toInstant(
                        texts(
                                "2024-01-01T10:11:12.123456789Z",
                                "2024-01-01 11:11:12.123456+01:00",
                                "2024-01-01 12:11:12.123456+02",
                                ""));
        var instant = Instant.parse("2024-01-01T10:11:12.123Z");
        assertThat(times.asList()).containsExactly(instant, instant, instant, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-30",
                "2024-04-31 10:00",
                "2024-01-31T24:00",
                "2024-01-0110:11",
                "2024-01-01T 10:11",
                "2024-01-01T"
            })
    void aDayOrATimeThatThereIsNotIsRefused(String text) {
        assertThatThrownBy(() -> Columns.toDatetime(texts(text)))
                .hasMessageStartingWith(
                        "column 'at' holds " + text + " in row 0, which is no time");
    }

    @Test
    void whatIsNoSuchTimeIsNamedWithItsRow() {
        assertThatThrownBy(() -> Columns.toDatetime(texts("2024-01-01", "soon")))
                .hasMessage(
                        "column 'at' holds soon in row 1, which is no time such as 2024-01-31T10:11:12.123456");
        assertThatThrownBy(() -> Columns.toDatetime(texts("2024-01-01T00:00:00Z")))
                .hasMessageEndingWith("which has a zone: Columns.toInstant reads such times");
        assertThatThrownBy(() -> Columns.toInstant(texts("2024-01-01T00:00:00")))
                .hasMessageEndingWith("which has no zone: Columns.toDatetime reads such times");
        assertThatThrownBy(
                        () ->
                                Resample.of(
                                        Table.create("t", texts("2024-01-01")),
                                        "at",
                                        ChronoUnit.DAYS))
                .hasMessageEndingWith(": Columns.toDatetime reads texts as such");
    }
}
