package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;

class DoubleColumnsTest {
    @Test
    void eachColumnHasItsOwnNumbersThoughOneArrayIsFilledAgainAndAgain() {
        for (var rows : new int[] {0, 3, 30_000}) {
            var names = IntStream.range(0, 7).mapToObj(i -> "c" + i).toList();

            var made = DoubleColumns.of(names, rows, (i, numbers) -> Arrays.fill(numbers, i));

            assertThat(made).extracting(DoubleColumn::name).isEqualTo(names);
            for (var i = 0; i < made.size(); i++) {
                var all = new double[rows];
                Arrays.fill(all, i);
                assertThat(made.get(i).asDoubleArray()).isEqualTo(all);
            }
        }
    }

    @Test
    void noNamesAreNoColumns() {
        assertThat(DoubleColumns.of(List.of(), 3, (i, numbers) -> {})).isEmpty();
    }
}
