package himalia.kernel.debugger;

import com.sun.jdi.ObjectCollectedException;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.Value;
import himalia.kernel.debugger.Frames.Frame;
import himalia.kernel.expression.ExpressionCompiler;
import himalia.kernel.java.Interpreter;
import himalia.kernel.protocol.json.Fields;
import himalia.kernel.workers.DebugPort;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/** The requests that evaluate Java, and that change variables by it. */
final class Expressions implements DebugEventHandler.Conditions {
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]+)}");

    private final DebugPort port;
    private final Interpreter interpreter;
    private final Stops stops;
    private final Frames frames;
    private final Scopes scopes;
    private final Handles handles;
    private final Evaluator evaluator;
    private final Events events;
    private boolean failuresAreResults;

    Expressions(
            DebugPort port,
            Interpreter interpreter,
            ExpressionCompiler compiler,
            Stops stops,
            Frames frames,
            Scopes scopes,
            Handles handles,
            Calls calls,
            Events events) {
        this.port = port;
        this.interpreter = interpreter;
        this.stops = stops;
        this.frames = frames;
        this.scopes = scopes;
        this.handles = handles;
        this.events = events;
        this.evaluator = new Evaluator(port, compiler, scopes, calls);
    }

    Map<String, Debugger.Command> commands() {
        return Map.of(
                "evaluate",
                this::evaluate,
                "setVariable",
                this::setVariable,
                "copyToGlobals",
                this::copyToGlobals,
                "richInspectVariables",
                this::richInspect);
    }

    /** Says in words what an exception of an expression is. */
    static String thrown(DebugPort port, ObjectReference exception) {
        var type = exception.referenceType().name();
        try {
            var text = port.looks().line(exception);
            return text.map(line -> line.replace(type, ValueView.simple(type)))
                    .orElse(ValueView.simple(type));
        } catch (IOException | ObjectCollectedException e) {
            return ValueView.simple(type);
        }
    }

    @Override
    public boolean holds(String condition, Stop stop) throws IOException {
        var all = frames.of(stop.thread());
        return evaluator.isTrue(condition, stop, all.isEmpty() ? null : all.get(0));
    }

    @Override
    public void log(String text, Stop stop) throws IOException {
        var all = frames.of(stop.thread());
        var frame = all.isEmpty() ? null : all.get(0);
        var said = new StringBuilder();
        int done = 0;
        var matcher = BRACES.matcher(text);
        while (matcher.find()) {
            var value = evaluator.evaluate(matcher.group(1), stop, frame).value();
            said.append(text, done, matcher.start()).append(scopes.view().text(value));
            done = matcher.end();
        }
        said.append(text, done, text.length()).append('\n');
        events.send("output", Map.of("category", "console", "output", said.toString()));
    }

    @Override
    public void forget() {
        evaluator.forget();
    }

    private @Nullable Frame frame(long number) {
        var stop = stops.shown();
        if (stop.isEmpty()) {
            return null;
        }
        if (number > 0) {
            return handles.get(number, Frame.class);
        }
        var all = frames.of(stop.get().thread());
        return all.isEmpty() ? null : all.get(0);
    }

    private Evaluator.Result evaluated(String code, Fields arguments) throws IOException {
        return evaluator.evaluate(
                code, stops.shown().orElse(null), frame(arguments.number("frameId", 0)));
    }

    /** JupyterLab's console shows results only: why there is none must be one. */
    void failuresAreResults(boolean are) {
        failuresAreResults = are;
    }

    private DebugResponse evaluate(Fields arguments) throws IOException {
        Evaluator.Result result;
        try {
            result = evaluated(arguments.text("expression"), arguments);
        } catch (DebugException e) {
            if (failuresAreResults && arguments.text("context", "").equals("repl")) {
                var why = "Error: " + e.getMessage();
                return DebugResponse.of(Map.of("result", why, "type", "", "variablesReference", 0));
            }
            throw e;
        }
        if (result.type().equals("void")) {
            return DebugResponse.of(Map.of("result", "", "type", "void", "variablesReference", 0));
        }
        return DebugResponse.of(shown("result", result.value()));
    }

    /** A value in the fields of an answer; the first has the name that the request wants. */
    private Map<String, Object> shown(String name, @Nullable Value value) throws IOException {
        var shown = scopes.view().variable("value", value, "Object");
        var fields = new LinkedHashMap<String, Object>();
        fields.put(name, String.valueOf(shown.get("value")));
        fields.put("type", shown.getOrDefault("type", ""));
        fields.put("variablesReference", shown.getOrDefault("variablesReference", 0));
        return fields;
    }

    private DebugResponse richInspect(Fields arguments) throws IOException {
        var name = arguments.text("variableName");
        var value = evaluated(name, arguments).value();
        if (value instanceof ObjectReference object) {
            var bundle = port.looks().bundle(object);
            if (bundle.isEmpty()) {
                throw new DebugException("'" + name + "' gave no answer in time");
            }
            return DebugResponse.of(
                    Map.of("data", bundle.get().data(), "metadata", bundle.get().metadata()));
        }
        var text = scopes.view().text(value);
        return DebugResponse.of(Map.of("data", Map.of("text/plain", text), "metadata", Map.of()));
    }

    private DebugResponse setVariable(Fields arguments) throws IOException {
        var stop = stops.required();
        var owner = handles.get(arguments.number("variablesReference", 0), Object.class);
        var change = new Assignment(evaluator, scopes, port, stop, frame(0));
        var value = change.set(owner, arguments.text("name"), arguments.text("value"));
        return DebugResponse.of(shown("value", value));
    }

    private DebugResponse copyToGlobals(Fields arguments) throws IOException {
        var stop = stops.required();
        var from = arguments.text("srcVariableName");
        var to = arguments.text("dstVariableName", from);
        var frame = frame(arguments.number("srcFrameId", 0));
        if (!SourceVersion.isName(to) || to.contains(".")) {
            throw new DebugException("'" + to + "' is no name of a variable; choose another");
        }
        if (frame == null) {
            throw new DebugException("no frame of a cell is stopped");
        }
        var local = Scopes.local(frame, from);
        String className;
        try {
            className = interpreter.declare(SourceType.outside(local), to).className();
        } catch (IllegalArgumentException e) {
            throw new DebugException(String.valueOf(e.getMessage()));
        }
        forget();
        var result = evaluator.evaluate(className + "." + to + " = " + from, stop, frame);
        return DebugResponse.of(shown("value", result.value()));
    }
}
