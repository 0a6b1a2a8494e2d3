package himalia.kernel.debugger;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.LocalVariable;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.Value;
import himalia.kernel.debugger.Frames.Frame;
import himalia.kernel.expression.FrameExpression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the names of an expression mean in a frame: its variables, the members of its class and of those around it. */
final class FrameNames {
    private static final String SELF = "self$";
    private static final String OUTER = "outer$";
    private static final String CAPTURED = "val$";
    private static final Pattern WORD =
            Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");

    private final StackFrame frame;
    private final ReferenceType type;
    private final Set<String> words = new LinkedHashSet<>();
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final List<@Nullable Value> values = new ArrayList<>();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, String> methods = new LinkedHashMap<>();
    private final Map<String, String> selves = new LinkedHashMap<>();

    private FrameNames(StackFrame frame, String code) {
        this.frame = frame;
        this.type = frame.location().declaringType();
        var matcher = WORD.matcher(code);
        while (matcher.find()) {
            words.add(matcher.group());
        }
    }

    /** Returns an expression as the frame means it; {@code target} is the type its value must have, empty for any. */
    static GivenExpression of(@Nullable Frame frame, String code, String target) {
        if (frame == null) {
            var alone =
                    new FrameExpression(
                            code, target, List.of(), Map.of(), Map.of(), Map.of(), Map.of());
            return new GivenExpression(alone, List.of());
        }
        var names = new FrameNames(frame.now(), code);
        names.read();
        var expression =
                new FrameExpression(
                        code,
                        target,
                        List.copyOf(names.parameters.values()),
                        names.variables,
                        names.fields,
                        names.methods,
                        names.selves);
        return new GivenExpression(expression, names.values);
    }

    private void read() {
        var self = frame.thisObject();
        parameters.putAll(parameters(frame.location().method().genericSignature()));
        if (self != null) {
            for (var each : outwards(type)) {
                parameters(each.genericSignature()).forEach(parameters::putIfAbsent);
            }
        }
        var visible = Scopes.visible(frame);
        var held = frame.getValues(visible);
        for (var each : visible) {
            var named = SourceType.of(each, generic(each));
            give(each.name(), named.text(parameters.keySet()), held.get(each));
        }
        if (self != null) {
            give(SELF, selfType(type), self);
            selves.put("this", SELF);
            captured(self);
        }
        members(self);
    }

    /** A lambda knows the types of what it captures without what stands in angle brackets; its method knows all. */
    private @Nullable String generic(LocalVariable variable) {
        var own = variable.genericSignature();
        boolean inLambda = frame.location().method().name().startsWith("lambda$");
        return own == null && inLambda
                ? genericOf(variable.name(), variable.signature(), type)
                : own;
    }

    private static @Nullable String genericOf(String name, String signature, ReferenceType from) {
        var outer = CellCode.outer(from.name()).orElse(from.name());
        var around = new ArrayList<>(outwards(from));
        around.addAll(from.virtualMachine().classesByName(outer));
        var found = new LinkedHashSet<String>();
        for (var each : around) {
            for (var method : each.methods()) {
                try {
                    for (var other : method.variablesByName(name)) {
                        if (other.signature().equals(signature)
                                && other.genericSignature() != null) {
                            found.add(other.genericSignature());
                        }
                    }
                } catch (AbsentInformationException e) {
                    // It is abstract.
                    continue;
                }
            }
        }
        return found.size() == 1 ? found.iterator().next() : null;
    }

    private void give(String name, String typeName, @Nullable Value value) {
        variables.put(name, typeName);
        values.add(value);
    }

    private static Map<String, String> parameters(@Nullable String signature) {
        return signature == null ? Map.of() : TypeSignatures.parameters(signature);
    }

    /** The class of the frame and those around it, but not the cell's. */
    private static List<ReferenceType> outwards(ReferenceType from) {
        var found = new ArrayList<ReferenceType>();
        var name = from.name();
        var outermost = CellCode.outer(name).orElse("");
        while (!name.equals(outermost) && name.contains("$")) {
            from.virtualMachine().classesByName(name).stream().findFirst().ifPresent(found::add);
            name = name.substring(0, name.lastIndexOf('$'));
        }
        return found;
    }

    private static String selfType(ReferenceType type) {
        var own = parameters(type.genericSignature()).keySet();
        var name = TypeSignatures.name(type.name());
        return own.isEmpty() ? name : name + "<" + String.join(", ", own) + ">";
    }

    /** A local class keeps the variables of its method that it uses. */
    private void captured(ObjectReference self) {
        for (var field : self.referenceType().allFields()) {
            var name = field.name();
            if (name.startsWith(CAPTURED) && words.contains(name.substring(CAPTURED.length()))) {
                var own = name.substring(CAPTURED.length());
                if (!variables.containsKey(own)) {
                    var named = SourceType.of(field, genericOf(own, field.signature(), type));
                    give(own, named.text(parameters.keySet()), self.getValue(field));
                }
            }
        }
    }

    private void members(@Nullable ObjectReference self) {
        var holder = self;
        var name = self == null ? "" : SELF;
        int depth = 0;
        for (var level : outwards(type)) {
            if (depth > 0 && holder != null) {
                holder = outer(holder);
                name = holder == null ? "" : OUTER + depth;
                if (holder != null) {
                    give(name, selfType(level), holder);
                    selves.put(ValueView.simple(level.name()), name);
                }
            }
            depth++;
            members(level, name);
        }
        if (self != null) {
            selves.put(ValueView.simple(type.name()), SELF);
        }
    }

    private static @Nullable ObjectReference outer(ObjectReference inner) {
        for (var field : inner.referenceType().allFields()) {
            if (field.name().startsWith("this$")
                    && inner.getValue(field) instanceof ObjectReference found) {
                return found;
            }
        }
        return null;
    }

    private void members(ReferenceType level, String holder) {
        var byClass = TypeSignatures.name(level.name());
        for (var word : words) {
            var field = level.fieldByName(word);
            if (field != null && (field.isStatic() || !holder.isEmpty())) {
                fields.putIfAbsent(word, field.isStatic() ? byClass : holder);
            }
            var named = level.methodsByName(word);
            if (!named.isEmpty()
                    && (!holder.isEmpty()
                            || named.stream().anyMatch(com.sun.jdi.Method::isStatic))) {
                methods.putIfAbsent(word, holder.isEmpty() ? byClass : holder);
            }
        }
    }
}
