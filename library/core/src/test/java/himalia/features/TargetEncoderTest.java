package himalia.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TargetEncoderTest {
    /** The two large ones are the same double, and different classes to every trainer. */
    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "-1, 1000000",
        "1152921504606846977, 1152921504606846978",
        "-9223372036854775807, 9223372036854775807"
    })
    void twoWholeNumbersAreTwoClassesWhateverTheirSize(long one, long other) {
        var table =
                Table.create(
                        StringColumn.create("city", "u", "v", "u", "w", "v", "w"),
                        LongColumn.create("y", one, other, one, other, one, other));

        var shares = new TargetEncoder(0, 2, true, 42, List.of("city")).fit(table, "y");

        assertThat(shares.apply(table).doubleColumn("city").asDoubleArray())
                .containsExactly(new double[] {0, 0.5, 0, 1, 0.5, 1}, within(1e-12));
    }

    @Test
    void threeLargeOnesHaveAColumnEach() {
        long first = (1L << 60) + 1;
        var table =
                Table.create(
                        StringColumn.create("city", "u", "v", "u", "w", "v", "w"),
                        LongColumn.create(
                                "y", first, first + 1, first + 2, first, first + 1, first + 2));

        var shares =
                new TargetEncoder(0, 2, true, 42, List.of("city")).fit(table, "y").apply(table);

        assertThat(shares.doubleColumn("city_" + (first + 1)).asDoubleArray())
                .containsExactly(new double[] {0, 1, 0, 0, 1, 0}, within(1e-12));
    }
}
