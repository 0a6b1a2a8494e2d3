package himalia.model;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.table.Seeds;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class ProvenanceTest {
    private static Table drawn(int rows, int values, long seed) {
        var random = Seeds.random(seed);
        return Table.create(
                IntColumn.create(
                        "a", IntStream.range(0, rows).map(i -> random.nextInt(values)).toArray()),
                IntColumn.create(
                        "b", IntStream.range(0, rows).map(i -> random.nextInt(values)).toArray()));
    }

    @Test
    void rowsOfFewValuesEqualOthersByChance() {
        var learnt = Provenance.of(drawn(1000, 4, 1));

        assertThat(learnt.seenIn(drawn(200, 4, 2))).isEqualTo(200);
        assertThat(learnt.isSeenByChance(drawn(200, 4, 2))).isTrue();
    }

    /** Of 3,600 kinds of rows about a quarter is among 1,000 that were drawn. */
    @Test
    void someOfManyValuesDoToo() {
        var learnt = Provenance.of(drawn(1000, 60, 3));
        var others = drawn(300, 60, 4);

        assertThat(learnt.seenIn(others)).isPositive();
        assertThat(learnt.isSeenByChance(others)).isTrue();
    }

    @Test
    void copiesAreNoChance() {
        var all = drawn(1000, 60, 5);
        var numbers =
                Table.create(
                        DoubleColumn.create(
                                "x", IntStream.range(0, 100).asDoubleStream().toArray()));

        assertThat(Provenance.of(all).isSeenByChance(all.first(500))).isFalse();
        assertThat(Provenance.of(numbers).isSeenByChance(numbers.first(1))).isFalse();
        assertThat(Provenance.UNKNOWN.isSeenByChance(numbers)).isTrue();
    }
}
