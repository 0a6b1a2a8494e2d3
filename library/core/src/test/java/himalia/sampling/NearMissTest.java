package himalia.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class NearMissTest {
    private final Table table =
            Table.create(
                    DoubleColumn.create("x", 0, 0, 5, 1, -1, 1, 2, -1),
                    DoubleColumn.create("z", 0, 0, 0, 0, 0, 0, 0, 0),
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

    /** Both rare rows have one nearest row, the same one: imbalanced-learn warns that there are no more. */
    @Test
    void fewerCandidatesThanRowsAskedForAreTold() {
        var done = new NearMiss(3, 2, 1, Strategy.AUTO).trace(table, "y");

        assertThat(done.table().rowCount()).isEqualTo(3);
        assertThat(done.shortfall())
                .isEqualTo(
                        "class '0' keeps 1 of 2 rows asked for: no others are among the 1 nearest of a rare row; take more candidates, new NearMiss(3, 2, 2, strategy)");
        assertThat(done.picture().figures().get(1).note())
                .endsWith("none added; fewer stay than asked for");
        assertThat(new NearMiss(3, 2, 6, Strategy.AUTO).trace(table, "y").shortfall()).isEmpty();
    }

    @Test
    void aClassThatIsToGoIsNoLack() {
        var done = new RandomUnderSampler(Strategy.of(Map.of("0", 0)), 42).trace(table, "y");

        assertThat(done.shortfall()).startsWith("class '0' has no row left");
        assertThat(done.picture().figures().get(1).note()).endsWith("none added");
    }
}
