package himalia.training;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import himalia.model.Schema;
import himalia.model.Trainer;
import java.util.List;
import java.util.Optional;

/** Makes the blocks whose settings tell all of them, for a training and for a model from a file. */
final class BlockMakers {
    private static final Shape FILTER = new Shape(3, 3);
    private static final Shape PADDING = new Shape(1, 1);
    private static final Shape POOL = new Shape(2, 2);

    private BlockMakers() {}

    /** Returns what makes the block of a trainer; nothing where that is code that no file holds. */
    static Optional<BlockMaker> of(Trainer trainer, Schema schema) {
        if (trainer instanceof ConvolutionalNetwork network) {
            return Optional.of(convolutions(network.filters(), network.hidden()));
        }
        if (trainer instanceof ConvolutionalRegressor network) {
            return Optional.of(convolutions(network.filters(), network.hidden()));
        }
        if (trainer instanceof EmbeddingNetwork network) {
            return Optional.of(embeddings(schema, network.hidden()));
        }
        if (trainer instanceof EmbeddingRegressor network) {
            return Optional.of(embeddings(schema, network.hidden()));
        }
        return Optional.empty();
    }

    static UnsupportedOperationException missing(Trainer trainer) {
        return new UnsupportedOperationException(
                "the block of this model is Java code, which no model file holds: give it anew, as new %1$s(maker, options).load(file); its trainer was %2$s"
                        .formatted(trainer.name(), trainer));
    }

    private static BlockMaker convolutions(List<Integer> filters, List<Integer> hidden) {
        return outputs -> {
            var block = new SequentialBlock();
            for (int count : filters) {
                block.add(
                                Conv2d.builder()
                                        .setKernelShape(FILTER)
                                        .optPadding(PADDING)
                                        .setFilters(count)
                                        .build())
                        .add(Activation.reluBlock())
                        .add(Pool.maxPool2dBlock(POOL, POOL));
            }
            return dense(block.add(Blocks.batchFlattenBlock()), hidden, outputs);
        };
    }

    private static BlockMaker embeddings(Schema schema, List<Integer> hidden) {
        return outputs ->
                dense(new SequentialBlock().add(new EmbeddedRows(schema)), hidden, outputs);
    }

    private static SequentialBlock dense(SequentialBlock block, List<Integer> hidden, int outputs) {
        for (int units : hidden) {
            block.add(Linear.builder().setUnits(units).build()).add(Activation.reluBlock());
        }
        return block.add(Linear.builder().setUnits(outputs).build());
    }
}
