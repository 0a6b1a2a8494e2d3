package himalia.kernel.workers;

import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.InvalidStackFrameException;
import com.sun.jdi.InvalidTypeException;
import com.sun.jdi.ObjectCollectedException;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/**
 * Throws the worker's interrupt into the threads it names, wherever they are: in a loop of a library, or under a
 * {@code catch (Throwable)}. Each is suspended first and looked at: it is stopped only outside code of ours and of
 * class loading, which a torn frame would break.
 */
final class AsynchronousStop {
    private static final System.Logger LOG = System.getLogger("himalia.workers");

    private AsynchronousStop() {}

    /** Tries once. */
    static void tryOn(Debuggee debuggee) {
        try {
            var machine = debuggee.machine();
            if (Debuggee.value(machine, "error") instanceof ObjectReference error) {
                for (var target : StopWish.read(machine)) {
                    stop(target.thread(), error, () -> StopWish.read(machine));
                }
            }
        } catch (ObjectCollectedException | VMDisconnectedException e) {
            // A thread that was to be stopped has ended, or the process with all of them.
            LOG.log(System.Logger.Level.DEBUG, "nothing to stop any more", e);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "no asynchronous stop: " + e.getMessage());
        }
    }

    /**
     * Looks at the thread, and stops it. One at a time: the worker asks again while an earlier try still looks, and a
     * thread that one try resumes is one whose frames the other may no longer read, though it still stands.
     *
     * @param wishes says what is to be stopped; asked while the thread stands, since what was read before may have ended,
     *     and the thread may be at the next cell
     */
    static void stop(
            ThreadReference thread, ObjectReference error, Supplier<List<StopWish>> wishes) {
        synchronized (thread.virtualMachine()) {
            thread.suspend();
            try {
                if (isWanted(thread, wishes.get())) {
                    thread.stop(error);
                }
            } catch (IncompatibleThreadStateException
                    | InvalidTypeException
                    | InvalidStackFrameException
                    | ObjectCollectedException e) {
                // The debugger let the thread go on meanwhile, or it ended. The worker asks again.
                LOG.log(System.Logger.Level.DEBUG, "the thread could not be stopped", e);
            } finally {
                thread.resume();
            }
        }
    }

    private static boolean isWanted(ThreadReference thread, List<StopWish> wishes)
            throws IncompatibleThreadStateException {
        for (var wish : wishes) {
            if (wish.isFor(thread)) {
                return inUserHands(thread) && (wish.initialisersToo() || !initialises(thread));
            }
        }
        return false;
    }

    /** Whether the user's code, or a library that it called, is on top: nothing of ours, and no class being loaded. */
    private static boolean inUserHands(ThreadReference thread)
            throws IncompatibleThreadStateException {
        for (var frame : thread.frames()) {
            var name = frame.location().declaringType().name();
            if (name.startsWith("REPL.")) {
                return true;
            }
            if (name.startsWith("himalia.worker.")
                    || name.startsWith("himalia.link.")
                    || name.startsWith("jdk.internal.loader.")
                    || name.equals("java.lang.ClassLoader")
                    || frame.location().method().name().equals("<clinit>")) {
                return false;
            }
        }
        return false;
    }

    private static boolean initialises(ThreadReference thread)
            throws IncompatibleThreadStateException {
        for (var frame : thread.frames()) {
            if (frame.location().method().name().equals("<clinit>")
                    && frame.location().declaringType().name().startsWith("REPL.")) {
                return true;
            }
        }
        return false;
    }
}
