package himalia.kernel.workers;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ClassNotLoadedException;
import com.sun.jdi.ClassType;
import com.sun.jdi.InvalidTypeException;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StringReference;
import com.sun.jdi.Value;
import com.sun.jdi.VirtualMachine;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The worker as JDI sees it, attached at the first request. Before anything is suspended or changed, the other end must
 * hold the secret that the worker was given when it was started: any program of this machine could have called.
 */
final class Debuggee implements AutoCloseable {
    private static final String DESK = "himalia.worker.StopDesk";

    private final @Nullable DebugLine line;
    private final String secret;
    private @Nullable VirtualMachine machine;

    /** Without a line where the worker was started without the agent. */
    Debuggee(@Nullable DebugLine line, String secret) {
        this.line = line;
        this.secret = secret;
    }

    /** Returns the virtual machine of the worker. */
    synchronized VirtualMachine machine() throws IOException {
        var attached = machine;
        if (line == null) {
            throw new IOException(
                    "this JVM was started without the debugger; '%jvm --debugger on' starts one with it");
        }
        if (attached == null) {
            attached =
                    Bootstrap.virtualMachineManager()
                            .createVirtualMachine(new JdwpConnection(line.socket()));
            if (!(value(attached, "secret") instanceof StringReference found)
                    || !found.value().equals(secret)) {
                attached.dispose();
                line.close();
                throw new IOException("what called on the debug line is not the worker");
            }
            machine = attached;
        }
        return attached;
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

    @Override
    public synchronized void close() throws IOException {
        if (line != null) {
            line.close();
        }
    }
}
