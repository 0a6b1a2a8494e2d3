package himalia.training;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;

/**
 * A trained block in PyTorch's memory, asked one row at a time: of several rows at once the last bits of a row's answer depend on how many there are.
 *
 * <p>One thread asks at a time. Whoever makes one closes it.
 */
final class NativeBlock implements AutoCloseable {
    private final BlockForm form;
    private final NDManager manager;
    private final Block block;

    private NativeBlock(BlockForm form, NDManager manager, Block block) {
        this.form = form;
        this.manager = manager;
        this.block = block;
    }

    static NativeBlock of(BlockForm form, BlockMaker maker, BlockWeights weights) {
        var engine = Engines.pytorch().getEngineName();
        var block = form.block(maker);
        weights.begin(block, "the block of " + form.name());
        // Nothing is learnt here, and no gradient is prepared.
        block.freezeParameters(true);
        var manager = NDManager.newBaseManager(Device.cpu(), engine);
        boolean complete = false;
        try {
            form.begin(block, manager);
            complete = true;
            return new NativeBlock(form, manager, block);
        } finally {
            if (!complete) {
                manager.close();
            }
        }
    }

    /** Answers some of the rows, in their order. */
    void answer(float[][] rows, int start, int end, float[][] answers) {
        // The last bits of some layers go by how many threads of PyTorch's a thread has found, and
        // by whether gradients may be asked for.
        Engines.withThreads(
                1, () -> Engines.withoutGradients(() -> answerAll(rows, start, end, answers)));
    }

    private int answerAll(float[][] rows, int start, int end, float[][] answers) {
        try (var all = manager.newSubManager()) {
            var store = new ParameterStore(all, false);
            for (int i = start; i < end; i++) {
                try (var sub = all.newSubManager()) {
                    var row = sub.create(rows[i], form.rows(1));
                    answers[i] = form.forward(block, store, row, false).toFloatArray();
                }
            }
        }
        return end - start;
    }

    @Override
    public void close() {
        manager.close();
    }
}
