package himalia.worker;

import java.io.IOException;
import java.util.List;

/**
 * Ends this process from outside where it cannot end by itself: the debug agent keeps a JVM alive, whatever {@code halt}
 * says, while a thread calls a method for a debugger that is gone.
 */
final class LastResort {
    private static final long PATIENCE = 1_000;

    private LastResort() {}

    /** Has this process killed if it is still there in a second. */
    static void prepare() {
        var thread = new Thread(LastResort::kill, "himalia-last-resort");
        thread.setDaemon(true);
        thread.start();
    }

    private static void kill() {
        var pid = Long.toString(ProcessHandle.current().pid());
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        try {
            Thread.sleep(PATIENCE);
            new ProcessBuilder(
                            windows
                                    ? List.of("taskkill", "/F", "/PID", pid)
                                    : List.of("kill", "-9", pid))
                    .start();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            System.getLogger("himalia.worker")
                    .log(System.Logger.Level.WARNING, "this process cannot be ended", e);
        }
    }
}
