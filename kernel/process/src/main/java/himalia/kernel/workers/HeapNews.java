package himalia.kernel.workers;

import himalia.link.LinkMessage;
import himalia.link.Messages;

/** What a worker says of its heap while cells run. */
final class HeapNews {
    private static final long GIGABYTE = 1 << 30;

    /** In milliseconds. */
    private static final long PAUSE = 2_000;

    private static final long PAUSE_A_GIGABYTE = 1_000;

    private volatile long heap;
    private volatile long most;
    private volatile long fullSince;
    private volatile long lowSince;

    /** Hears {@link Messages#FULL}, {@code LOW} or {@code ROOM}. */
    void hear(LinkMessage said) {
        if (said.number("heap") > 0) {
            heap = said.number("heap");
        }
        if (said.number("most") > 0) {
            most = said.number("most");
        }
        if (said.name().equals(Messages.FULL)) {
            fullSince = fullSince == 0 ? System.nanoTime() : fullSince;
        } else {
            lowSince = said.name().equals(Messages.LOW) ? System.nanoTime() : 0;
        }
    }

    /** Returns how many milliseconds one collection of a heap that is low may take, on a machine that does much else. */
    long pause() {
        return PAUSE + heap / GIGABYTE * PAUSE_A_GIGABYTE;
    }

    /** Returns how many bytes it may take, as digits; empty where the worker has not begun to talk. */
    String most() {
        return most == 0 ? "" : Long.toString(most);
    }

    /** Notes that the worker runs something new. */
    void begins() {
        fullSince = 0;
    }

    /** Returns for how many milliseconds it has been full; 0 where it is not. */
    long fullFor() {
        return since(fullSince);
    }

    /** Returns for how many milliseconds little of it has been free; 0 where there is room. */
    long lowFor() {
        return since(lowSince);
    }

    private static long since(long then) {
        return then == 0 ? 0 : Math.max(1, (System.nanoTime() - then) / 1_000_000);
    }
}
