package himalia.kernel.debugger;

import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.Location;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.event.ExceptionEvent;
import com.sun.jdi.request.EventRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stops where something is thrown: all that reaches the user's code, or what nobody there catches. */
final class ExceptionStops {
    private static final String RAISED = "raised";
    private static final String UNCAUGHT = "uncaught";

    private volatile Set<String> filters = Set.of();

    /** Returns the filters that a front end may offer. */
    static List<Map<String, Object>> offered() {
        return List.of(
                Map.of("filter", RAISED, "label", "Raised exceptions", "default", false),
                Map.of("filter", UNCAUGHT, "label", "Uncaught exceptions", "default", false));
    }

    /** Sets the filters that hold from now on. */
    void set(List<String> wanted, VirtualMachine machine) {
        for (var each : wanted) {
            if (!each.equals(RAISED) && !each.equals(UNCAUGHT)) {
                throw new DebugException(
                        "no exception filter '" + each + "'; there are: raised, uncaught");
            }
        }
        filters = Set.copyOf(wanted);
        arm(machine);
    }

    /** Makes the request that the filters need, in a new worker too. */
    void arm(VirtualMachine machine) {
        var requests = machine.eventRequestManager();
        requests.deleteEventRequests(List.copyOf(requests.exceptionRequests()));
        if (!filters.isEmpty()) {
            var request = requests.createExceptionRequest(null, true, true);
            request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
            request.enable();
        }
    }

    /** Returns whether an exception is one to stop for. */
    boolean wants(ExceptionEvent event) {
        if (event.exception().referenceType().name().startsWith("himalia.worker.")) {
            return false;
        }
        try {
            var frames = event.thread().frames();
            int innermost = -1;
            int outermost = -1;
            int catcher = frames.size();
            for (int depth = 0; depth < frames.size(); depth++) {
                var location = frames.get(depth).location();
                if (CellCode.isOfUser(location.declaringType().name())) {
                    innermost = innermost < 0 ? depth : innermost;
                    outermost = depth;
                }
                if (catcher == frames.size() && isIn(location, event.catchLocation())) {
                    catcher = depth;
                }
            }
            // What a library throws and catches by itself is its own affair.
            return innermost >= 0
                    && (filters.contains(RAISED) ? catcher >= innermost : catcher > outermost);
        } catch (IncompatibleThreadStateException e) {
            return false;
        }
    }

    private static boolean isIn(Location here, @Nullable Location catcher) {
        return catcher != null && here.method().equals(catcher.method());
    }
}
