package himalia.parallel;

import static himalia.reference.ModelReference.heldOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.training.MultilayerPerceptron;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import tech.tablesaw.api.Table;

@Tag("once")
@Timeout(120)
class PipelineParallelTest {
    private static final MultilayerPerceptron NETWORK =
            new MultilayerPerceptron(List.of(16, 8), 8, 0.01, 32, 0, 42);

    private final Table train = heldOut("breast_cancer", false);

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void twoHalvesLearnTheModelOfOneProcessAlsoWhereOneIsKilled() throws Exception {
        var kill =
                LostWorkersTest.after(3, workers -> LostWorkersTest.signal("KILL", workers.pid(0)));

        var run = new PipelineParallel(NETWORK, 5).run(train, "y", Launch.usual(), kill);

        assertThat(run.losses()).hasSize(1);
        Networks.assertSame(run.model(), NETWORK.fit(train, "y"), 1e-6);
        assertThat(run.timeline().bubbleShare()).isBetween(0.0, 1.0);
    }

    @Test
    void settingsAreChecked() {
        assertThatThrownBy(() -> new PipelineParallel(NETWORK, 0))
                .hasMessage("microBatches must be from 1 to the 32 rows of a batch, got 0");
        var flat = new MultilayerPerceptron(List.of(), 8, 42);
        assertThatThrownBy(() -> new PipelineParallel(flat, 2))
                .hasMessage(
                        "a network without hidden layers has one layer, which is not cut in two;"
                                + " give it hidden layers");
    }
}
