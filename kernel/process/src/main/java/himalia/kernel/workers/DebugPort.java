package himalia.kernel.workers;

import com.sun.jdi.ClassNotLoadedException;
import com.sun.jdi.InvalidTypeException;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a debugger needs of the worker, whichever worker it is just now. */
public final class DebugPort {
    private static final System.Logger LOG = System.getLogger("himalia.workers");

    private final Supplier<CompletableFuture<WorkerProcess>> worker;
    private final Function<String, List<byte[]>> classFiles;
    private volatile @Nullable Listener listener;

    DebugPort(
            Supplier<CompletableFuture<WorkerProcess>> worker,
            Function<String, List<byte[]>> classFiles) {
        this.worker = worker;
        this.classFiles = classFiles;
    }

    /** Hears what matters to a debugger. */
    public interface Listener {
        /** A new worker is there, and nothing has run in it yet. */
        void workerStarted(VirtualMachine machine);

        /** A snippet is about to be called, and its classes are known. */
        void invoking();

        /** The cell that runs is to end. */
        void interrupting();

        /** The cell that ran has ended. */
        void cellEnded();
    }

    /** Tells a debugger from now on. */
    public void listen(Listener hears) {
        listener = hears;
    }

    /** Returns the worker's virtual machine. */
    public VirtualMachine machine() throws IOException {
        return process().debuggee().machine();
    }

    /** Tells a worker that a debugger is attached, so that it makes sure of its own end. */
    public void mark(VirtualMachine machine) {
        try {
            Debuggee.mark(machine);
        } catch (InvalidTypeException | ClassNotLoadedException e) {
            throw new IllegalStateException("the worker's desk cannot be reached", e);
        }
    }

    /** Returns a way to look at objects of the worker. */
    public ObjectViewer looks() throws IOException {
        return new ObjectViewer(process());
    }

    /** Returns the class files of a snippet's class and of those inside it. */
    public List<byte[]> classFiles(String outerClass) {
        return classFiles.apply(outerClass);
    }

    /**
     * Throws the interrupt into a thread that is suspended in the user's code.
     *
     * @return whether that could be done
     */
    public boolean end(ThreadReference thread) {
        try {
            if (Debuggee.value(thread.virtualMachine(), "error") instanceof ObjectReference error) {
                thread.stop(error);
                return true;
            }
        } catch (InvalidTypeException e) {
            LOG.log(System.Logger.Level.DEBUG, "the thread could not be stopped", e);
        }
        return false;
    }

    void started(WorkerProcess process) {
        var hears = listener;
        if (hears != null) {
            try {
                hears.workerStarted(process.debuggee().machine());
            } catch (IOException | VMDisconnectedException e) {
                LOG.log(System.Logger.Level.WARNING, "no debugger: " + e.getMessage());
            }
        }
    }

    /** Returns whether somebody hears of invocations. */
    boolean isHeard() {
        return listener != null;
    }

    void invoking() {
        var hears = listener;
        if (hears != null) {
            hears.invoking();
        }
    }

    void interrupting() {
        var hears = listener;
        if (hears != null) {
            hears.interrupting();
        }
    }

    void cellEnded() {
        var hears = listener;
        if (hears != null) {
            hears.cellEnded();
        }
    }

    private WorkerProcess process() throws IOException {
        try {
            return worker.get().join();
        } catch (CompletionException e) {
            throw new IOException("the worker could not be started", e);
        }
    }
}
