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
 * <p>The block takes floats of (rows, shape of a row) and gives floats of (rows, outputs): of classes scores before any softmax. Where a model is asked by several threads, each has a block of its own, for which the maker is called again. What is
 * computed belongs to the array that comes first, as DJL has it: {@code rows.mul(weight)} goes with the rows, {@code weight.mul(rows)} stays as long as the weight.
 * What a block keeps besides its parameters is in no file and in no checkpoint. It has no casts to bfloat16: one ends the process, in PyTorch's own code. Recurrent blocks in both directions are refused for the like.
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
