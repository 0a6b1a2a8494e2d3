package himalia.worker;

import org.jspecify.annotations.Nullable;

/** A thread that is to be stopped, as long as it does what it was seen at. Read by the kernel's debugger, too. */
final class StopTarget {
    /** Null once it does something else. */
    volatile @Nullable Thread thread;

    /** Where it came into the user's code; empty where all that it does is meant. */
    final String entry;

    /** Whether a class of the user's that it initialises had its time: it cannot be used afterwards. */
    final boolean initialisersToo;

    StopTarget(Thread thread, String entry, boolean initialisersToo) {
        this.thread = thread;
        this.entry = entry;
        this.initialisersToo = initialisersToo;
    }

    /** Returns whether a thread with these frames is the one, and at what is to be stopped. */
    boolean isAt(Thread other, StackTraceElement[] frames) {
        return thread == other
                && (entry.isEmpty() || UserFrames.entry(frames).filter(entry::equals).isPresent());
    }
}
