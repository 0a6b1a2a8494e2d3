package himalia.serving;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that answer requests: a virtual one each where the JDK has them, else a few that take turns. */
final class RequestThreads {
    private RequestThreads() {}

    static ExecutorService open() {
        try {
            // By name, because this is compiled for Java 17, which has no virtual threads.
            return (ExecutorService)
                    MethodHandles.publicLookup()
                            .findStatic(
                                    Executors.class,
                                    "newVirtualThreadPerTaskExecutor",
                                    MethodType.methodType(ExecutorService.class))
                            .invoke();
        } catch (Throwable olderJdk) {
            return pool();
        }
    }

    private static ExecutorService pool() {
        var number = new AtomicInteger();
        int size = Math.max(8, 2 * Runtime.getRuntime().availableProcessors());
        return Executors.newFixedThreadPool(
                size,
                work -> {
                    var thread = new Thread(work, "model-server-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }
}
