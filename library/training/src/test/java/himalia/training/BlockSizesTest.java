package himalia.training;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sizes that one array cannot have are told in words. */
class BlockSizesTest {
    private static final int MANY = 1 << 20;

    @Test
    void moreWeightsThanAFileTakesAreRefused() {
        var weight = new BlockWeights.Weight("w", List.of((long) MANY), new float[MANY]);
        var weights = new BlockWeights(Collections.nCopies(512, weight));

        assertThatThrownBy(weights::bytes)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a network has 536870911 weights at most, which a model file takes, got 536870912; take narrower layers");
    }

    @Test
    void aBatchThatNoArrayTakesIsRefused() {
        var rows =
                new BlockRows(new float[1][MANY], new float[1], new BlockForm("A", List.of(), 1));
        try (var manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            assertThatThrownBy(() -> rows.inputs(manager, new int[2048], 0, 2048))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "a batch of 2048 rows has 1048576 numbers each, and there are 2147483647 at most in one; take a smaller batch");
        }
    }
}
