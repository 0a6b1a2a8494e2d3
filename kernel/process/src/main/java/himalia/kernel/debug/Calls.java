package himalia.kernel.debug;

import com.sun.jdi.ClassNotLoadedException;
import com.sun.jdi.ClassType;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.InterfaceType;
import com.sun.jdi.InvalidTypeException;
import com.sun.jdi.InvocationException;
import com.sun.jdi.Method;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.Value;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Makes a stopped thread call a method, and waits a bounded time for it. A call that does not come back cannot be ended
 * from here; it ends with its cell.
 */
final class Calls {
    private static final long PATIENCE = 2_000;

    private @Nullable ThreadReference calling;
    private boolean letGo;

    /** Returns whether a thread runs for a call of ours: what it meets meanwhile is no stop. */
    synchronized boolean isCalling(ThreadReference thread) {
        return thread.equals(calling);
    }

    /** Lets a stopped thread go on; where it still runs for a call, after that. */
    synchronized void letGo(ThreadReference thread) {
        if (isCalling(thread)) {
            letGo = true;
        } else {
            thread.resume();
        }
    }

    private synchronized void begin(ThreadReference thread) {
        if (calling != null) {
            throw new DebugException(
                    "an earlier call has not come back yet; interrupt the cell to end it");
        }
        calling = thread;
        letGo = false;
    }

    private synchronized void end(ThreadReference thread) {
        calling = null;
        if (letGo) {
            thread.resume();
        }
    }

    /**
     * Calls a method.
     *
     * @param object on which; null for a static one
     * @throws DebugException if it throws or does not return in time
     */
    @Nullable Value call(
            Stop stop,
            ReferenceType type,
            @Nullable ObjectReference object,
            Method method,
            List<? extends @Nullable Value> arguments) {
        if (!stop.byEvent()) {
            throw new DebugException(
                    "the thread was paused inside a library, where it cannot call methods; step once, then ask again");
        }
        begin(stop.thread());
        var result = new CompletableFuture<@Nullable Value>();
        var thread =
                new Thread(
                        () -> {
                            try {
                                result.complete(
                                        invoke(stop.thread(), type, object, method, arguments));
                            } catch (RuntimeException e) {
                                // Whatever it is, the one who waits must hear of it.
                                result.completeExceptionally(e);
                            } finally {
                                end(stop.thread());
                            }
                        },
                        "himalia-debug-call");
        thread.setDaemon(true);
        thread.start();
        return await(result, method.name());
    }

    private static @Nullable Value await(CompletableFuture<@Nullable Value> result, String method) {
        try {
            return result.get(PATIENCE, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new DebugException(
                    method
                            + " did not return within "
                            + PATIENCE / 1_000
                            + " s and still runs; interrupt the cell to end it");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DebugException("interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DebugException known
                    ? known
                    : new DebugException(method + " could not be called: " + e.getCause());
        }
    }

    private static @Nullable Value invoke(
            ThreadReference thread,
            ReferenceType type,
            @Nullable ObjectReference object,
            Method method,
            List<? extends @Nullable Value> arguments) {
        try {
            int alone = ObjectReference.INVOKE_SINGLE_THREADED;
            if (object != null) {
                return object.invokeMethod(thread, method, arguments, alone);
            }
            return type instanceof ClassType known
                    ? known.invokeMethod(thread, method, arguments, alone)
                    : ((InterfaceType) type).invokeMethod(thread, method, arguments, alone);
        } catch (InvocationException e) {
            var name = ValueView.simple(e.exception().referenceType().name());
            throw new DebugException(method.name() + " threw " + name);
        } catch (InvalidTypeException
                | ClassNotLoadedException
                | IncompatibleThreadStateException e) {
            throw new DebugException(method.name() + " cannot be called: " + e.getMessage());
        }
    }
}
