package himalia.kernel.debugger;

import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.ExceptionEvent;
import com.sun.jdi.event.StepEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.BreakpointRequest;
import java.util.Optional;

/**
 * The one thread that takes the events of a worker. It never waits for the compiler, nor for a method of the worker:
 * while it would, a thread that loads a class could not go on.
 */
final class EventLoop {
    private static final System.Logger LOG = System.getLogger("himalia.debug");

    private final VirtualMachine machine;
    private final Judge judge;

    private EventLoop(VirtualMachine machine, Judge judge) {
        this.machine = machine;
        this.judge = judge;
    }

    /** Decides what an event means. */
    interface Judge {
        /** A class of the user is there. */
        void prepared(ClassPrepareEvent event);

        /** Returns the stop that an event is, empty where the thread is to go on. */
        Optional<Stop> stop(Event event, ThreadReference thread);

        /** Takes over a thread that an event stopped; it stays suspended. */
        void stopped(Stop stop, Event event);

        /** The worker is gone. */
        void gone(VirtualMachine machine);
    }

    static void start(VirtualMachine machine, Judge judge) {
        var thread = new Thread(new EventLoop(machine, judge)::run, "himalia-debug-events");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (true) {
                var set = machine.eventQueue().remove();
                boolean held = false;
                try {
                    held = take(set);
                } catch (VMDisconnectedException e) {
                    throw e;
                } catch (RuntimeException e) {
                    // A bug of ours must not leave the user's thread standing for ever.
                    LOG.log(System.Logger.Level.WARNING, "an event of the debugger is lost", e);
                }
                if (!held) {
                    set.resume();
                }
            }
        } catch (VMDisconnectedException e) {
            judge.gone(machine);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns whether the thread of these events stays suspended. */
    private boolean take(EventSet set) {
        for (var event : set) {
            if (event instanceof VMDisconnectEvent) {
                throw new VMDisconnectedException();
            }
            if (event instanceof ClassPrepareEvent prepared) {
                judge.prepared(prepared);
            }
        }
        for (var event : set) {
            var thread = threadOf(event);
            var stop = thread.flatMap(each -> judge.stop(event, each));
            if (stop.isPresent()) {
                judge.stopped(stop.get(), event);
                return true;
            }
        }
        return false;
    }

    private static Optional<ThreadReference> threadOf(Event event) {
        if (event instanceof BreakpointEvent each) {
            return Optional.of(each.thread());
        }
        if (event instanceof StepEvent each) {
            return Optional.of(each.thread());
        }
        return event instanceof ExceptionEvent each ? Optional.of(each.thread()) : Optional.empty();
    }

    /** Returns the request that a breakpoint event comes from. */
    static Optional<BreakpointRequest> breakpoint(Event event) {
        return event.request() instanceof BreakpointRequest request
                ? Optional.of(request)
                : Optional.empty();
    }
}
