package himalia.worker;

import himalia.display.bundle.Display;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Starts the worker: connects to the kernel that started it, and ends when that kernel is gone. */
public final class WorkerMain {
    private WorkerMain() {}

    /**
     * Runs the worker.
     *
     * @param arguments the path of the kernel's socket
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1) {
            throw new IllegalArgumentException(
                    "the kernel starts this program, with the path of its socket");
        }
        var told = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).split("\0");
        StopDesk.secret = told[0];
        var channel = SocketChannel.open(UnixDomainSocketAddress.of(arguments[0]));
        var worker = new Worker(channel);
        boolean users = System.getProperty("himalia.jars") != null;
        if (!users) {
            Display.renderers().find();
        }
        ClassPath.join(Arrays.asList(told).subList(1, told.length));
        if (users) {
            Display.renderers().reload();
        }
        worker.start();
        IgnoredInterrupts.outlive();
        try {
            worker.rehearse();
        } catch (OutOfMemoryError e) {
            // A cell fills the heap already: there is no room to say anything, and no need.
        } catch (RuntimeException | Error e) {
            // A jar of the user's may break what is only done early.
            System.getLogger("himalia.worker")
                    .log(System.Logger.Level.WARNING, "nothing is rehearsed", e);
        }
        worker.awaitEnd();
        try {
            worker.end();
            Children.end();
            TemporaryFolder.of(arguments[0]).delete();
        } finally {
            end();
        }
    }

    private static void end() {
        // Not exit: a shutdown hook of a library may hang, and no orphan may stay.
        if (StopDesk.debugged) {
            OutsideKill.prepare();
        }
        Runtime.getRuntime().halt(0);
    }
}
