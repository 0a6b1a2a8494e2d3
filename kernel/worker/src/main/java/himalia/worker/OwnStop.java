package himalia.worker;

/**
 * Throws into a thread from inside, where this JVM was started without the debug agent that does it else, and is old
 * enough to know how: up to JDK 19. The thread is suspended and looked at first, as the kernel would.
 */
final class OwnStop {
    /** What the kernel starts a worker with that has no debug agent. */
    private static final String NO_AGENT = "off";

    private static final int GONE_SINCE = 20;

    private OwnStop() {}

    /** Returns whether this worker has no agent. */
    static boolean alone() {
        return NO_AGENT.equals(System.getProperty("himalia.debugger"));
    }

    /** Tries once, on the thread that the {@link StopDesk} names. */
    @SuppressWarnings({"deprecation", "removal"})
    static void tryOnTarget() {
        var thread = StopDesk.target;
        if (thread == null || Runtime.version().feature() >= GONE_SINCE) {
            return;
        }
        thread.suspend();
        try {
            if (inUserHands(thread.getStackTrace())) {
                thread.stop();
            }
        } finally {
            thread.resume();
        }
    }

    /** Whether the user's code, or a library that it called, is on top: nothing of ours, and no class being loaded. */
    private static boolean inUserHands(StackTraceElement[] frames) {
        for (var frame : frames) {
            var name = frame.getClassName();
            boolean initialises = frame.getMethodName().equals("<clinit>");
            if (name.startsWith("REPL.")) {
                return !initialises;
            }
            if (initialises
                    || name.startsWith("himalia.worker.")
                    || name.startsWith("himalia.link.")
                    || name.startsWith("jdk.internal.loader.")
                    || name.equals("java.lang.ClassLoader")) {
                return false;
            }
        }
        return false;
    }
}
