package himalia.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.training.BoostingTask;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows on their way to a worker elsewhere. */
class PlacedRowsTest {
    private final double[][] rows = {{1, 5}, {2, Double.NaN}, {3, 7}, {4, 8}, {5, 9}};
    private final float[] labels = {0, 1, 0, 1, 1};

    private PlacedRows placed(float... weights) {
        var parameters =
                Map.of("objective", "binary:logistic", "tree_method", "hist", "verbosity", "0");
        return PlacedRows.of(new BoostingTask("trees", rows, labels, weights, parameters, 1), 2);
    }

    @Test
    void whatAWorkerReadsItselfIsWhatItWouldBeSent() {
        double[][] read = {{2, Double.NaN}, {4, 8}};
        for (var placed : new PlacedRows[] {placed(), placed(1.25f, 0.8f, 1.25f, 0.8f, 0.8f)}) {
            assertThat(PlacedRows.made(placed.recipe(1), read, new float[] {1, 1}))
                    .isEqualTo(placed.rows(1));
        }
    }

    @Test
    void otherRowsAreRefused() {
        var recipe = placed(1.25f, 0.8f, 1.25f, 0.8f, 0.8f).recipe(1);
        double[][] other = {{2, Double.NaN}, {5, 9}};
        assertThatThrownBy(() -> PlacedRows.made(recipe, other, new float[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the 2 rows that were read are others than those of the table");
        assertThatThrownBy(() -> PlacedRows.made(recipe, other, new float[] {1, 7}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PlacedRows.made(new byte[] {1}, other, new float[] {1, 1}))
                .hasMessageStartingWith("the recipe cannot be read: ");
        assertThatThrownBy(() -> placed().rows(2))
                .hasMessage("there are 2 workers, numbered from 0, and no 2");
    }
}
