package himalia.kernel.debugger;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.Location;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.event.StepEvent;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.DuplicateRequestException;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.StepRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Steps from line to line of the user's own code: neither ours nor a library's is stepped into, and after the last line of
 * a snippet comes the first of the next one of the cell.
 */
final class Steps {
    private static final String ENTRY = "entry of the next snippet";

    private final CellCode code;
    private @Nullable Pending pending;

    Steps(CellCode code) {
        this.code = code;
    }

    private record Pending(
            ThreadReference thread,
            StepRequest request,
            int frames,
            int line,
            String className,
            String method,
            List<EventRequest> entries) {}

    /** Prepares a step of {@code StepRequest.STEP_INTO}, {@code STEP_OVER} or {@code STEP_OUT}; the thread is to be resumed then. */
    synchronized void prepare(ThreadReference thread, int depth) {
        cancel();
        var requests = thread.virtualMachine().eventRequestManager();
        try {
            var request = requests.createStepRequest(thread, StepRequest.STEP_LINE, depth);
            request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
            request.addClassFilter("REPL.*");
            var step = from(thread, request);
            pending = step;
            if (depth == StepRequest.STEP_INTO && step.frames() > 0) {
                callbacks(step, step.className());
            }
            request.enable();
        } catch (DuplicateRequestException e) {
            throw new DebugException("the thread is stepping already");
        }
    }

    private Pending from(ThreadReference thread, StepRequest request) {
        try {
            if (thread.isSuspended()) {
                var location = thread.frame(0).location();
                return new Pending(
                        thread,
                        request,
                        thread.frameCount(),
                        code.cellLine(location),
                        location.declaringType().name(),
                        location.method().name(),
                        new ArrayList<>());
            }
        } catch (IncompatibleThreadStateException e) {
            // It runs: it is stopped at the next line, whichever that is.
        }
        return new Pending(thread, request, 0, 0, "", "", new ArrayList<>());
    }

    /** Returns whether a step has come to its end: a line of the user that is not the one where it began. */
    synchronized boolean landed(StepEvent event) {
        var step = pending;
        int line = code.cellLine(event.location());
        if (step == null || line == 0 || event.location().method().isBridge()) {
            return false;
        }
        try {
            boolean same =
                    line == step.line()
                            && event.thread().frameCount() == step.frames()
                            && event.location().method().name().equals(step.method());
            if (same) {
                return false;
            }
        } catch (IncompatibleThreadStateException e) {
            return false;
        }
        cancel();
        return true;
    }

    /** Sees a new class: while the cell is stepped through, its first line is where the step ends. */
    synchronized void entering(ReferenceType type) {
        var step = pending;
        if (step == null || !isCell(step.thread())) {
            return;
        }
        for (var method : type.methodsByName("do_it$")) {
            entry(method, step);
        }
    }

    /**
     * A library that calls back is not stepped through, and what it calls of the user's would be missed: the lambdas and
     * the inner classes of the snippet have their own entries.
     */
    private void callbacks(Pending step, String className) {
        var outer = CellCode.outer(className).orElse(className);
        for (var type : step.thread().virtualMachine().allClasses()) {
            boolean inner = type.name().startsWith(outer + "$");
            if ((inner || type.name().equals(outer)) && type.isPrepared()) {
                for (var method : type.methods()) {
                    if (inner || method.name().startsWith("lambda$")) {
                        entry(method, step);
                    }
                }
            }
        }
    }

    private void entry(Method method, Pending step) {
        if (method.isBridge()) {
            return;
        }
        Optional<Location> first;
        try {
            first =
                    method.allLineLocations().stream()
                            .filter(location -> code.cellLine(location) > 0)
                            .min(Comparator.comparingLong(Location::codeIndex));
        } catch (AbsentInformationException e) {
            return;
        }
        if (first.isPresent()) {
            var requests = method.virtualMachine().eventRequestManager();
            var request = requests.createBreakpointRequest(first.get());
            request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
            request.addThreadFilter(step.thread());
            request.putProperty(ENTRY, true);
            request.enable();
            step.entries().add(request);
        }
    }

    /** Returns whether a breakpoint is the end of a step into the next snippet. */
    static boolean isEntry(BreakpointRequest request) {
        return request.getProperty(ENTRY) != null;
    }

    /** Forgets the step that is under way. */
    synchronized void cancel() {
        var step = pending;
        pending = null;
        if (step != null) {
            var requests = step.thread().virtualMachine().eventRequestManager();
            requests.deleteEventRequest(step.request());
            requests.deleteEventRequests(step.entries());
        }
    }

    /** Forgets the step without a word to the worker, which is gone. */
    synchronized void forget() {
        pending = null;
    }

    /** Returns whether it is the thread that cells run on. */
    static boolean isCell(ThreadReference thread) {
        var name = thread.name();
        return name.equals("cell") || name.startsWith("cell-");
    }
}
