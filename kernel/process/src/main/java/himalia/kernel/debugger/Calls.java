package himalia.kernel.debugger;

import com.sun.jdi.ClassNotLoadedException;
import com.sun.jdi.ClassType;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.InvalidTypeException;
import com.sun.jdi.InvocationException;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.Value;
import himalia.kernel.expression.CompiledExpression;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes a stopped thread evaluate an expression, and waits a bounded time for it. A call that does not come back cannot be ended
 * from here; it ends with its cell.
 */
final class Calls {
    private static final long PATIENCE = 2_000;

    private final Function<ObjectReference, String> thrown;
    private @Nullable ThreadReference calling;
    private @Nullable Runnable afterwards;

    /** Makes a way to call; {@code thrown} says in words what an exception is. */
    Calls(Function<ObjectReference, String> thrown) {
        this.thrown = thrown;
    }

    /** Returns whether a thread runs for a call of ours: what it meets meanwhile is no stop. */
    synchronized boolean isCalling(ThreadReference thread) {
        return thread.equals(calling);
    }

    /** Lets a stopped thread go on; where it still runs for a call, after that. */
    synchronized void letGo(ThreadReference thread) {
        afterCall(thread, thread::resume);
    }

    /**
     * Ends the cell of a stopped thread, and lets it go on; where it still runs for a call, after that. The call is ended by
     * the worker: what is thrown from here as it comes back would meet the debug agent, which aborts the process.
     *
     * @param thrower throws the interrupt into the thread
     */
    synchronized void end(ThreadReference thread, Consumer<ThreadReference> thrower) {
        afterCall(
                thread,
                () -> {
                    try {
                        thrower.accept(thread);
                    } finally {
                        thread.resume();
                    }
                });
    }

    private void afterCall(ThreadReference thread, Runnable what) {
        if (isCalling(thread)) {
            afterwards = what;
        } else {
            what.run();
        }
    }

    private synchronized void begin(ThreadReference thread) {
        if (calling != null) {
            throw new DebugException(
                    "an earlier call has not come back yet; interrupt the cell to end it");
        }
        calling = thread;
        afterwards = null;
    }

    private void cameBack(Runnable said) {
        try {
            cameBack();
        } finally {
            said.run();
        }
    }

    private synchronized void cameBack() {
        calling = null;
        if (afterwards != null) {
            afterwards.run();
        }
    }

    /**
     * Calls the method of an expression.
     *
     * @param type its class
     * @param what the expression, as it was written
     * @throws DebugException if it throws or does not return in time
     */
    @Nullable Value call(
            Stop stop, ClassType type, String what, List<? extends @Nullable Value> arguments) {
        begin(stop.thread());
        var result = new CompletableFuture<@Nullable Value>();
        var thread =
                new Thread(
                        () -> {
                            Runnable said = () -> {};
                            try {
                                var value = invoke(stop.thread(), type, what, arguments);
                                said = () -> result.complete(value);
                            } catch (RuntimeException e) {
                                // Whatever it is, the one who waits must hear of it.
                                said = () -> result.completeExceptionally(e);
                            } finally {
                                // Who hears of it may call again at once.
                                cameBack(said);
                            }
                        },
                        "himalia-debug-call");
        thread.setDaemon(true);
        thread.start();
        return await(result, what);
    }

    private static @Nullable Value await(CompletableFuture<@Nullable Value> result, String what) {
        try {
            return result.get(PATIENCE, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new DebugException(
                    what
                            + " did not return within "
                            + PATIENCE / 1_000
                            + " s and still runs; interrupt the cell to end it");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DebugException("interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DebugException known
                    ? known
                    : new DebugException(what + " could not be evaluated: " + e.getCause());
        }
    }

    private @Nullable Value invoke(
            ThreadReference thread,
            ClassType type,
            String what,
            List<? extends @Nullable Value> arguments) {
        try {
            var method = type.methodsByName(CompiledExpression.METHOD).get(0);
            return type.invokeMethod(
                    thread, method, arguments, ObjectReference.INVOKE_SINGLE_THREADED);
        } catch (InvocationException e) {
            throw new DebugException(what + " threw " + thrown.apply(e.exception()));
        } catch (InvalidTypeException
                | ClassNotLoadedException
                | IncompatibleThreadStateException e) {
            throw new DebugException(what + " cannot be evaluated here: " + e.getMessage());
        }
    }
}
