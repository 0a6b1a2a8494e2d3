package himalia.kernel.debugger;

import com.sun.jdi.ArrayReference;
import com.sun.jdi.ArrayType;
import com.sun.jdi.ClassNotLoadedException;
import com.sun.jdi.ClassType;
import com.sun.jdi.InvalidTypeException;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.Value;
import himalia.kernel.debugger.Frames.Frame;
import himalia.kernel.workers.DebugPort;
import java.io.IOException;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Gives a variable, a field, or an element of what is shown a new value. */
final class Assignment {
    private static final String PART = "part$";

    private final Evaluator evaluator;
    private final Scopes scopes;
    private final DebugPort port;
    private final Stop stop;
    private final @Nullable Frame frame;

    Assignment(
            Evaluator evaluator, Scopes scopes, DebugPort port, Stop stop, @Nullable Frame frame) {
        this.evaluator = evaluator;
        this.scopes = scopes;
        this.port = port;
        this.stop = stop;
        this.frame = frame;
    }

    /**
     * Sets one of what {@code owner} has, and returns what it holds then.
     *
     * @param code the new value, as Java
     * @throws DebugException in words, where it cannot be set
     */
    @Nullable Value set(Object owner, String name, String code) throws IOException {
        try {
            if (owner instanceof Scopes.Locals locals) {
                return local(locals.frame(), name, code);
            }
            if (owner instanceof Scopes.Globals) {
                return global(name, code);
            }
            if (owner instanceof ArrayReference array) {
                return element(array, name, code);
            }
            if (owner instanceof ObjectReference object) {
                var parts = port.looks().parts(object);
                return parts.isPresent()
                        ? part(object, new ArrayList<>(parts.get().keySet()).indexOf(name), code)
                        : field(object, name, code);
            }
        } catch (InvalidTypeException | ClassNotLoadedException e) {
            throw new DebugException("'" + name + "' cannot be set: " + e.getMessage());
        }
        throw new DebugException("'" + name + "' cannot be set");
    }

    private @Nullable Value local(Frame where, String name, String code)
            throws IOException, InvalidTypeException, ClassNotLoadedException {
        var type = SourceType.of(Scopes.local(where, name));
        var value = evaluator.evaluate(code, type, stop, where);
        // The frame is another one after the call.
        where.now().setValue(Scopes.local(where, name), value);
        return value;
    }

    private @Nullable Value global(String name, String code)
            throws IOException, InvalidTypeException, ClassNotLoadedException {
        var field =
                scopes.global(name)
                        .orElseThrow(
                                () -> new DebugException("the notebook has no variable " + name));
        var value = evaluator.evaluate(code, SourceType.of(field), stop, frame);
        ((ClassType) field.declaringType()).setValue(field, value);
        return value;
    }

    private @Nullable Value element(ArrayReference array, String name, String code)
            throws IOException, InvalidTypeException, ClassNotLoadedException {
        var type = TypeSignatures.type(((ArrayType) array.type()).componentSignature()).text();
        var value = evaluator.evaluate(code, type, stop, frame);
        array.setValue(Integer.parseInt(name.substring(1, name.length() - 1)), value);
        return value;
    }

    private @Nullable Value field(ObjectReference object, String name, String code)
            throws IOException, InvalidTypeException, ClassNotLoadedException {
        var field = object.referenceType().fieldByName(name);
        if (field == null || field.isFinal()) {
            throw new DebugException(
                    "'" + name + "' of " + type(object) + " is final; it cannot be set");
        }
        var value = evaluator.evaluate(code, SourceType.of(field), stop, frame);
        object.setValue(field, value);
        return value;
    }

    private @Nullable Value part(ObjectReference object, int index, String code)
            throws IOException {
        if (index < 0) {
            throw new DebugException("the " + type(object) + " has no such element any more");
        }
        var given = "((Object) " + PART + ")";
        var set =
                "Object new$ = %s;\nint at$ = 0;\n".formatted(code)
                        + "if (%s instanceof java.util.List list$) { list$.set(%d, new$); }\n"
                                .formatted(given, index)
                        + "else if (%s instanceof java.util.Map map$) {\n".formatted(given)
                        + "for (Object entry$ : map$.entrySet())"
                        + " if (at$++ == %d) ((java.util.Map.Entry) entry$).setValue(new$); }\n"
                                .formatted(index)
                        + "else { throw new UnsupportedOperationException(\"its elements have no place\"); }";
        evaluator.run(set, PART, object, stop, frame);
        return port.looks()
                .parts(object)
                .map(parts -> new ArrayList<>(parts.values()).get(index))
                .orElse(null);
    }

    private static String type(ObjectReference object) {
        return ValueView.simple(object.referenceType().name());
    }
}
