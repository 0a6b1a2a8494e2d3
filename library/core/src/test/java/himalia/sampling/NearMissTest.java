package himalia.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class NearMissTest {
    private final Table table =
            Table.create(
                    DoubleColumn.create("x", 0, 0, 5, 1, -1, 1, 2, -1),
                    IntColumn.create("y", 1, 1, 0, 0, 0, 0, 0, 0));

    private double[] kept(int version) {
        var sampler = new NearMiss(version, 2, 6, Strategy.AUTO);
        var kept = sampler.resample(table, "y");
        return kept.where(kept.intColumn("y").isEqualTo(0)).doubleColumn("x").asDoubleArray();
    }

    @Test
    void ofRowsThatAreEquallyNearTheFirstStay() {
        assertThat(kept(1)).containsExactly(1, -1);
        assertThat(kept(2)).containsExactly(1, -1);
    }

    @Test
    void theThirdVersionKeepsTheFurthest() {
        assertThat(kept(3)).containsExactly(5, 2);
    }
}
