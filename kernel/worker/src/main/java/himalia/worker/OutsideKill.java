package himalia.worker;

import java.io.IOException;
import java.util.List;

/**
 * Ends this process from outside where it cannot end by itself: the debug agent keeps a JVM alive, whatever {@code halt}
 * says, while a thread calls a method for a debugger that is gone. No thread of this process can do it then, because the
 * agent holds up each that loads a class.
 */
final class OutsideKill {
    private OutsideKill() {}

    /** Has this process killed if it is still there in a second. */
    static void prepare() {
        long pid = ProcessHandle.current().pid();
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        try {
            new ProcessBuilder(
                            windows
                                    ? List.of(
                                            "cmd",
                                            "/c",
                                            "ping -n 2 127.0.0.1 >nul & taskkill /F /PID " + pid)
                                    : List.of("sh", "-c", "sleep 1; kill -9 " + pid))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            System.getLogger("himalia.worker")
                    .log(System.Logger.Level.WARNING, "nobody watches the end of this process", e);
        }
    }
}
