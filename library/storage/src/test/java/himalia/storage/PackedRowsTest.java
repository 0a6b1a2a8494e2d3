package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A large table that is kept comes back from SQL with the same bits, in the same order: packing is chosen by what the values look like. */
class PackedRowsTest {
    /** More than DuckDB packs at once, and no multiple of anything. */
    private static final int ROWS = 123_457;

    private static final List<Double> ODD =
            List.of(
                    -0.0,
                    0.0,
                    Double.NaN,
                    Double.POSITIVE_INFINITY,
                    Double.NEGATIVE_INFINITY,
                    Double.MIN_VALUE,
                    Double.MAX_VALUE,
                    0.1 + 0.2,
                    1e15 + 0.3);

    /**
     * @param share how many of a hundred values are odd, or missing; 100 leaves no pattern at all
     */
    private static Table table(int share) {
        var random = new SplittableRandom(share);
        var table = Table.create("t");
        var doubles = DoubleColumn.create("d");
        var longs = LongColumn.create("l");
        var ints = IntColumn.create("i");
        var flags = BooleanColumn.create("b");
        var texts = StringColumn.create("s");
        var days = DateColumn.create("day");
        var moments = DateTimeColumn.create("moment");
        var instants = InstantColumn.create("instant");
        for (int row = 0; row < ROWS; row++) {
            boolean odd = random.nextInt(100) < share;
            boolean missing = odd && random.nextInt(3) == 0;
            double real = odd ? ODD.get(random.nextInt(ODD.size())) : row % 977 / 100.0;
            doubles.append(share == 100 ? Double.longBitsToDouble(random.nextLong()) : real);
            if (missing) {
                longs.appendMissing();
                ints.appendMissing();
                flags.appendMissing();
                texts.appendMissing();
                days.appendMissing();
                moments.appendMissing();
                instants.appendMissing();
                continue;
            }
            longs.append(odd ? random.nextLong() | 1 : row);
            ints.append(odd ? random.nextInt() | 1 : row / 1_000);
            flags.append(odd || row % 2 == 0);
            texts.append(odd ? "ä€😀 \t\n'" + random.nextInt(5_000) : "m" + row % 100);
            days.append(
                    LocalDate.EPOCH.plusDays(odd ? random.nextInt(-700_000, 900_000) : row % 30));
            moments.append(
                    LocalDateTime.of(2026, 1, 1, 0, 0).plusSeconds(odd ? random.nextInt() : row));
            instants.append(
                    Instant.ofEpochMilli(odd ? random.nextInt() * 1_000L + 1 : row * 1_000L));
        }
        return table.addColumns(doubles, longs, ints, flags, texts, days, moments, instants);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, 100})
    void everyBitComesBack(int share) {
        var table = table(share);
        try (var sql = Sql.open()) {
            var back = sql.with("t", table).query("FROM t");
            assertThat(
                            sql.query(
                                            "SELECT count(*) AS n FROM duckdb_tables() WHERE starts_with(database_name, 'kept rows')")
                                    .longColumn("n")
                                    .get(0))
                    .isOne();
            assertThat(back.columnNames()).isEqualTo(table.columnNames());
            for (var name : table.columnNames()) {
                var expected = table.column(name);
                var got = back.column(name);
                for (int row = 0; row < ROWS; row++) {
                    if (!Objects.equals(expected.get(row), got.get(row))) {
                        assertThat(got.get(row))
                                .as("%s, row %d", name, row)
                                .isEqualTo(expected.get(row));
                    }
                }
            }
        }
    }
}
