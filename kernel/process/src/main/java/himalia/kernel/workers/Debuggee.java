package himalia.kernel.workers;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ClassNotLoadedException;
import com.sun.jdi.ClassType;
import com.sun.jdi.InternalException;
import com.sun.jdi.InvalidTypeException;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StringReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.Value;
import com.sun.jdi.VirtualMachine;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The worker as JDI sees it, attached at the first request. Before anything is suspended or changed, the other end must
 * hold the secret that the worker was given when it was started: any program of this machine could have called.
 */
final class Debuggee implements AutoCloseable {
    private static final String DESK = "himalia.worker.StopDesk";

    /** How long a caller may take to show that it is the worker, where several have called. */
    private static final int PATIENCE_MS = 3_000;

    private final @Nullable List<Socket> callers;
    private final String secret;
    private @Nullable VirtualMachine machine;

    /**
     * Knows the worker by its secret.
     *
     * @param callers on the debug line; null where the worker was started without the agent
     */
    Debuggee(@Nullable List<Socket> callers, String secret) {
        this.callers = callers;
        this.secret = secret;
    }

    /** Returns the virtual machine of the worker. */
    synchronized VirtualMachine machine() throws IOException {
        if (callers == null) {
            throw new IOException(
                    "this JVM was started without the debugger; '%jvm --debugger on' starts one with it");
        }
        var attached = machine;
        if (attached == null) {
            attached = find(callers);
            machine = attached;
        }
        return attached;
    }

    private VirtualMachine find(List<Socket> all) throws IOException {
        for (var caller : all) {
            try {
                var found = attach(caller, all.size() > 1);
                if (found.isPresent()) {
                    return found.get();
                }
            } catch (IOException
                    | VMDisconnectedException
                    | InternalException
                    | IllegalArgumentException
                    | IndexOutOfBoundsException
                    | NegativeArraySizeException e) {
                // Whoever this is does not speak as a JVM does.
                System.getLogger("himalia.workers")
                        .log(System.Logger.Level.DEBUG, "a stranger on the debug line", e);
            }
            caller.close();
        }
        throw new IOException("the worker's debug agent has not called");
    }

    /** Returns the machine behind a caller where it is the worker; a stranger that is silent is cut off. */
    private Optional<VirtualMachine> attach(Socket caller, boolean limited) throws IOException {
        caller.setSoTimeout(PATIENCE_MS);
        var hello = caller.getInputStream().readNBytes(DebugLine.HANDSHAKE.length);
        if (!Arrays.equals(hello, DebugLine.HANDSHAKE)) {
            return Optional.empty();
        }
        caller.setSoTimeout(0);
        var known = new AtomicBoolean();
        if (limited) {
            CompletableFuture.delayedExecutor(PATIENCE_MS, TimeUnit.MILLISECONDS)
                    .execute(() -> cut(caller, known));
        }
        var attached =
                Bootstrap.virtualMachineManager().createVirtualMachine(new JdwpConnection(caller));
        boolean ours =
                value(attached, "secret") instanceof StringReference told
                        && told.value().equals(secret)
                        && known.compareAndSet(false, true);
        if (!ours) {
            attached.dispose();
        }
        return ours ? Optional.of(attached) : Optional.empty();
    }

    private static void cut(Socket caller, AtomicBoolean known) {
        if (known.compareAndSet(false, true)) {
            try {
                caller.close();
            } catch (IOException e) {
                // It is gone.
            }
        }
    }

    /** Returns a static field of the worker's desk for stops. */
    static @Nullable Value value(VirtualMachine machine, String field) {
        var desk = desk(machine);
        return desk == null ? null : desk.getValue(desk.fieldByName(field));
    }

    static void mark(VirtualMachine machine) throws InvalidTypeException, ClassNotLoadedException {
        if (desk(machine) instanceof ClassType desk) {
            desk.setValue(desk.fieldByName("debugged"), machine.mirrorOf(true));
        }
    }

    private static @Nullable ReferenceType desk(VirtualMachine machine) {
        var found = machine.classesByName(DESK);
        return found.isEmpty() ? null : found.get(0);
    }

    /** Ends what may be asked of it meanwhile, too: so this waits for no monitor. */
    @Override
    public void close() throws IOException {
        if (callers != null) {
            for (var caller : callers) {
                caller.close();
            }
        }
    }
}
