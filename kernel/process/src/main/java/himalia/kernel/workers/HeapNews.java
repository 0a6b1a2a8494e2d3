package himalia.kernel.workers;

import himalia.link.Messages;

/** What a worker says of its heap while cells run. */
final class HeapNews {
    private volatile long fullSince;
    private volatile long lowSince;

    /** Hears {@link Messages#FULL}, {@code LOW} or {@code ROOM}. */
    void hear(String said) {
        if (said.equals(Messages.FULL)) {
            fullSince = fullSince == 0 ? System.nanoTime() : fullSince;
        } else {
            lowSince = said.equals(Messages.LOW) ? System.nanoTime() : 0;
        }
    }

    /** Notes that the worker runs something new. */
    void begins() {
        fullSince = 0;
    }

    /** Returns for how many milliseconds it has been full; 0 where it is not. */
    long fullFor() {
        return since(fullSince);
    }

    /** Returns for how many milliseconds hardly any of it has been free; 0 where there is room. */
    long lowFor() {
        return since(lowSince);
    }

    private static long since(long then) {
        return then == 0 ? 0 : Math.max(1, (System.nanoTime() - then) / 1_000_000);
    }
}
