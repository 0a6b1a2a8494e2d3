package himalia.worker;

import sun.misc.Signal;

/** Keeps SIGINT, which a terminal sends to all its processes, from ending the worker: the kernel says what to interrupt. */
final class IgnoredInterrupts {
    private IgnoredInterrupts() {}

    /** Does nothing at a SIGINT from now on; children of this process still end by it. */
    static void outlive() {
        try {
            Signal.handle(new Signal("INT"), signal -> {});
        } catch (IllegalArgumentException e) {
            // The user's -Xrs keeps signals from the JVM.
            System.getLogger("himalia.worker")
                    .log(System.Logger.Level.DEBUG, "SIGINT will end this process", e);
        }
    }
}
