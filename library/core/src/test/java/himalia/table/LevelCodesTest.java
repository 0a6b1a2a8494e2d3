package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/** Against each cell asked by itself. */
class LevelCodesTest {
    private static int[] codes(LevelCodes codes) {
        return IntStream.range(0, codes.size()).map(codes::code).toArray();
    }

    private static void assertSame(Column<?> column) {
        var codes = LevelCodes.of(column);
        for (var row = 0; row < column.size(); row++) {
            var level = codes.code(row);
            assertThat(level == LevelCodes.MISSING).isEqualTo(Tables.isMissing(column, row));
            if (level != LevelCodes.MISSING) {
                assertThat(codes.levels().get(level)).isEqualTo(Tables.level(column, row));
            }
        }
        assertThat(codes.countPresent()).isEqualTo(column.size() - Tables.countMissing(column));
    }

    @Test
    void levelsStandInTheOrderOfTheirFirstRows() {
        var codes = LevelCodes.of(StringColumn.create("c", "b", "", "a", "b"));

        assertThat(codes.levels()).containsExactly("b", "a");
        assertThat(codes(codes)).containsExactly(0, LevelCodes.MISSING, 1, 0);
        assertThat(codes.hasMissing()).isTrue();
        assertThat(codes.counts()).containsExactly(2, 1);
        assertThat(codes.firstRow(1)).isEqualTo(2);
        assertThat(codes.numbers(new int[] {7, 8}, 9)).containsExactly(7, 9, 8, 7);
    }

    @Test
    void everyKindOfColumnHasTheLevelsOfItsCells() {
        assertSame(DoubleColumn.create("c", 0.0, -0.0, Double.NaN, 2.5, 1e300, 2.5));
        assertSame(LongColumn.create("c", 9_007_199_254_740_993L, 9_007_199_254_740_992L, 0));
        assertSame(BooleanColumn.create("c", new Boolean[] {true, null, false, true}));
        var day = LocalDate.of(2026, 11, 28);
        assertSame(DateColumn.create("c", day, null, day.plusDays(1), day));
        var texts = StringColumn.create("c", "x", "y", "x");
        // Tablesaw takes it for one that is there.
        assertSame(texts.set(1, ""));
    }

    @Test
    void bothZerosAreOneLevel() {
        assertThat(LevelCodes.of(DoubleColumn.create("c", -0.0, 0.0)).levels())
                .containsExactly("0");
    }

    @Test
    void aColumnOfMoreLevelsThanAreAskedForIsNotRead() {
        var texts = StringColumn.create("c", "b", "", "a", "b");
        var day = LocalDate.of(2026, 11, 28);
        var days = DateColumn.create("c", day, null, day.plusDays(1));

        assertThat(LevelCodes.few(texts, 2).map(LevelCodes::levels)).hasValue(List.of("b", "a"));
        assertThat(LevelCodes.few(texts, 1)).isEmpty();
        assertThat(LevelCodes.few(days, 2).map(LevelCodes::hasMissing)).hasValue(true);
        assertThat(LevelCodes.few(days, 1)).isEmpty();
    }
}
