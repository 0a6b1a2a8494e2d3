package himalia.kernel.workers;

import java.util.concurrent.locks.ReentrantLock;

/** The compiler's lock, released while the user's code runs: completion and inspection use the compiler meanwhile. */
final class ReleasedLock {
    private final ReentrantLock lock;

    ReleasedLock(ReentrantLock lock) {
        this.lock = lock;
    }

    /** Releases it; returns how often it was held. */
    int release() {
        int held = lock.getHoldCount();
        for (int i = 0; i < held; i++) {
            lock.unlock();
        }
        return held;
    }

    /** Holds it so often again. */
    void acquire(int held) {
        for (int i = 0; i < held; i++) {
            lock.lock();
        }
    }
}
