package himalia.kernel.debugger;

import com.sun.jdi.ReferenceType;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.ExceptionEvent;
import com.sun.jdi.event.StepEvent;
import com.sun.jdi.request.EventRequest;
import himalia.kernel.workers.DebugPort;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Watches the worker while a debugger is attached: decides which events are stops, and lets go what must end. */
final class DebugEventHandler implements EventLoop.Judge, DebugPort.Listener {
    private final DebugPort port;
    private final Breakpoints breakpoints;
    private final Steps steps;
    private final ExceptionStops exceptions;
    private final Stops stops;
    private final Calls calls;
    private final Conditions conditions;
    private final ExecutorService conditionThread =
            Executors.newSingleThreadExecutor(
                    work -> {
                        var thread = new Thread(work, "himalia-debug-conditions");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final Queue<ReferenceType> fresh = new ConcurrentLinkedQueue<>();
    private volatile @Nullable VirtualMachine watched;
    private volatile boolean attached;
    private volatile boolean ending;

    /** Decides about conditions of breakpoints; may wait for the worker. */
    interface Conditions {
        /**
         * Returns whether the condition holds where the thread stands.
         *
         * @throws DebugException in words, where nobody can say
         */
        boolean holds(String condition, Stop stop) throws IOException;

        /** Says a text, with the values of what stands in braces. */
        void log(String text, Stop stop) throws IOException;

        /** Names may mean something else from now on. */
        void forget();
    }

    DebugEventHandler(
            DebugPort port,
            Breakpoints breakpoints,
            Steps steps,
            ExceptionStops exceptions,
            Stops stops,
            Calls calls,
            Conditions conditions) {
        this.port = port;
        this.breakpoints = breakpoints;
        this.steps = steps;
        this.exceptions = exceptions;
        this.stops = stops;
        this.calls = calls;
        this.conditions = conditions;
    }

    boolean isAttached() {
        return attached;
    }

    /** Begins to watch; a second time does no harm. */
    void attach() throws IOException {
        var machine = port.machine();
        attached = true;
        port.listen(this);
        watch(machine);
    }

    private synchronized void watch(VirtualMachine machine) {
        if (!machine.equals(watched)) {
            watched = machine;
            port.mark(machine);
            EventLoop.start(machine, this);
        }
        var requests = machine.eventRequestManager();
        if (requests.classPrepareRequests().isEmpty()) {
            var request = requests.createClassPrepareRequest();
            request.addClassFilter("REPL.*");
            request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
            request.enable();
        }
        exceptions.arm(machine);
    }

    /** Ends to watch: every request is withdrawn, and every thread goes on. */
    void detach() throws IOException {
        attached = false;
        breakpoints.clear();
        steps.cancel();
        var machine = port.machine();
        exceptions.set(List.of(), machine);
        var requests = machine.eventRequestManager();
        requests.deleteAllBreakpoints();
        requests.deleteEventRequests(List.copyOf(requests.classPrepareRequests()));
        for (var stop : stops.takeAll()) {
            calls.letGo(stop.thread());
        }
    }

    @Override
    public void prepared(ClassPrepareEvent event) {
        // JShell tells where a class stands only after it has loaded it, and before it calls it.
        fresh.add(event.referenceType());
    }

    @Override
    public void invoking() {
        conditions.forget();
        try {
            for (var type = fresh.poll(); type != null; type = fresh.poll()) {
                if (attached) {
                    breakpoints.bind(type);
                    steps.entering(type);
                }
            }
        } catch (VMDisconnectedException e) {
            gone(e);
        }
    }

    @Override
    public Optional<Stop> stop(Event event, ThreadReference thread) {
        if (!attached || ending || calls.isCalling(thread) || isOurs(thread)) {
            return Optional.empty();
        }
        if (event instanceof StepEvent step) {
            return steps.landed(step) ? Optional.of(new Stop(thread, "step", "", true)) : none();
        }
        if (event instanceof ExceptionEvent thrown) {
            var type = thrown.exception().referenceType().name();
            return exceptions.wants(thrown)
                    ? Optional.of(new Stop(thread, "exception", type, true))
                    : none();
        }
        if (event instanceof BreakpointEvent
                && EventLoop.breakpoint(event).filter(Steps::isEntry).isPresent()) {
            steps.cancel();
            return Optional.of(new Stop(thread, "step", "", true));
        }
        return Optional.of(new Stop(thread, "breakpoint", "", true));
    }

    @Override
    public void stopped(Stop stop, Event event) {
        var wanted = EventLoop.breakpoint(event).flatMap(Breakpoints::wanted);
        if (wanted.isEmpty()
                || wanted.get().condition().isBlank() && wanted.get().log().isEmpty()) {
            stops.add(stop);
        } else {
            // Not here: while a method is called, its thread may load classes.
            conditionThread.execute(() -> judge(stop, wanted.get()));
        }
    }

    private void judge(Stop stop, Breakpoints.Wanted wanted) {
        try {
            var condition = wanted.condition();
            boolean holds = !ending && (condition.isBlank() || conditions.holds(condition, stop));
            if (holds && !wanted.log().isEmpty()) {
                conditions.log(wanted.log(), stop);
            }
            if (holds && wanted.log().isEmpty()) {
                stops.add(stop);
            } else {
                calls.letGo(stop.thread());
            }
        } catch (DebugException e) {
            stops.add(new Stop(stop.thread(), stop.reason(), String.valueOf(e.getMessage()), true));
        } catch (IOException | VMDisconnectedException e) {
            // The worker is gone, and the thread with it.
            System.getLogger("himalia.debug")
                    .log(System.Logger.Level.DEBUG, "a condition was not judged", e);
        }
    }

    @Override
    public void gone(VirtualMachine machine) {
        if (machine.equals(watched)) {
            steps.forget();
            fresh.clear();
            stops.takeAll();
            ending = false;
        }
    }

    @Override
    public void workerStarted(VirtualMachine machine) {
        if (attached) {
            watch(machine);
        }
    }

    @Override
    public void interrupting() {
        if (!attached) {
            return;
        }
        // From here to the end of the cell nothing stops it.
        ending = true;
        try {
            steps.cancel();
            for (var stop : stops.takeAll()) {
                if (stop.byEvent() && Steps.isCell(stop.thread())) {
                    calls.end(stop.thread(), port::end);
                } else {
                    calls.letGo(stop.thread());
                }
            }
        } catch (VMDisconnectedException e) {
            gone(e);
        }
    }

    @Override
    public void cellEnded() {
        ending = false;
        try {
            steps.cancel();
        } catch (VMDisconnectedException e) {
            gone(e);
        }
    }

    private void gone(VMDisconnectedException e) {
        steps.forget();
        System.getLogger("himalia.debug").log(System.Logger.Level.DEBUG, "the worker is gone", e);
    }

    private static boolean isOurs(ThreadReference thread) {
        return thread.name().startsWith("himalia-");
    }

    private static Optional<Stop> none() {
        return Optional.empty();
    }
}
