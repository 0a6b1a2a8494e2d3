package himalia.kernel.debugger;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.ArrayReference;
import com.sun.jdi.ClassNotPreparedException;
import com.sun.jdi.Field;
import com.sun.jdi.LocalVariable;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.StackFrame;
import com.sun.jdi.Value;
import com.sun.jdi.VirtualMachine;
import himalia.kernel.debugger.Frames.Frame;
import himalia.kernel.java.Interpreter;
import himalia.kernel.java.Variable;
import himalia.kernel.workers.DebugPort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The variables of a frame and of the notebook, and the parts of their values. */
final class Scopes {
    private static final int MOST_PARTS = 200;

    private final Interpreter interpreter;
    private final DebugPort port;
    private final Handles handles;
    private boolean withTypes = true;

    Scopes(Interpreter interpreter, DebugPort port, Handles handles) {
        this.interpreter = interpreter;
        this.port = port;
        this.handles = handles;
    }

    /** The local variables of a frame. */
    record Locals(Frame frame) {}

    /** The variables of the notebook. */
    record Globals() {}

    /** JupyterLab shows the type of a variable in place of its value, where it is no type of Python's. */
    void typesHideValues(boolean hide) {
        withTypes = !hide;
    }

    /** Returns a way to show values. */
    ValueView view() throws IOException {
        return new ValueView(handles, port.looks(), withTypes);
    }

    /** Returns the scopes of a frame. */
    List<Map<String, Object>> of(Frame frame) {
        return List.of(
                Map.of(
                        "name",
                        "Locals",
                        "presentationHint",
                        "locals",
                        "variablesReference",
                        handles.add(new Locals(frame)),
                        "expensive",
                        false),
                Map.of(
                        "name",
                        "Notebook variables",
                        "variablesReference",
                        handles.add(new Globals()),
                        "expensive",
                        false));
    }

    /** Returns what a number for variables holds. */
    List<Map<String, Object>> parts(long number) throws IOException {
        var owner = handles.get(number, Object.class);
        var view = view();
        if (owner instanceof Locals locals) {
            return locals(locals.frame(), view);
        }
        if (owner instanceof Globals) {
            return globals(view);
        }
        if (owner instanceof ArrayReference array) {
            return elements(array, view);
        }
        if (owner instanceof ObjectReference object) {
            return inside(object, view);
        }
        throw new DebugException("number " + number + " has no variables");
    }

    /** Returns the variables of the notebook. */
    List<Map<String, Object>> globals() throws IOException {
        return globals(view());
    }

    /** Returns the variables of the notebook as they look without a debugger. */
    List<Map<String, Object>> globalsWithoutParts() {
        var list = new ArrayList<Map<String, Object>>();
        for (var variable : interpreter.variables()) {
            list.add(
                    Map.of(
                            "name",
                            variable.name(),
                            "value",
                            interpreter.valueOf(variable).orElse("(no answer in time)"),
                            "type",
                            variable.type(),
                            "variablesReference",
                            0));
        }
        return list;
    }

    private List<Map<String, Object>> globals(ValueView view) throws IOException {
        var list = new ArrayList<Map<String, Object>>();
        for (var variable : interpreter.variables()) {
            var field = field(variable);
            if (field.isPresent()) {
                var value = field.get().declaringType().getValue(field.get());
                list.add(view.variable(variable.name(), value, variable.type()));
            }
        }
        return list;
    }

    /** Returns the value of a local variable of the frame, or else of the notebook; empty where there is none of the name. */
    Optional<Named> find(String name, @Nullable Frame frame) throws IOException {
        if (frame != null) {
            for (var each : visible(frame.now())) {
                if (each.name().equals(name)) {
                    return Optional.of(new Named(frame.now().getValue(each)));
                }
            }
            var self = frame.now().thisObject();
            if (self != null && name.equals("this")) {
                return Optional.of(new Named(self));
            }
            if (self != null && self.referenceType().fieldByName(name) != null) {
                return Optional.of(
                        new Named(self.getValue(self.referenceType().fieldByName(name))));
            }
        }
        return global(name).map(field -> new Named(field.declaringType().getValue(field)));
    }

    /** Returns the field that holds a variable of the notebook. */
    Optional<Field> global(String name) throws IOException {
        for (var variable : interpreter.variables()) {
            if (variable.name().equals(name)) {
                return field(variable);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns a local variable of a frame.
     *
     * @throws DebugException if it has none of the name
     */
    static LocalVariable local(Frame frame, String name) {
        var all = visible(frame.now());
        return all.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new DebugException(
                                        "no local variable '"
                                                + name
                                                + "' here"
                                                + (all.isEmpty() ? "" : "; there are: ")
                                                + all.stream()
                                                        .map(LocalVariable::name)
                                                        .collect(Collectors.joining(", "))));
    }

    /** What a name holds, which may be null. */
    record Named(@Nullable Value value) {}

    private Optional<Field> field(Variable variable) throws IOException {
        for (var type : machine().classesByName(variable.className())) {
            try {
                var field = type.fieldByName(variable.name());
                if (field != null && field.isStatic()) {
                    return Optional.of(field);
                }
            } catch (ClassNotPreparedException e) {
                // It holds nothing yet.
                continue;
            }
        }
        return Optional.empty();
    }

    private VirtualMachine machine() throws IOException {
        return port.machine();
    }

    private static List<Map<String, Object>> locals(Frame frame, ValueView view) {
        var now = frame.now();
        var list = new ArrayList<Map<String, Object>>();
        var self = now.thisObject();
        if (self != null) {
            list.add(view.variable("this", self, ""));
        }
        for (var each : visible(now)) {
            list.add(
                    view.variable(
                            each.name(), now.getValue(each), ValueView.simple(each.typeName())));
        }
        return list;
    }

    static List<LocalVariable> visible(StackFrame frame) {
        try {
            // JShell's own names for a value on its way into its variable end so.
            boolean ofCell = frame.location().method().name().startsWith("do_it$");
            return frame.visibleVariables().stream()
                    .filter(each -> !ofCell || !each.name().endsWith("_"))
                    .toList();
        } catch (AbsentInformationException e) {
            return List.of();
        }
    }

    private static List<Map<String, Object>> elements(ArrayReference array, ValueView view) {
        var list = new ArrayList<Map<String, Object>>();
        var values = array.getValues(0, Math.min(MOST_PARTS, array.length()));
        for (int i = 0; i < values.size(); i++) {
            list.add(view.variable("[" + i + "]", values.get(i), "Object"));
        }
        return list;
    }

    private List<Map<String, Object>> inside(ObjectReference object, ValueView view)
            throws IOException {
        var named = new LinkedHashMap<String, @Nullable Value>();
        var types = new LinkedHashMap<String, String>();
        var parts = port.looks().parts(object);
        if (parts.isPresent()) {
            named.putAll(parts.get());
        } else {
            for (var field : object.referenceType().allFields()) {
                if (!field.isStatic() && !field.isSynthetic() && named.size() < MOST_PARTS) {
                    named.put(field.name(), object.getValue(field));
                    types.put(field.name(), ValueView.simple(field.typeName()));
                }
            }
        }
        var list = new ArrayList<Map<String, Object>>();
        named.forEach(
                (name, value) ->
                        list.add(view.variable(name, value, types.getOrDefault(name, "Object"))));
        return list;
    }
}
