package himalia.kernel.debugger;

import com.sun.jdi.ObjectCollectedException;
import com.sun.jdi.VMDisconnectedException;
import himalia.kernel.debugger.Frames.Frame;
import himalia.kernel.expression.ExpressionCompiler;
import himalia.kernel.java.Interpreter;
import himalia.kernel.protocol.json.Fields;
import himalia.kernel.workers.DebugPort;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers the requests of the Debug Adapter Protocol, and those that Jupyter adds to it. One request at a time. */
public final class Debugger {
    private final DebugPort port;
    private final Interpreter interpreter;
    private final Events events;
    private final CellSources sources = new CellSources();
    private final Handles handles = new Handles();
    private final ExceptionStops exceptions = new ExceptionStops();
    private final Stops stops;
    private final Frames frames;
    private final Scopes scopes;
    private final Calls calls;
    private final Breakpoints breakpoints;
    private final Steps steps;
    private final DebugEventHandler watch;
    private final Expressions expressions;
    private final Map<String, Command> commands = new HashMap<>();

    /** One request. */
    interface Command {
        DebugResponse answer(Fields arguments) throws IOException;
    }

    /**
     * Makes a debugger; it attaches when it is asked to.
     *
     * @param port the way to the worker
     * @param interpreter knows the cells and their variables
     * @param compiler compiles what is to be evaluated
     * @param events hears what happens
     */
    public Debugger(
            DebugPort port, Interpreter interpreter, ExpressionCompiler compiler, Events events) {
        this.port = port;
        this.interpreter = interpreter;
        this.events = events;
        var code = new CellCode(interpreter, port, sources);
        calls = new Calls(exception -> Expressions.thrown(port, exception));
        stops = new Stops(events, handles, calls);
        frames = new Frames(code, handles);
        scopes = new Scopes(interpreter, port, handles);
        breakpoints = new Breakpoints(code, sources);
        steps = new Steps(code);
        expressions =
                new Expressions(
                        port, interpreter, compiler, stops, frames, scopes, handles, calls, events);
        watch =
                new DebugEventHandler(
                        port, breakpoints, steps, exceptions, stops, calls, expressions);
        sayWhatItCan();
        commands.putAll(new Running(stops, steps, port, code).commands());
        expressions
                .commands()
                .forEach(
                        (name, command) ->
                                commands.put(
                                        name,
                                        arguments -> {
                                            needAttached();
                                            return command.answer(arguments);
                                        }));
        readAndWatch();
    }

    /**
     * Answers one request.
     *
     * @throws DebugException in words, where it cannot be done
     */
    public DebugResponse answer(String command, Fields arguments) {
        var known = commands.get(command);
        if (known == null) {
            throw new DebugException("this debugger knows no '" + command + "'");
        }
        try {
            return known.answer(arguments);
        } catch (VMDisconnectedException e) {
            throw new DebugException("the process that runs the cells is gone");
        } catch (ObjectCollectedException e) {
            throw new DebugException("that object is not there any more");
        } catch (IOException e) {
            throw new DebugException(
                    "the debugger does not reach the process that runs the cells: "
                            + e.getMessage());
        }
    }

    private void sayWhatItCan() {
        commands.put("debugInfo", arguments -> DebugResponse.of(info()));
        commands.put("initialize", this::initialize);
        commands.put("attach", arguments -> attach());
        commands.put("configurationDone", arguments -> DebugResponse.of(Map.of()));
        commands.put("disconnect", arguments -> disconnect());
        commands.put(
                "terminate",
                arguments -> {
                    interpreter.interrupt();
                    return disconnect();
                });
        commands.put(
                "threads",
                arguments ->
                        DebugResponse.of(
                                Map.of(
                                        "threads",
                                        List.of(Map.of("id", Stops.THREAD, "name", "cell")))));
        commands.put(
                "modules",
                arguments -> DebugResponse.of(Map.of("modules", List.of(), "totalModules", 0)));
    }

    private void readAndWatch() {
        commands.put(
                "dumpCell",
                arguments ->
                        DebugResponse.of(
                                Map.of("sourcePath", sources.pathOf(arguments.text("code")))));
        commands.put("source", this::source);
        commands.put("setBreakpoints", this::setBreakpoints);
        commands.put("setExceptionBreakpoints", this::setExceptionBreakpoints);
        commands.put("stackTrace", arguments -> DebugResponse.of(stackTrace(arguments)));
        commands.put(
                "scopes",
                arguments -> {
                    var frame = handles.get(arguments.number("frameId", 0), Frame.class);
                    return DebugResponse.of(Map.of("scopes", scopes.of(frame)));
                });
        commands.put(
                "variables",
                arguments ->
                        DebugResponse.of(
                                Map.of(
                                        "variables",
                                        scopes.parts(arguments.number("variablesReference", 0)))));
        commands.put(
                "inspectVariables",
                arguments ->
                        DebugResponse.of(
                                Map.of(
                                        "variables",
                                        watch.isAttached()
                                                ? scopes.globals()
                                                : scopes.globalsWithoutParts())));
    }

    private Map<String, Object> info() {
        var set =
                breakpoints.all().entrySet().stream()
                        .filter(each -> !each.getValue().isEmpty())
                        .map(
                                each ->
                                        Map.of(
                                                "source",
                                                each.getKey(),
                                                "breakpoints",
                                                each.getValue().stream()
                                                        .map(one -> Map.of("line", one.line()))
                                                        .toList()))
                        .toList();
        var info = new HashMap<String, Object>();
        info.put("isStarted", watch.isAttached());
        info.put("hashMethod", "Murmur2");
        info.put("hashSeed", CellSources.SEED);
        info.put("tmpFilePrefix", sources.prefix());
        info.put("tmpFileSuffix", CellSources.SUFFIX);
        info.put("breakpoints", set);
        info.put("stoppedThreads", stops.shown().isPresent() ? List.of(Stops.THREAD) : List.of());
        info.put("richRendering", true);
        info.put("exceptionPaths", List.of());
        info.put("copyToGlobals", true);
        return info;
    }

    private static Map<String, Object> abilities() {
        return Map.of(
                "supportsConfigurationDoneRequest", true,
                "supportsConditionalBreakpoints", true,
                "supportsLogPoints", true,
                "supportsEvaluateForHovers", true,
                "supportsSetVariable", true,
                "supportsTerminateRequest", true,
                "supportsModulesRequest", true,
                "exceptionBreakpointFilters", ExceptionStops.offered());
    }

    private DebugResponse initialize(Fields arguments) {
        boolean lab = arguments.text("clientID", "").equals("jupyterlab");
        scopes.typesHideValues(lab);
        expressions.failuresAreResults(lab);
        return DebugResponse.of(abilities());
    }

    private DebugResponse attach() throws IOException {
        watch.attach();
        return new DebugResponse(Map.of(), () -> events.send("initialized", Map.of()));
    }

    private DebugResponse disconnect() throws IOException {
        if (watch.isAttached()) {
            watch.detach();
        }
        return new DebugResponse(Map.of(), () -> events.send("terminated", Map.of()));
    }

    private DebugResponse source(Fields arguments) {
        var path = arguments.fields("source").text("path", "");
        var text = sources.text(path);
        if (text.isEmpty()) {
            throw new DebugException("no source is known for '" + path + "'");
        }
        return DebugResponse.of(Map.of("content", text.get(), "mimeType", "text/x-java"));
    }

    private DebugResponse setBreakpoints(Fields arguments) throws IOException {
        needAttached();
        var path = arguments.fields("source").text("path");
        var wanted =
                arguments.objects("breakpoints").stream()
                        .map(Fields::new)
                        .map(
                                each ->
                                        new Breakpoints.Wanted(
                                                (int) each.number("line", 1),
                                                each.text("condition", ""),
                                                each.text("logMessage", "")))
                        .toList();
        var lines = breakpoints.set(path, wanted, port.machine());
        var set =
                lines.stream()
                        .map(
                                line ->
                                        Map.of(
                                                "verified",
                                                true,
                                                "line",
                                                line,
                                                "source",
                                                Map.of("path", path)))
                        .toList();
        return DebugResponse.of(Map.of("breakpoints", set));
    }

    private DebugResponse setExceptionBreakpoints(Fields arguments) throws IOException {
        needAttached();
        exceptions.set(arguments.texts("filters"), port.machine());
        return DebugResponse.of(Map.of());
    }

    private Map<String, Object> stackTrace(Fields arguments) {
        var stop = stops.shown();
        if (stop.isEmpty()) {
            return Map.of("stackFrames", List.of(), "totalFrames", 0);
        }
        var all = frames.of(stop.get().thread());
        long start = arguments.number("startFrame", 0);
        long levels = arguments.number("levels", 0);
        var wanted =
                all.stream()
                        .skip(start)
                        .limit(levels > 0 ? levels : all.size())
                        .map(frames::describe)
                        .toList();
        return Map.of("stackFrames", wanted, "totalFrames", all.size());
    }

    private void needAttached() {
        if (!watch.isAttached()) {
            throw new DebugException("no debugger is attached; send attach first");
        }
    }
}
