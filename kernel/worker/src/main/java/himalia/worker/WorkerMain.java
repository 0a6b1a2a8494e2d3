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
        IgnoredInterrupts.outlive();
        worker.start();
        rehearse(worker);
        worker.awaitEnd();
        try {
            worker.end();
        } finally {
            leaveNothing(arguments[0]);
        }
    }

    /** While a cell may run already, and fill the heap: whatever is thrown here, the process goes on. */
    private static void rehearse(Worker worker) {
        try {
            worker.rehearse();
        } catch (OutOfMemoryError e) {
            // There is no room to say anything, and no need.
        } catch (RuntimeException | Error e) {
            tell(e);
        }
    }

    /** A jar of the user's may break what is only done early; or a class of it came as the heap was full. */
    private static void tell(Throwable broken) {
        try {
            System.getLogger("himalia.worker")
                    .log(System.Logger.Level.WARNING, "nothing is rehearsed", broken);
        } catch (RuntimeException | Error e) {
            // Nor is there room to say so.
        }
    }

    /** What one finds no memory for, where the heap is full, does not keep the next from being done. */
    private static void leaveNothing(String socket) throws InterruptedException {
        try {
            Children.end();
        } finally {
            try {
                TemporaryFolder.of(socket).delete();
            } finally {
                end();
            }
        }
    }

    private static void end() {
        // Not exit: a shutdown hook of a library may hang, and no orphan may stay.
        try {
            if (StopDesk.debugged) {
                OutsideKill.prepare();
            }
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }
}
