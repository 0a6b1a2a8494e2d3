package himalia.training;

import static himalia.reference.ModelReference.heldOut;
import static himalia.training.BlockClassifierTest.chance;
import static himalia.training.BlockClassifierTest.drawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.nn.Blocks;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.recurrent.LSTM;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What is left behind blocks whose code has slips. */
class BlockSlipsTest {
    private static final NetworkOptions FEW = new NetworkOptions(3, 42);

    /** A block that is refused has been begun with the seed, too. */
    @Test
    void pytorchsChanceIsItsOwnBehindARefusedBlock() {
        var train = heldOut("wine", false);
        BlockMaker wrong = outputs -> Linear.builder().setUnits(outputs + 1).build();
        var drawn = new HashSet<Float>();
        for (int seed = 0; seed < 3; seed++) {
            chance(seed);
            assertThatThrownBy(() -> new BlockClassifier(wrong, FEW).fit(train, "y"))
                    .hasMessageContaining("let its last layer have as many units");
            drawn.add(drawn());
        }
        assertThat(drawn).hasSize(3);
    }

    /** On however many threads rows are asked, each has a block of its own, and a slip of its code is told in its words. */
    @Test
    void aSlipOfABlockIsToldInItsWordsOnAnyThread() {
        var isAsked = new AtomicBoolean();
        BlockMaker maker =
                outputs ->
                        new SequentialBlock()
                                .add(
                                        new LambdaBlock(
                                                rows -> {
                                                    if (isAsked.get()) {
                                                        throw new IllegalStateException("spent");
                                                    }
                                                    return rows;
                                                },
                                                "fails"))
                                .add(Linear.builder().setUnits(outputs).build());
        var train = heldOut("breast_cancer", false);
        try (var model = new BlockClassifier(maker, FEW).fit(train, "y")) {
            assertThat(train.rowCount()).isGreaterThan(64);
            assertThat(model.predict(train).size()).isEqualTo(train.rowCount());
            isAsked.set(true);
            assertThatThrownBy(() -> model.predict(train))
                    .hasMessageStartingWith("the block of BlockClassifier fails for rows of shape")
                    .hasMessageContaining("spent");
            isAsked.set(false);
            assertThat(model.predict(train).size()).isEqualTo(train.rowCount());
        }
    }

    /** An LSTM computes otherwise where gradients may be asked for, which DJL switches off for one thread alone. */
    @Test
    void aRowIsAnsweredTheSameByAnyThread() {
        BlockMaker maker =
                outputs ->
                        new SequentialBlock()
                                .add(
                                        LSTM.builder()
                                                .setNumLayers(1)
                                                .setStateSize(16)
                                                .optBatchFirst(true)
                                                .optReturnState(false)
                                                .build())
                                .add(Blocks.batchFlattenBlock())
                                .add(Linear.builder().setUnits(outputs).build());
        var test = heldOut("digits", true);
        var trainer =
                new BlockClassifier(maker, new NetworkOptions(1, 42).rate(0.005)).shaped(8, 8);
        try (var model = trainer.fit(heldOut("digits", false), "y")) {
            var together = model.predict(test).ofClasses();
            for (int row = 0; row < test.rowCount(); row += 31) {
                var alone = model.predict(test.inRange(row, row + 1)).ofClasses();
                assertThat(alone.probabilities(0)).isEqualTo(together.probabilities(row));
            }
            assertThat(model.predict(test)).isEqualTo(together);
        }
    }

    @Test
    void whatABlockCannotBeIsToldInWords() {
        var train = heldOut("wine", false);
        BlockMaker nothing = outputs -> new LambdaBlock(rows -> null, "nothing");
        assertThatThrownBy(() -> new BlockClassifier(nothing, FEW).fit(train, "y"))
                .isInstanceOf(IllegalArgumentException.class);
        BlockMaker bothWays =
                outputs ->
                        new SequentialBlock()
                                .add(
                                        LSTM.builder()
                                                .setNumLayers(1)
                                                .setStateSize(8)
                                                .optBidirectional(true)
                                                .build());
        assertThatThrownBy(() -> new BlockClassifier(bothWays, FEW).fit(train, "y"))
                .hasMessageStartingWith(
                        "the block of BlockClassifier has an LSTM in both directions");
        BlockMaker huge =
                outputs ->
                        new SequentialBlock()
                                .add(Linear.builder().setUnits(2_000_000_000).build())
                                .add(Linear.builder().setUnits(outputs).build());
        assertThatThrownBy(() -> new BlockClassifier(huge, FEW).fit(train, "y"))
                .hasMessageContaining("numbers, and an array holds no more than");
        assertThatThrownBy(
                        () ->
                                new EmbeddingNetwork(List.of(4), FEW)
                                        .fit(
                                                Table.create(
                                                        StringColumn.create(
                                                                "shop",
                                                                IntStream.range(0, 1_500)
                                                                        .mapToObj(i -> "s" + i)),
                                                        IntColumn.create(
                                                                "y",
                                                                IntStream.range(0, 1_500)
                                                                        .map(i -> i % 2))),
                                                "y"))
                .hasMessageStartingWith(
                        "column 'shop' holds more than 1,000 different texts, or one of its own in most rows, and EmbeddingNetwork learns numbers for texts that come again; ");
    }
}
