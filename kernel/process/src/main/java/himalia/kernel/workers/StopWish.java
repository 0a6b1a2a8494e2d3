package himalia.kernel.workers;

import com.sun.jdi.ArrayReference;
import com.sun.jdi.BooleanValue;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.StringReference;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.Value;
import com.sun.jdi.VirtualMachine;
import java.util.ArrayList;
import java.util.List;

/**
 * A thread that the worker wants stopped.
 *
 * @param thread the thread
 * @param entry where it came into the user's code; empty where all that it does is meant
 * @param initialisersToo whether a class of the user's that is being initialised had its time: it cannot be used afterwards
 */
record StopWish(ThreadReference thread, String entry, boolean initialisersToo) {
    /** Reads what the worker wants just now. */
    static List<StopWish> read(VirtualMachine machine) {
        var wishes = new ArrayList<StopWish>();
        if (Debuggee.value(machine, "targets") instanceof ArrayReference targets) {
            for (var target : targets.getValues()) {
                if (target instanceof ObjectReference told
                        && field(told, "thread") instanceof ThreadReference thread
                        && field(told, "entry") instanceof StringReference entry
                        && field(told, "initialisersToo") instanceof BooleanValue late) {
                    wishes.add(new StopWish(thread, entry.value(), late.value()));
                }
            }
        }
        return wishes;
    }

    private static Value field(ObjectReference target, String name) {
        return target.getValue(target.referenceType().fieldByName(name));
    }

    /** Returns whether that is the thread, and it does what is to be stopped. It must be suspended. */
    boolean isFor(ThreadReference other) throws IncompatibleThreadStateException {
        return thread.equals(other) && (entry.isEmpty() || entry.equals(entryOf(other)));
    }

    /** Returns the user's method on a stack that called all others of the user's, as the worker names it. */
    private static String entryOf(ThreadReference thread) throws IncompatibleThreadStateException {
        var frames = thread.frames();
        for (int i = frames.size() - 1; i >= 0; i--) {
            var location = frames.get(i).location();
            var type = location.declaringType().name();
            // A lambda's own class has a slash in its name, and is hidden from the worker.
            if (type.startsWith("REPL.") && type.indexOf('/') < 0) {
                return type + "." + location.method().name();
            }
        }
        return "";
    }
}
