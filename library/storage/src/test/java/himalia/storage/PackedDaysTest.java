package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tech.tablesaw.columns.dates.PackedLocalDate;
import tech.tablesaw.columns.datetimes.PackedLocalDateTime;

/** Days are packed as Tablesaw packs them. */
class PackedDaysTest {
    @Test
    void everyDayIsTablesaws() {
        long last = LocalDate.of(9999, 12, 31).toEpochDay();
        for (long day = LocalDate.of(1, 1, 1).toEpochDay(); day <= last; day++) {
            int packed = PackedDays.of(day);
            if (packed != PackedLocalDate.pack(LocalDate.ofEpochDay(day))
                    || PackedDays.epochDay(packed) != day) {
                assertThat(packed).as(LocalDate.ofEpochDay(day).toString()).isNegative();
            }
        }
        assertThat(PackedDays.holds(last)).isTrue();
        assertThat(PackedDays.holds(last + 1)).isFalse();
    }

    @Test
    void momentsAndDaysBeforeChristAreTablesawsToo() {
        var random = new Random(3);
        for (int i = 0; i < 100_000; i++) {
            var time =
                    LocalDate.of(random.nextInt(65_000) - 32_500, 1, 1)
                            .plusDays(random.nextInt(366))
                            .atStartOfDay()
                            .plusSeconds(random.nextInt(86_400))
                            .plusNanos(random.nextInt(1_000) * 1_000_000L);
            assertThat(PackedDays.epochMillis(PackedLocalDateTime.pack(time)))
                    .as(time.toString())
                    .isEqualTo(time.toInstant(ZoneOffset.UTC).toEpochMilli());
        }
    }
}
