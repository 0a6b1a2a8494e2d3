package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows by their codes. */
class RowsByCodeTest {
    @Test
    void eachCodeHasItsRowsInOrder() {
        var codes = new Random(42).ints(200, 0, 40).map(code -> code / 2 * 2).toArray();

        var rows = RowsByCode.of(codes, 40);

        for (int code = 0; code < 40; code++) {
            int wanted = code;
            assertThat(rows.rows(code))
                    .containsExactly(
                            IntStream.range(0, 200).filter(row -> codes[row] == wanted).toArray());
        }
        rows.rows(0)[0] = -1;
        assertThat(rows.rows(0)).doesNotContain(-1);
    }
}
