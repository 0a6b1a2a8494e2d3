package himalia.kernel.debugger;

import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.request.StepRequest;
import himalia.kernel.workers.DebugPort;
import java.io.IOException;
import java.util.Map;

/** The requests that let a thread go on, or halt it. */
final class Running {
    private static final long UNTIL_LINE = 300;
    private static final long PAUSE_STEP = 20;
    private static final int PAUSE_TRIES = 50;

    private final Stops stops;
    private final Steps steps;
    private final DebugPort port;
    private final CellCode code;

    Running(Stops stops, Steps steps, DebugPort port, CellCode code) {
        this.stops = stops;
        this.steps = steps;
        this.port = port;
        this.code = code;
    }

    Map<String, Debugger.Command> commands() {
        return Map.of(
                "continue",
                arguments -> {
                    var stop = stops.required();
                    return new DebugResponse(
                            Map.of("allThreadsContinued", false), () -> stops.resume(stop));
                },
                "next",
                arguments -> step(StepRequest.STEP_OVER),
                "stepIn",
                arguments -> step(StepRequest.STEP_INTO),
                "stepOut",
                arguments -> step(StepRequest.STEP_OUT),
                "pause",
                arguments -> pause());
    }

    private DebugResponse step(int depth) {
        var stop = stops.required();
        steps.prepare(stop.thread(), depth);
        return new DebugResponse(Map.of(), () -> stops.resume(stop));
    }

    private DebugResponse pause() throws IOException {
        var thread =
                port.machine().allThreads().stream()
                        .filter(each -> Steps.isCell(each) && runsCode(each))
                        .findFirst()
                        .orElseThrow(() -> new DebugException("no cell runs"));
        return new DebugResponse(Map.of(), () -> halt(thread));
    }

    private boolean runsCode(ThreadReference thread) {
        if (stops.holds(thread)) {
            return false;
        }
        thread.suspend();
        try {
            return thread.frames().stream()
                    .anyMatch(frame -> CellCode.isOfUser(frame.location().declaringType().name()));
        } catch (IncompatibleThreadStateException e) {
            return false;
        } finally {
            thread.resume();
        }
    }

    /** At its next line, where it can be asked anything; in a library that takes long, where it is. */
    private void halt(ThreadReference thread) {
        steps.prepare(thread, StepRequest.STEP_INTO);
        try {
            if (stops.await(UNTIL_LINE)) {
                return;
            }
            steps.cancel();
            for (int i = 0; i < PAUSE_TRIES; i++) {
                thread.suspend();
                if (stops.holds(thread)) {
                    thread.resume();
                    return;
                }
                if (isInLibrary(thread)) {
                    stops.add(new Stop(thread, "pause", "", false));
                    return;
                }
                thread.resume();
                Thread.sleep(PAUSE_STEP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it is in the user's hands: no code of ours is above the user's, which others may wait for. */
    private boolean isInLibrary(ThreadReference thread) {
        try {
            for (var frame : thread.frames()) {
                var type = frame.location().declaringType().name();
                if (CellCode.isOfUser(type) && code.cellLine(frame.location()) > 0) {
                    return true;
                }
                if (type.startsWith("himalia.worker.") || type.startsWith("himalia.link.")) {
                    return false;
                }
            }
        } catch (IncompatibleThreadStateException e) {
            return false;
        }
        return false;
    }
}
