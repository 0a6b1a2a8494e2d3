package himalia.worker;

import org.jspecify.annotations.Nullable;

/**
 * What the kernel's debugger reads here before it stops a thread: who is meant, what to throw, and the secret that
 * proves that this is the worker. Nothing in this process calls on it.
 */
final class StopDesk {
    /** Given by the kernel at the start. */
    static volatile String secret = "";

    /** The thread to stop. */
    static volatile @Nullable Thread target;

    /** What is thrown into it; made beforehand, because a suspended process makes nothing. */
    static final CellInterrupted error = new CellInterrupted();

    private StopDesk() {}
}
