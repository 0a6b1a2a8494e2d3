package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.display.chart.Charts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What an optional holds is a value of a table, and an empty one a missing value. */
class OptionalValuesTest {
    record Visit(OptionalInt age, OptionalLong id, OptionalDouble temp, Optional<String> city) {}

    private static final List<Visit> VISITS =
            List.of(
                    new Visit(
                            OptionalInt.of(3),
                            OptionalLong.of(4),
                            OptionalDouble.of(2.5),
                            Optional.of("Oslo")),
                    new Visit(
                            OptionalInt.empty(),
                            OptionalLong.empty(),
                            OptionalDouble.empty(),
                            Optional.empty()));

    @Test
    void optionalNumbersAreNumbersWithMissingOnes() {
        var table = Tables.of(VISITS);
        assertThat(table.types())
                .containsExactly(
                        ColumnType.INTEGER, ColumnType.LONG, ColumnType.DOUBLE, ColumnType.STRING);
        assertThat(table.intColumn("age").get(0)).isEqualTo(3);
        for (var column : table.columns()) {
            assertThat(column.isMissing(0)).isFalse();
            assertThat(column.isMissing(1)).isTrue();
        }
        assertThat(Tables.of(VISITS.subList(1, 2)).types()).isEqualTo(table.types());
        assertThat(Tables.records(table, Visit.class)).isEqualTo(VISITS);
    }

    @Test
    void chartsTakeThemForNumbers() {
        assertThat(Charts.scatter(VISITS).x("age").y("temp").text()).contains("1 point");
    }

    @Test
    void aValueOfAnotherKindFillsNoColumnWithoutGapsEither() {
        var whole =
                Table.create(IntColumn.create("age", 1, 2), StringColumn.create("city", "a", "b"));
        assertThatThrownBy(() -> Tables.fillMissing(whole, "age", "none"))
                .hasMessage(
                        "column 'age' holds whole numbers, and the value none is text; give it one of its own kind");
        assertThatThrownBy(() -> Tables.fillMissing(whole, "city", 3))
                .hasMessageContaining("column 'city' holds text");
        assertThat(Tables.fillMissing(whole, "age", 2.5).intColumn("age").asList())
                .containsExactly(1, 2);
    }
}
