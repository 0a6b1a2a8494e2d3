package himalia.training;

import ai.djl.nn.Block;

/**
 * Makes the block of a network, a new one each time it is asked: a block of DJL holds its weights.
 *
 * <pre>{@code
 * import ai.djl.nn.Activation;
 * import ai.djl.nn.SequentialBlock;
 * import ai.djl.nn.core.Linear;
 * import ai.djl.nn.norm.Dropout;
 *
 * BlockMaker maker = outputs -> new SequentialBlock()
 *         .add(Linear.builder().setUnits(16).build())
 *         .add(Activation.reluBlock())
 *         .add(Dropout.builder().optRate(0.2f).build())
 *         .add(Linear.builder().setUnits(outputs).build());
 * }</pre>
 *
 * <p>The block takes floats of (rows, shape of a row) and gives floats of (rows, outputs): of classes scores before any softmax. Several threads may ask one at a
 * time, so that what is its own of a forward pass stays in local variables. It has no casts to bfloat16: one ends the process, in PyTorch's own code.
 */
@FunctionalInterface
public interface BlockMaker {
    /**
     * Returns a new block, without weights yet.
     *
     * @param outputs how many numbers it gives for a row: one for each class, or 1 where a number is predicted
     */
    Block block(int outputs);
}
