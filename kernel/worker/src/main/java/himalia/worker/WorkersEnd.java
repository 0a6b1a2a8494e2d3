package himalia.worker;

/**
 * That the kernel is gone. Waiting for it takes no memory, which a cell may have filled: JDK 17's latches and locks make an
 * object for each who waits, and a main thread that dies of that ends the process.
 */
final class WorkersEnd {
    private boolean here;

    synchronized void come() {
        here = true;
        notifyAll();
    }

    /**
     * Waits for it.
     *
     * @param milliseconds how long at most; 0 is for ever
     * @return whether it is here
     */
    synchronized boolean await(long milliseconds) {
        long left = milliseconds;
        long end = System.nanoTime() + milliseconds * 1_000_000;
        while (!here && (milliseconds == 0 || left > 0)) {
            try {
                wait(left);
            } catch (InterruptedException e) {
                // A cell may interrupt every thread that it finds; this one waits on.
            }
            left = milliseconds == 0 ? 0 : (end - System.nanoTime()) / 1_000_000;
        }
        return here;
    }
}
