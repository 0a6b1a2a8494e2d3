package himalia.worker;

/**
 * Throws into threads from inside, where this JVM was started without the debug agent that does it else, and is old
 * enough to know how: up to JDK 19. Each is suspended and looked at first, as the kernel would.
 */
final class InProcessStop {
    /** What the kernel starts a worker with that has no debug agent. */
    private static final String NO_AGENT = "off";

    private static final int GONE_SINCE = 20;

    private InProcessStop() {}

    /** Returns whether this worker has no agent. */
    static boolean alone() {
        return NO_AGENT.equals(System.getProperty("himalia.debugger"));
    }

    /** Returns what stops threads: from inside, where there is no agent. */
    static Runnable or(Runnable kernels) {
        return alone() ? InProcessStop::tryOnTargets : kernels;
    }

    /** Tries once, on the threads that the {@link StopDesk} names. */
    static void tryOnTargets() {
        if (Runtime.version().feature() < GONE_SINCE) {
            for (var target : StopDesk.targets) {
                var thread = target.thread;
                if (thread != null) {
                    tryOn(thread);
                }
            }
        }
    }

    @SuppressWarnings({"deprecation", "removal"})
    private static void tryOn(Thread thread) {
        thread.suspend();
        try {
            var frames = thread.getStackTrace();
            for (var target : StopDesk.targets) {
                if (target.isAt(thread, frames)
                        && UserFrames.onTop(frames, target.initialisersToo)) {
                    thread.stop();
                    return;
                }
            }
        } finally {
            thread.resume();
        }
    }
}
