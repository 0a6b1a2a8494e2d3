package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.table.RowFilter.Comparison;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;

class RowFilterTest {
    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);
    private static final Table TABLE =
            Table.create(
                    DoubleColumn.create("x", 1.5, -0.0, Double.NaN, 3),
                    LongColumn.create("id", 9007199254740993L, 9007199254740992L, 5, 7),
                    LongColumn.create("big", 1234567890123456789L, 1234567890123456790L, 1, 2),
                    FloatColumn.create("f", 0.1f, 2.5f, 3f, 4f),
                    StringColumn.create("city", "Oslo", "Tromsø", "", "oslo east"),
                    BooleanColumn.create("open", true, false, true, true),
                    DateColumn.create("day", DAY, DAY.plusDays(1), null, DAY),
                    TimeColumn.create(
                            "time", LocalTime.NOON, LocalTime.of(9, 5), null, LocalTime.MIN),
                    DateTimeColumn.create(
                            "at",
                            DAY.atStartOfDay(),
                            DAY.atTime(9, 30),
                            null,
                            DAY.plusDays(1).atStartOfDay()),
                    InstantColumn.create(
                            "sent",
                            Instant.EPOCH,
                            Instant.ofEpochSecond(60),
                            null,
                            Instant.ofEpochSecond(-1)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x | = | 1.5 | 0",
                "x | = | 0 | 1",
                "x | ≠ | 1.5 | 1 3",
                "x | > | 1 | 0 3",
                "x | ≤ | 1.5 | 0 1",
                "x | contains | .5 | 0",
                "x | is missing | | 2",
                "x | is not missing | ignored | 0 1 3",
                "id | = | 9007199254740993 | 0",
                "id | < | 6.5 | 2",
                "id | = | 9007199254740992.5 | ",
                "id | ≥ | 9007199254740992.5 | 0",
                "big | = | 1234567890123456789 | 0",
                "f | = | 0.1 | 0",
                "f | > | 0.1 | 1 2 3",
                "city | contains | OSLO | 0 3",
                "city | = | Oslo | 0",
                "city | > | U | 3",
                "city | is missing | | 2",
                "open | = | TRUE | 0 2 3",
                "day | > | 2024-02-29 | 1",
                "day | contains | 2024-02 | 0 3",
                "time | < | 09:30 | 1 3",
                "at | ≥ | 2024-02-29 09:30 | 1 3",
                "at | < | 2024-03-01 | 0 1",
                "sent | ≤ | 1970-01-01T00:00:00Z | 0 3",
            })
    void rowsFitWhatWasTyped(String column, String sign, String typed, String rows) {
        assertThat(rows(column, sign, typed == null ? "" : typed))
                .isEqualTo(rows == null ? "" : rows);
    }

    private static String rows(String column, String sign, String typed) {
        var comparison =
                Arrays.stream(Comparison.values())
                        .filter(each -> each.toString().equals(sign))
                        .findFirst()
                        .orElseThrow();
        var passes = RowFilter.of(TABLE.column(column), comparison, typed);
        return IntStream.range(0, TABLE.rowCount())
                .filter(passes)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" "));
    }

    @Test
    void aValueOfAnotherKindIsNamed() {
        assertThatThrownBy(() -> rows("x", ">", "many"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("column 'x' holds numbers; 'many' is none (3.5 is)");
        assertThatThrownBy(() -> rows("day", "=", "29.2.2024"))
                .hasMessage("column 'day' holds dates; '29.2.2024' is none (2026-11-27 is)");
        assertThatThrownBy(() -> rows("open", "=", "yes"))
                .hasMessageContaining("'yes' is none (true or false is)");
    }
}
