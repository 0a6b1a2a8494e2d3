package cells;

import static cells.InterruptedTrainingTest.HAS_SOMETHING;
import static cells.InterruptedTrainingTest.interrupted;
import static himalia.reference.ModelReference.heldOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.nn.LambdaBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import himalia.display.bundle.KeptWork;
import himalia.training.BlockClassifier;
import himalia.training.BlockMaker;
import himalia.training.NetworkOptions;
import java.util.concurrent.CancellationException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Code of a block's may be what hears of an interrupt. */
@Timeout(120)
class InterruptedBlockTest {
    private static BlockMaker waiting(int millis) {
        return outputs ->
                new SequentialBlock()
                        .add(
                                new LambdaBlock(
                                        rows -> {
                                            pause(millis);
                                            return rows;
                                        },
                                        "waits"))
                        .add(Linear.builder().setUnits(outputs).build());
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException("it was interrupted", e);
        }
    }

    @Test
    void aBlockThatHearsOfItLeavesTheEpochsBeforeIt() throws Exception {
        var train = heldOut("iris", false);
        for (int patience : new int[] {0, 1_000_000}) {
            var options = new NetworkOptions(1_000_000, 42).patience(patience);
            var ended =
                    interrupted(
                            HAS_SOMETHING,
                            () -> new BlockClassifier(waiting(5), options).fit(train, "y"));

            assertThat(ended.isInterrupted()).isTrue();
            assertThat(ended.result().outcome()).startsWith("interrupted after ");
            ended.result().close();
        }
    }

    /** As the process that runs the cells says it, whatever the block does with the interrupt of its thread. */
    @Test
    void aBlockThatSwallowsItEndsAfterItsEpochAndOneThatThrowsLeavesThoseBeforeIt()
            throws Exception {
        var train = heldOut("iris", false);
        for (boolean isThrown : new boolean[] {false, true}) {
            BlockMaker maker =
                    outputs ->
                            new SequentialBlock()
                                    .add(
                                            new LambdaBlock(
                                                    rows -> {
                                                        swallow(isThrown);
                                                        return rows;
                                                    },
                                                    "swallows"))
                                    .add(Linear.builder().setUnits(outputs).build());
            var options = new NetworkOptions(1_000_000, 42);
            var task = new FutureTask<>(() -> new BlockClassifier(maker, options).fit(train, "y"));
            var thread = new Thread(task);
            thread.start();
            while (KeptWork.on(thread).isEmpty() && !task.isDone()) {
                Thread.onSpinWait();
            }
            KeptWork.on(thread).orElseThrow().interrupt();
            thread.interrupt();

            assertThat(task.get().outcome()).startsWith("interrupted after ");
            task.get().close();
        }
    }

    private static void swallow(boolean isThrown) {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            if (isThrown) {
                throw new ArithmeticException("stopped");
            }
        }
    }

    @Test
    void aPredictionHearsOfItBetweenRows() throws Exception {
        var train = heldOut("iris", false);
        var model = new BlockClassifier(waiting(0), new NetworkOptions(1, 42)).fit(train, "y");
        assertThatThrownBy(
                        () ->
                                interrupted(
                                        thread -> true,
                                        () -> {
                                            Thread.currentThread().interrupt();
                                            return model.predict(train);
                                        }))
                .isInstanceOf(CancellationException.class);
        assertThat(model.predict(train).size()).isEqualTo(train.rowCount());
    }
}
