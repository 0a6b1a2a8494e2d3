package himalia.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Proxy;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a cell asks of a database is cancelled with the cell, and only then. */
@Timeout(120)
class StatementCallsTest {
    private final CountDownLatch executes = new CountDownLatch(1);
    private final CountDownLatch cancelled = new CountDownLatch(1);

    /** One that executes until it is cancelled. */
    private Statement endless() {
        return statement(
                () -> {
                    executes.countDown();
                    try {
                        return !cancelled.await(60, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        return true;
                    }
                });
    }

    private Statement statement(Supplier<Boolean> execute) {
        return (Statement)
                Proxy.newProxyInstance(
                        Statement.class.getClassLoader(),
                        new Class<?>[] {Statement.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("cancel")) {
                                cancelled.countDown();
                                return null;
                            }
                            return method.getName().equals("execute")
                                    ? execute.get()
                                    : method.getName().hashCode();
                        });
    }

    /** Calls {@code statement.execute("")} as a woven class does. */
    private static boolean executed(Statement statement) throws Throwable {
        var type = MethodType.methodType(boolean.class, Statement.class, String.class);
        var site = StatementCalls.bootstrap(MethodHandles.lookup(), "execute", type);
        return (boolean) site.dynamicInvoker().invokeExact(statement, "");
    }

    private static Thread run(long cell, Statement statement, CompletableFuture<Boolean> result) {
        var thread =
                new Thread(
                        () -> {
                            CellScope.enterAside(cell);
                            try {
                                result.complete(executed(statement));
                            } catch (Throwable e) {
                                result.completeExceptionally(e);
                            }
                        });
        thread.start();
        return thread;
    }

    /** Statements are cancelled on threads of their own. */
    private static void awaitCancellers() throws InterruptedException {
        var threads = new Thread[Thread.activeCount() + 32];
        int count = Thread.enumerate(threads);
        for (int i = 0; i < count; i++) {
            if (threads[i].getName().equals("himalia-cancel")) {
                threads[i].join();
            }
        }
    }

    @Test
    void whatACellExecutesIsCancelledWithIt() throws Exception {
        var result = new CompletableFuture<Boolean>();
        var thread = run(9_201, endless(), result);
        executes.await();
        StatementCalls.cancel(thread, 9_201);
        assertThat(result.get()).isFalse();
    }

    @Test
    void whatTheNextCellExecutesOnTheSameThreadIsSpared() throws Exception {
        var result = new CompletableFuture<Boolean>();
        var thread = run(9_212, endless(), result);
        executes.await();
        StatementCalls.cancel(thread, 9_211);
        // Cancelled on a thread of its own: were this one meant too, the first call would have been
        // heard.
        assertThat(cancelled.getCount()).isEqualTo(1);
        StatementCalls.cancel(thread, 9_212);
        assertThat(result.get()).isFalse();
    }

    @Test
    void whatHasEndedIsNotCancelled() throws Throwable {
        assertThat(executed(statement(() -> true))).isTrue();
        StatementCalls.cancel(Thread.currentThread(), CellScope.current());
        awaitCancellers();
        assertThat(cancelled.getCount()).isEqualTo(1);
    }

    @Test
    void otherMethodsOfThatNameRunAsTheyWould() throws Throwable {
        var type = MethodType.methodType(String.class, Executes.class, String.class);
        var site = StatementCalls.bootstrap(MethodHandles.lookup(), "execute", type);
        assertThat((String) site.dynamicInvoker().invokeExact(new Executes(), "a")).isEqualTo("a!");
    }

    static final class Executes {
        String execute(String word) {
            return word + "!";
        }
    }
}
