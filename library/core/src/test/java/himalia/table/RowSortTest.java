package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/** Random columns of each type, in the order in which a stable sort of their values puts them. */
class RowSortTest {
    private static final int ROWS = 3000;
    private static final Random RANDOM = new Random(20261127);

    static Stream<Column<?>> columns() {
        return Stream.of(
                filled(DoubleColumn.create("few"), () -> RANDOM.nextInt(9) / 4.0 - 1),
                filled(DoubleColumn.create("many"), () -> RANDOM.nextGaussian() * 1e6),
                filled(
                        DoubleColumn.create("all"),
                        () -> {
                            double any = Double.longBitsToDouble(RANDOM.nextLong());
                            return Double.isNaN(any) ? -0.5 : any;
                        }),
                filled(
                        DoubleColumn.create("close"),
                        () -> 1 + RANDOM.nextInt(4) * 0x1p-52 + RANDOM.nextInt(2) * 1e300),
                filled(FloatColumn.create("floats"), () -> RANDOM.nextFloat() - 0.5f),
                filled(LongColumn.create("longs"), RANDOM::nextLong),
                filled(
                        LongColumn.create("extremes"),
                        () -> Long.MAX_VALUE - RANDOM.nextInt(3) - RANDOM.nextInt(2) * -2L),
                filled(IntColumn.create("ints"), () -> RANDOM.nextInt(200) - 100),
                filled(ShortColumn.create("shorts"), () -> (short) RANDOM.nextInt(200)),
                filled(BooleanColumn.create("flags"), RANDOM::nextBoolean),
                filled(StringColumn.create("texts"), () -> "t" + RANDOM.nextInt(700)),
                filled(DateColumn.create("dates"), () -> LocalDate.ofEpochDay(day())),
                filled(
                        TimeColumn.create("times"),
                        () -> LocalTime.ofSecondOfDay(RANDOM.nextInt(86_400))),
                filled(
                        DateTimeColumn.create("dateTimes"),
                        () -> LocalDate.ofEpochDay(day()).atTime(RANDOM.nextInt(24), 5)),
                filled(
                        InstantColumn.create("instants"),
                        () -> Instant.ofEpochMilli(RANDOM.nextLong() >> 24)));
    }

    private static int day() {
        return RANDOM.nextInt(40_000) - 10_000;
    }

    private static <T> Column<T> filled(Column<T> column, Supplier<T> values) {
        for (int i = 0; i < ROWS; i++) {
            if (RANDOM.nextInt(10) == 0) {
                column.appendMissing();
            } else {
                column.append(values.get());
            }
        }
        return column;
    }

    @ParameterizedTest
    @MethodSource("columns")
    void rowsStandAsAStableSortOfTheirValuesPutsThem(Column<?> column) {
        var rows = RANDOM.ints(ROWS / 2, 0, ROWS).toArray();
        assertThat(RowSort.sorted(rows, column, false)).isEqualTo(expected(rows, column, false));
        assertThat(RowSort.sorted(rows, column, true)).isEqualTo(expected(rows, column, true));
    }

    @SuppressWarnings("unchecked")
    private static int[] expected(int[] rows, Column<?> column, boolean descending) {
        Comparator<Integer> byValue =
                Comparator.comparing(row -> (Comparable<Object>) column.get(row));
        Comparator<Integer> missingLast =
                Comparator.comparing((Integer row) -> column.isMissing(row))
                        .thenComparing(
                                (one, other) ->
                                        column.isMissing(one) || column.isMissing(other)
                                                ? 0
                                                : byValue.compare(one, other)
                                                        * (descending ? -1 : 1));
        return Arrays.stream(rows).boxed().sorted(missingLast).mapToInt(row -> row).toArray();
    }

    @Test
    void bothZerosAreOne() {
        var column = DoubleColumn.create("x", 0.0, -0.0, 0.0, -1.0);
        assertThat(RowSort.sorted(IntStream.range(0, 4).toArray(), column, false))
                .containsExactly(3, 0, 1, 2);
    }

    @Test
    void nothingAndOneRowAndAllMissingAreInOrder() {
        var column = DoubleColumn.create("x", Double.NaN, 1.0, Double.NaN);
        assertThat(RowSort.sorted(new int[0], column, false)).isEmpty();
        assertThat(RowSort.sorted(new int[] {1}, column, true)).containsExactly(1);
        assertThat(RowSort.sorted(new int[] {2, 0}, column, true)).containsExactly(2, 0);
        var texts = StringColumn.create("t", List.of("b", "", "a"));
        assertThat(RowSort.sorted(new int[] {0, 1, 2}, texts, true)).containsExactly(0, 2, 1);
    }
}
