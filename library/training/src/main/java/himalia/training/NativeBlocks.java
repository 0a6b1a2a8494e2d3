package himalia.training;

import himalia.display.bundle.InterruptCheck;
import himalia.table.Cores;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** A trained block in PyTorch's memory, one for each thread that asks at the same time: a block may be anybody's code, and some of DJL's own bear no two threads. */
final class NativeBlocks implements AutoCloseable {
    /** So many rows are answered by one thread at a time. */
    private static final int CHUNK = 64;

    /** A row costs about as much as reading so many numbers. */
    private static final long COST = 50_000;

    private final Supplier<NativeBlock> maker;
    private final Queue<NativeBlock> free = new ConcurrentLinkedQueue<>();

    /** Makes them when they are first needed. */
    NativeBlocks(Supplier<NativeBlock> maker) {
        this.maker = maker;
    }

    /** Makes one, so that a block that does not fit is refused. */
    void check() {
        free.add(made());
    }

    /** Answers rows in their order. */
    float[][] answers(float[][] rows) {
        var answers = new float[rows.length][];
        var interrupt = new InterruptCheck();
        int chunks = (rows.length + CHUNK - 1) / CHUNK;
        Cores.each(
                chunks,
                rows.length * COST,
                chunk -> {
                    interrupt.ask();
                    answer(rows, chunk * CHUNK, answers);
                });
        return answers;
    }

    private void answer(float[][] rows, int start, float[][] answers) {
        var waiting = free.poll();
        var block = waiting == null ? made() : waiting;
        try {
            block.answer(rows, start, Math.min(rows.length, start + CHUNK), answers);
        } finally {
            free.add(block);
        }
    }

    /** One after the other: a maker is code, too. */
    private synchronized NativeBlock made() {
        return maker.get();
    }

    /** Called when nobody asks. */
    @Override
    public void close() {
        for (var block = free.poll(); block != null; block = free.poll()) {
            block.close();
        }
    }
}
