package himalia.sampling.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Which values of a column a report compares: none for standing first in the table. */
class ValuePartsTest {
    private static Table texts(IntFunction<String> of) {
        return Table.create(
                "orders",
                StringColumn.create("id", IntStream.range(0, 300).mapToObj(of)),
                StringColumn.create(
                        "y", IntStream.range(0, 300).mapToObj(i -> i % 2 == 0 ? "1" : "0")));
    }

    /** Two orders of each customer: the first sixty rows lack as many customers as any others. */
    @Test
    void customersOfTwoOrdersAreBlamedFromNoEnd() {
        var orders = texts(i -> "k" + i / 2);

        assertThat(ValueParts.columns(orders)).containsExactly("y");
        for (var some : new Table[] {orders.first(60), orders.last(60), orders.inRange(100, 160)}) {
            assertThat(SampleReport.of(some, orders, "id")).asString().doesNotContain("too");
        }
    }

    /** All rows but these have a value of their own, and these are compared. */
    @Test
    void aValueThatComesAgainAmongKeysIsCompared() {
        var orders = texts(i -> i < 27 ? "unknown" : "k" + i);

        assertThat(ValueParts.columns(orders)).containsExactly("id", "y");
        assertThat(ValueParts.of(orders.column("id")).names())
                .containsExactly("unknown", "(others)");
        assertThat(SampleReport.of(orders.last(150), orders))
                .asString()
                .contains("too few of id unknown");
    }

    @Test
    void aHandfulOfShopsThatAreAlikeIsCompared() {
        var orders = texts(i -> "shop" + i % 25);

        assertThat(ValueParts.of(orders.column("id")).names()).hasSize(21);
    }

    @Test
    void longKeysAreWrittenAsTheyAre() {
        var keys =
                LongColumn.create(
                        "key",
                        LongStream.range(0, 400).map(i -> 9_007_199_254_741_000L + i).toArray());

        assertThat(ValueParts.of(keys).names().get(0)).isEqualTo("below 9007199254741100");
    }
}
