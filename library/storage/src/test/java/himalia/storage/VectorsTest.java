package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A table that goes through Arrow's vectors comes back, in columns that Tablesaw makes itself. */
class VectorsTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2024, 2, 29, 12, 0);

    @Test
    void whatGoesThroughVectorsComesBack() throws Exception {
        for (int rows : new int[] {0, 1, 7, 8, 9, 1_000, 70_000, 150_001}) {
            var table = table(rows, rows);
            try (var batches = ArrowBatches.of(table)) {
                var back = TableBuilder.read(batches.reader(), "t");
                assertThat(back.rowCount()).isEqualTo(rows);
                for (int i = 0; i < table.columnCount(); i++) {
                    assertThat(back.column(i).type()).isEqualTo(table.column(i).type());
                    assertThat(back.column(i).asObjectArray())
                            .isEqualTo(table.column(i).asObjectArray());
                    assertThat(back.column(i).countMissing())
                            .isEqualTo(table.column(i).countMissing());
                    assertThat(back.column(i).countUnique())
                            .isEqualTo(table.column(i).countUnique());
                }
            }
        }
    }

    private static Table table(int rows, long seed) {
        var random = new Random(seed);
        var ints = IntColumn.create("ints");
        var longs = LongColumn.create("longs");
        var reals = DoubleColumn.create("reals");
        var truths = BooleanColumn.create("truths");
        var days = DateColumn.create("days");
        var times = DateTimeColumn.create("times");
        var instants = InstantColumn.create("instants");
        var few = StringColumn.create("few");
        var many = StringColumn.create("many");
        for (int row = 0; row < rows; row++) {
            var time =
                    NOON.plusNanos(random.nextInt() * 1_000_000L).plusDays(random.nextInt(90_000));
            boolean isThere = random.nextInt(5) > 0;
            ints.append(isThere ? random.nextInt() : Integer.MIN_VALUE);
            longs.append(isThere ? random.nextLong() : Long.MIN_VALUE);
            reals.append(isThere ? random.nextGaussian() : Double.NaN);
            truths.append(isThere ? (Boolean) random.nextBoolean() : null);
            days.append(isThere ? LocalDate.from(time) : null);
            times.append(isThere ? time : null);
            instants.append(isThere ? time.toInstant(ZoneOffset.UTC) : null);
            few.append(isThere ? "grün " + random.nextInt(9) : "");
            many.append(isThere ? "東京 " + random.nextInt() : "");
        }
        return Table.create("t", ints, longs, reals, truths, days, times, instants, few, many);
    }
}
