package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.model.Classifier;
import himalia.model.Model;
import himalia.model.SavedAs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Trains any block of DJL to tell classes apart: with the live curve, early stopping, checkpoints, and the best so far where it is interrupted.
 *
 * <pre>{@code
 * import ai.djl.nn.Activation;
 * import ai.djl.nn.SequentialBlock;
 * import ai.djl.nn.core.Linear;
 * import ai.djl.nn.norm.BatchNorm;
 * import ai.djl.nn.norm.Dropout;
 *
 * BlockMaker maker = outputs -> new SequentialBlock()
 *         .add(Linear.builder().setUnits(32).build())
 *         .add(BatchNorm.builder().build())
 *         .add(Activation.reluBlock())
 *         .add(Dropout.builder().optRate(0.3f).build())
 *         .add(Linear.builder().setUnits(outputs).build());
 * Model model = new BlockClassifier(maker, new NetworkOptions(100, 42).patience(5)).fit(train, "churned");
 * }</pre>
 *
 * <p>The block gives a score for each class, of which softmax makes probabilities: its last layer has as many units as the maker is told, and no softmax. Cross-entropy is made small.
 *
 * <p>Columns are brought to mean 0 and deviation 1 by the rows to learn from, unless {@link #unscaled()} says otherwise, and are given as a vector, or in the {@link #shaped shape} that the block
 * takes. Weights are drawn by the seed as Glorot and Bengio say, unless a parameter has an initialiser of its own; drop-outs are those of the seed, too, as long as nobody else draws by PyTorch meanwhile. Batch norms and drop-outs
 * learn while it is trained, and hold still when it is asked. Adam takes the steps; the block computes in floats of 32 bits on the processor. A row is asked alone, so that its answer is the same among any others:
 * some 20 to 200 microseconds each.
 *
 * <p>The code of a block is in no model file: {@code Model.load} gives back all but that, and {@link #load} of a trainer with the same block gives the model.
 *
 * @param block makes the block
 * @param shape the lengths of a row, without the number of rows; empty for a vector of all columns
 * @param scaled whether columns are brought to mean 0 and deviation 1
 * @param options how it learns
 */
public record BlockClassifier(
        BlockMaker block, List<Integer> shape, boolean scaled, NetworkOptions options)
        implements Classifier, SavedAs {
    public BlockClassifier {
        given(block, "block");
        shape = BlockInputs.lengths(given(shape, "shape"));
        given(options, "options");
    }

    /** Gives the block a vector of all columns, brought to mean 0 and deviation 1. */
    public BlockClassifier(BlockMaker block, NetworkOptions options) {
        this(block, List.of(), true, options);
    }

    /** Returns the same, whose block is given each row in this shape, such as channels, height and width of a picture. */
    public BlockClassifier shaped(int... lengths) {
        var list = IntStream.of(given(lengths, "lengths")).boxed().toList();
        return new BlockClassifier(block, list, scaled, options);
    }

    /** Returns the same, whose block is given numbers as they stand in the table. */
    public BlockClassifier unscaled() {
        return new BlockClassifier(block, shape, false, options);
    }

    @Override
    public Model fit(Table table, String label) {
        var trainer = new BlockClassifier(block, shape, scaled, options.withoutCheckpoints());
        return CodedBlock.training(trainer, options, shape, scaled, block).classes(table, label);
    }

    /**
     * Reads a model from a file, whose block this trainer's maker makes: the same code as before. It may lie in a pipeline or an ensemble, all blocks of which are made so.
     *
     * @throws IllegalArgumentException if the file holds no such block, or the block has other parameters than there
     */
    public Model load(Path file) {
        return CodedBlock.load(file, name(), block);
    }

    /** Returns all settings but the block, which has no text. */
    @Override
    public Map<String, String> settings() {
        return CodedBlock.settings(this);
    }

    @Override
    public Record savedAs() {
        return new CodedBlock(true, shape, scaled, options.withoutCheckpoints());
    }

    @Override
    public String toString() {
        return CodedBlock.line(this);
    }
}
