package himalia.worker;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * Throws an error into a thread wherever it is, where the JDK still can ({@code Thread.stop}, before 20), and only while
 * none of our own code is on top of its stack: a torn frame would end the link.
 */
final class AsynchronousStop {
    private static final Optional<Method> STOP = method("stop");

    private AsynchronousStop() {}

    static void tryOn(Thread thread) {
        if (STOP.isEmpty() || inOurCode(thread.getStackTrace())) {
            return;
        }
        try {
            STOP.get().invoke(thread);
        } catch (IllegalAccessException | InvocationTargetException e) {
            // This JDK has the method and refuses: the thread will be abandoned instead.
            System.getLogger("himalia.worker")
                    .log(System.Logger.Level.DEBUG, "no asynchronous stop", e);
        }
    }

    /** Whether the code of ours that serves user code (output, input, displays) is at work on this thread now. */
    private static boolean inOurCode(StackTraceElement[] stack) {
        for (var frame : stack) {
            var name = frame.getClassName();
            if (name.startsWith("REPL.")) {
                return false;
            }
            if (name.startsWith("himalia.worker.")
                    || name.startsWith("himalia.link.")
                    || name.equals("java.lang.ClassLoader")) {
                return true;
            }
        }
        return true;
    }

    private static Optional<Method> method(String name) {
        if (Runtime.version().feature() >= 20) {
            return Optional.empty();
        }
        try {
            return Optional.of(Thread.class.getMethod(name));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }
}
