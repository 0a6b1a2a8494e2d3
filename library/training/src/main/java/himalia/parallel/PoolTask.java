package himalia.parallel;

import java.io.IOException;

/**
 * What the processes of a {@link WorkerPool} do; each jar names its own in {@code META-INF/services/himalia.parallel.PoolTask}.
 *
 * <pre>{@code
 * public final class Squares implements PoolTask {
 *     public void begin(byte[] task) {}
 *
 *     public byte[] work(byte[] order, Parent parent) {
 *         return new byte[] {(byte) (order[0] * order[0])};
 *     }
 * }
 * }</pre>
 */
public interface PoolTask {
    /** Takes what all pieces of work have in common; once, before the first. */
    void begin(byte[] task) throws IOException;

    /**
     * Does one piece of work.
     *
     * @return what the pool is told when it is done
     */
    byte[] work(byte[] order, Parent parent) throws IOException;

    /** The process that has started this one. */
    @FunctionalInterface
    interface Parent {
        /** Tells it what was found in the middle of a piece, and waits for its answer. */
        byte[] ask(byte[] found) throws IOException;
    }
}
