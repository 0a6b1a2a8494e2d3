package himalia.kernel;

import himalia.kernel.channels.ConnectionFile;
import himalia.kernel.settings.Installation;
import java.io.IOException;
import java.nio.file.Path;

/** Starts the kernel process: {@code java … himalia.kernel.Main CONNECTION_FILE}. */
public final class Main {
    private Main() {}

    /**
     * Runs the kernel until it is shut down.
     *
     * @param arguments the path of the connection file
     */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 1) {
            fail("usage: himalia.kernel.Main CONNECTION_FILE, which a Jupyter front end writes");
        }
        var parent = ParentWatch.ofEnvironment();
        parent.missing()
                .ifPresent(pid -> fail("process " + pid + ", which started this kernel, is gone"));
        try {
            var kernel =
                    new Kernel(ConnectionFile.read(Path.of(arguments[0])), Installation.find());
            parent.watch(kernel::end);
            // SIGTERM begins this: the kernel ends as if asked politely, and halts in the meantime.
            Runtime.getRuntime().addShutdownHook(new Thread(kernel::endSoon, "himalia-end"));
            kernel.serve();
        } catch (IOException | IllegalArgumentException e) {
            fail(String.valueOf(e.getMessage()));
        }
        // Not exit: a hook of a library may hang, and no orphan may stay.
        Runtime.getRuntime().halt(0);
    }

    private static void fail(String why) {
        // The server's log is where a kernel that cannot start is looked for.
        System.err.println("himalia: " + why);
        Runtime.getRuntime().halt(1);
    }
}
