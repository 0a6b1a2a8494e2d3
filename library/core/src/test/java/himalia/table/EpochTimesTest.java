package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.DecimalFormat;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;

/** Numbers that count from 1970 as points in time. What is expected is of pandas: {@code pd.to_datetime(…, unit=…, utc=True)}. */
class EpochTimesTest {
    private static final Instant AT = Instant.parse("2024-03-31T00:30:00.123Z");

    @Test
    void numbersOfEachUnitAreTheSameTime() {
        var millis = LongColumn.create("at", 1711845000123L, 0);
        millis.appendMissing();

        var times = Columns.toInstant(millis, ChronoUnit.MILLIS);

        assertThat(times.name()).isEqualTo("at");
        assertThat(times.asList()).containsExactly(AT, Instant.EPOCH, null);
        assertThat(first(LongColumn.create("at", 1711845000123999L), ChronoUnit.MICROS))
                .isEqualTo(AT);
        assertThat(first(LongColumn.create("at", 1711845000123999999L), ChronoUnit.NANOS))
                .isEqualTo(AT);
        assertThat(first(IntColumn.create("at", new int[] {1711845000}), ChronoUnit.SECONDS))
                .isEqualTo("2024-03-31T00:30:00Z");
        assertThat(first(IntColumn.create("at", new int[] {-1}), ChronoUnit.DAYS))
                .isEqualTo("1969-12-31T00:00:00Z");
        assertThat(first(LongColumn.create("at", -1L), ChronoUnit.MICROS))
                .isEqualTo("1969-12-31T23:59:59.999Z");
    }

    @Test
    void realNumbersKeepTheirMillisecond() {
        var seconds = DoubleColumn.create("at", 1711845000.123, Double.NaN, -0.0015);

        assertThat(Columns.toInstant(seconds, ChronoUnit.SECONDS).asList())
                .containsExactly(AT, null, Instant.parse("1969-12-31T23:59:59.998Z"));
        assertThat(first(DoubleColumn.create("at", 1711845000123.0), ChronoUnit.MILLIS))
                .isEqualTo(AT);
    }

    @Test
    void wholeRealNumbersAreCutAsWholeNumbersAre() {
        for (long nanos : new long[] {-1, -1_000_001, 999_999, 1711845000123999744L}) {
            assertThat(first(DoubleColumn.create("at", (double) nanos), ChronoUnit.NANOS))
                    .isEqualTo(first(LongColumn.create("at", nanos), ChronoUnit.NANOS));
        }
        assertThat(first(DoubleColumn.create("at", -1.0), ChronoUnit.NANOS))
                .isEqualTo("1969-12-31T23:59:59.999Z");
        assertThat(first(DoubleColumn.create("at", 1711845000123999744.0), ChronoUnit.NANOS))
                .isEqualTo(AT);
        assertThat(first(DoubleColumn.create("at", 999.6), ChronoUnit.MICROS))
                .isEqualTo(Instant.EPOCH);
    }

    /** Of pandas' {@code to_datetime(…, unit="ms").floor("ms")}: what is behind the point is rounded to nanoseconds, and cut. */
    @Test
    void partsOfAMillisecondAreCut() {
        assertThat(
                        Columns.toInstant(
                                        DoubleColumn.create(
                                                "at",
                                                0.9996,
                                                0.9999995,
                                                0.9999996,
                                                -0.0004,
                                                -1.0005,
                                                -1.0000000001,
                                                1711845000123.9998),
                                        ChronoUnit.MILLIS)
                                .asList()
                                .stream()
                                .map(Instant::toEpochMilli))
                .containsExactly(0L, 1L, 1L, -1L, -2L, -1L, 1711845000123L);
    }

    @Test
    void weeksAreCountedToo() {
        assertThat(first(LongColumn.create("at", 2L), ChronoUnit.WEEKS))
                .isEqualTo("1970-01-15T00:00:00Z");
        assertThat(first(DoubleColumn.create("at", -0.5), ChronoUnit.WEEKS))
                .isEqualTo("1969-12-28T12:00:00Z");
        assertThatThrownBy(() -> first(LongColumn.create("at", Long.MAX_VALUE), ChronoUnit.WEEKS))
                .hasMessageContaining("in weeks from 1970 is in no year");
    }

    @Test
    void anotherUnitIsToldByItsYears() {
        var millis = LongColumn.create("at", 0, 1711845000123L);
        millis.setPrintFormatter(new DecimalFormat("0.0E0"), "");

        assertThatThrownBy(() -> Columns.toInstant(millis, ChronoUnit.SECONDS))
                .hasMessage(
                        "column 'at' holds 1711845000123 in row 1, which in seconds from 1970 is in no year from 1 to 9999; name the unit that it counts, such as ChronoUnit.MILLIS");
        for (double far : new double[] {1e300, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(
                            () ->
                                    Columns.toInstant(
                                            DoubleColumn.create("at", far), ChronoUnit.NANOS))
                    .hasMessageStartingWith(
                            "column 'at' holds " + far + " in row 0, which in nanos");
        }
        assertThatThrownBy(
                        () ->
                                Columns.toInstant(
                                        LongColumn.create("at", Long.MIN_VALUE + 1),
                                        ChronoUnit.DAYS))
                .hasMessageContaining("is in no year");
        assertThatThrownBy(() -> Columns.toInstant(millis, ChronoUnit.MONTHS))
                .hasMessage(
                        "unit MONTHS is not as long each time; take WEEKS or a shorter one, such as ChronoUnit.MILLIS");
    }

    private static Instant first(NumericColumn<?> column, ChronoUnit unit) {
        return Columns.toInstant(column, unit).get(0);
    }
}
