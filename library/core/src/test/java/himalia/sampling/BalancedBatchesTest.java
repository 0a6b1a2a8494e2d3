package himalia.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.reference.ModelReference;
import himalia.sampling.augmentation.AddNoise;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** Batches with even classes, and tables made uneven. */
class BalancedBatchesTest {
    private static Table numbered(String data) {
        var table = ModelReference.table(data);
        var ids = IntStream.range(0, table.rowCount()).toArray();
        return table.addColumns(IntColumn.create("id", ids));
    }

    @Test
    void everyBatchHasAsManyRowsOfEachClass() {
        var table = numbered("imb_2d");
        int rare = Classes.of(table, "y").counts()[1];

        var batches = new BalancedBatches(8, 42).epoch(table, "y", 0);

        assertThat(batches).hasSize(2 * rare / 8);
        for (var batch : batches) {
            assertThat(Classes.of(batch, "y").counts()).containsExactly(4, 4);
        }
        var ids = batches.stream().flatMap(b -> b.intColumn("id").asList().stream()).toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void sharesOfTheSamplerAreThoseOfEachBatch() {
        var table = numbered("imb_3c");
        var sampler = new RandomOverSampler(42);

        for (var batch : new BalancedBatches(sampler, 32, 42).epoch(table, "y", 3)) {
            assertThat(Classes.of(batch, "y").counts()).hasSize(3);
            for (var count : Classes.of(batch, "y").counts()) {
                assertThat(count).isBetween(10, 11);
            }
        }
    }

    @Test
    void epochsDrawAnewAndComeAgainByTheirNumber() {
        var table = numbered("imb_2d");
        var batches = new BalancedBatches(8, 42);
        var seen = new HashSet<Integer>();
        for (var epoch = 0; epoch < 60; epoch++) {
            batches.epoch(table, "y", epoch)
                    .forEach(batch -> seen.addAll(batch.intColumn("id").asList()));
        }

        assertThat(seen).hasSizeGreaterThan(table.rowCount() * 9 / 10);
        assertThat(batches.epoch(table, "y", 7).toString())
                .isEqualTo(new BalancedBatches(8, 42).epoch(table, "y", 7).toString())
                .isNotEqualTo(batches.epoch(table, "y", 8).toString())
                .isNotEqualTo(new BalancedBatches(8, 43).epoch(table, "y", 7).toString());
    }

    @Test
    void slipsAreToldWithTheirValueAndTheWayOut() {
        var table = ModelReference.table("imb_2d");

        assertThatThrownBy(() -> new BalancedBatches(0, 42))
                .hasMessage("size must be at least 1, got 0");
        assertThatThrownBy(() -> new BalancedBatches(8, 42).epoch(table, "y", -1))
                .hasMessage("epoch must be 0 or more, got -1");
        assertThatThrownBy(() -> new BalancedBatches(500, 42).epoch(table, "y", 0))
                .hasMessageEndingWith(
                        " rows, which fill no batch of 500; take smaller batches, or a sampler that adds rows");
        assertThatThrownBy(() -> new BalancedBatches(8, 42).epoch(table, "z", 0))
                .hasMessageStartingWith("no column 'z'");
    }

    @Test
    void aTableIsMadeAsUnevenAsIsAsked() {
        var table = numbered("imb_3c");
        var counts = Classes.of(table, "y").counts();

        var made = Imbalance.make(table, "y", new Strategy("1=5,2=3"), 42);

        assertThat(Classes.of(made, "y").counts()).containsExactly(counts[0], 5, 3);
        assertThat(made.intColumn("id").asList()).isSorted().doesNotHaveDuplicates();
        assertThat(Imbalance.trace(table, "y", new Strategy("1=5"), 42).rows().rowCount())
                .isEqualTo(table.rowCount());
        for (var rule : new String[] {"auto", "0.5", "1"}) {
            assertThatThrownBy(() -> Imbalance.make(table, "y", new Strategy(rule), 42))
                    .hasMessage(
                            "strategy '%s' does not say how many rows each class shall have; write class=rows, such as 1=20, or ask a function by Strategy.by"
                                    .formatted(rule));
        }
        assertThatThrownBy(() -> Imbalance.make(table, "y", new Strategy("1=9999"), 42))
                .hasMessageStartingWith("strategy asks for 9999 rows of class '1', which has ");
    }

    @Test
    void changedCopiesAreOthersEachEpoch() {
        var table = numbered("imb_2d");
        var batches = new BalancedBatches(new AddNoise(1, 1, 7), 8, 42);

        assertThat(numbers(batches, table, 0)).isEqualTo(numbers(batches, table, 0));
        var both = numbers(batches, table, 0);
        both.retainAll(numbers(batches, table, 1));
        // The rows themselves, and no copy.
        assertThat(both.size()).isLessThanOrEqualTo(table.rowCount());
    }

    private static HashSet<Double> numbers(BalancedBatches batches, Table table, int epoch) {
        var numbers = new HashSet<Double>();
        for (var batch : batches.epoch(table, "y", epoch)) {
            numbers.addAll(batch.doubleColumn(0).asList());
        }
        return numbers;
    }
}
