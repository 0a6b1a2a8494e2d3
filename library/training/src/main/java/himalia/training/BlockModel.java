package himalia.training;

import himalia.features.Standardiser;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Provenance;
import himalia.model.Saved;
import himalia.model.Schema;
import himalia.model.Target;
import himalia.model.Trainer;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxValue;
import himalia.training.numeric.Softmax;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * A trained block with the scale of its inputs, and of its label where that is a number.
 *
 * <p>Its weights lie in the heap. When it is first asked PyTorch gets a copy, one for each thread that asks; they go when the model is closed, or when nobody has the model any
 * more.
 */
final class BlockModel implements Model {
    private static final Cleaner CLEANER = Cleaner.create();

    private final Schema schema;
    private final Trainer trainer;
    private final Optional<BlockMaker> maker;
    private final BlockInputs inputs;
    private final Standardiser scale;
    private final BlockWeights weights;
    private final Provenance provenance;
    private final String outcome;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private @Nullable NativeBlocks blocks;
    private Cleaner.@Nullable Cleanable cleanable;

    /**
     * Makes one.
     *
     * @param maker makes its block; none where that is code that no file holds
     */
    BlockModel(
            Schema schema,
            Trainer trainer,
            Optional<BlockMaker> maker,
            BlockInputs inputs,
            Standardiser scale,
            BlockWeights weights,
            Provenance provenance,
            String outcome) {
        this.schema = schema;
        this.trainer = trainer;
        this.maker = maker;
        this.inputs = inputs;
        this.scale = scale;
        this.weights = weights;
        this.provenance = provenance;
        this.outcome = outcome;
    }

    /**
     * A block in a file.
     *
     * @param weights those of all parameters, one behind the other
     */
    record SavedBlock(
            Schema schema,
            Trainer trainer,
            BlockInputs inputs,
            Standardiser scale,
            List<String> names,
            List<List<Long>> shapes,
            byte[] weights,
            Provenance provenance,
            String outcome)
            implements Saved<BlockModel> {
        @Override
        public BlockModel restore() {
            return CodedBlock.coded(
                    new BlockModel(
                            schema,
                            trainer,
                            BlockMakers.of(trainer, schema),
                            inputs,
                            scale,
                            BlockWeights.of(names, shapes, weights),
                            provenance,
                            outcome));
        }
    }

    /** Returns the same model, whose block is made by this trainer's maker; that is asked once, so that another block is refused here. */
    BlockModel by(Trainer other, BlockMaker code) {
        var model =
                new BlockModel(
                        schema,
                        other,
                        Optional.of(code),
                        inputs,
                        scale,
                        weights,
                        provenance,
                        outcome);
        model.blocks().check();
        return model;
    }

    BlockInputs inputs() {
        return inputs;
    }

    BlockWeights weights() {
        return weights;
    }

    @Override
    public BlockModel withoutRows() {
        return new BlockModel(
                schema,
                trainer.withoutRows(),
                maker,
                inputs,
                scale,
                weights,
                Provenance.UNKNOWN,
                outcome);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Trainer trainer() {
        return trainer;
    }

    @Override
    public Provenance provenance() {
        return provenance;
    }

    @Override
    public String outcome() {
        return outcome;
    }

    @Override
    public Saved<BlockModel> saved() {
        return new SavedBlock(
                schema,
                trainer,
                inputs,
                scale,
                weights.names(),
                weights.shapes(),
                weights.bytes(),
                provenance,
                outcome);
    }

    @Override
    public Predictions predict(Table table) {
        var rows = inputs.rows(schema, table, trainer.name());
        var said = answers(rows);
        if (schema.target() instanceof Target.Classes classes) {
            var probabilities = new double[rows.length][];
            for (int i = 0; i < rows.length; i++) {
                probabilities[i] = Softmax.of(doubles(said[i]));
            }
            return Predictions.of(classes.classes(), probabilities);
        }
        var numbers = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            numbers[i] = scale.means()[0] + said[i][0] * scale.deviations()[0];
        }
        return Predictions.of(numbers);
    }

    private static double[] doubles(float[] values) {
        var doubles = new double[values.length];
        for (int k = 0; k < doubles.length; k++) {
            doubles[k] = values[k];
        }
        return doubles;
    }

    private float[][] answers(float[][] rows) {
        lock.readLock().lock();
        try {
            return blocks().answers(rows);
        } finally {
            lock.readLock().unlock();
            // They must not be cleaned away while they answer.
            Reference.reachabilityFence(this);
        }
    }

    /** Makes them when they are first needed; nobody closes them meanwhile. */
    private synchronized NativeBlocks blocks() {
        if (blocks == null) {
            int outputs =
                    schema.target() instanceof Target.Classes classes
                            ? classes.classes().size()
                            : 1;
            var form = new BlockForm(trainer.name(), inputs.shape(), outputs);
            var code = maker.orElseThrow(() -> BlockMakers.missing(trainer));
            // Not this model, which they would keep.
            var own = weights;
            var made = new NativeBlocks(() -> NativeBlock.of(form, code, own));
            blocks = made;
            cleanable = CLEANER.register(this, made::close);
        }
        return blocks;
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (cleanable != null) {
                cleanable.clean();
            }
            blocks = null;
            cleanable = null;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** In floats, as in PyTorch. */
    @Override
    public OnnxValue onnx(OnnxGraph graph) {
        var said = new BlockOnnx(graph, schema, trainer, inputs, weights).outputs();
        return schema.target() instanceof Target.Classes
                ? ModelOnnx.softmax(said)
                : said.times(scale.deviations()[0]).plus(scale.means()[0]);
    }

    @Override
    public String toString() {
        return "Model[%s, label=%s]".formatted(trainer, schema.label());
    }
}
