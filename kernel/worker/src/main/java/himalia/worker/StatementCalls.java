package himalia.worker;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The statements of databases that cells execute just now: a driver hears no {@code Thread.interrupt}, so who ends a cell
 * cancels them. Given up instead, the connection would be held for ever by the thread that waits.
 */
public final class StatementCalls {
    private static final Map<Thread, Call> RUNNING = new ConcurrentHashMap<>();

    private record Call(Statement statement, long cell) {}

    private StatementCalls() {}

    /** Returns whether a call looks like one; whose it is is known when it is linked. */
    static boolean mayBe(String name, String descriptor) {
        return name.startsWith("execute")
                && (descriptor.startsWith("()") || descriptor.startsWith("(Ljava/lang/String;"))
                && !descriptor.endsWith(")V");
    }

    /** Links a woven call of a method that is named like those of statements: they are noted, all others run as they would. */
    public static CallSite bootstrap(MethodHandles.Lookup caller, String name, MethodType type)
            throws ReflectiveOperationException {
        var owner = type.parameterType(0);
        var own = caller.findVirtual(owner, name, type.dropParameterTypes(0, 1)).asType(type);
        return new ConstantCallSite(Statement.class.isAssignableFrom(owner) ? noted(own) : own);
    }

    private static MethodHandle noted(MethodHandle call) throws ReflectiveOperationException {
        var lookup = MethodHandles.lookup();
        var type = call.type();
        var begin =
                lookup.findStatic(
                        StatementCalls.class,
                        "begin",
                        MethodType.methodType(void.class, Statement.class));
        var end = lookup.findStatic(StatementCalls.class, "end", MethodType.methodType(void.class));
        var result = type.returnType();
        // What is given back passes the end by.
        var passed = MethodHandles.foldArguments(MethodHandles.identity(result), end);
        var cleanup = MethodHandles.dropArguments(passed, 0, Throwable.class);
        return MethodHandles.foldArguments(
                MethodHandles.tryFinally(call, cleanup),
                begin.asType(MethodType.methodType(void.class, type.parameterType(0))));
    }

    static void begin(@Nullable Statement statement) {
        if (statement != null) {
            RUNNING.put(Thread.currentThread(), new Call(statement, CellScope.current()));
        }
    }

    static void end() {
        RUNNING.remove(Thread.currentThread());
    }

    /** Cancels what a thread executes for a cell, on a thread of its own: some drivers ask their server. */
    static void cancel(Thread thread, long cell) {
        var call = RUNNING.get(thread);
        if (call != null && call.cell() == cell) {
            var canceller = new Thread(() -> cancel(thread, call), "himalia-cancel");
            canceller.setDaemon(true);
            canceller.start();
        }
    }

    private static void cancel(Thread thread, Call call) {
        if (RUNNING.get(thread) != call) {
            // It ended by itself, and the next cell may execute the same statement.
            return;
        }
        try {
            call.statement().cancel();
        } catch (SQLException | RuntimeException e) {
            System.getLogger("himalia.worker")
                    .log(System.Logger.Level.DEBUG, "a statement could not be cancelled", e);
        }
    }
}
