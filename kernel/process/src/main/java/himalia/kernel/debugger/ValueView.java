package himalia.kernel.debugger;

import com.sun.jdi.ArrayReference;
import com.sun.jdi.CharValue;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.StringReference;
import com.sun.jdi.Value;
import himalia.kernel.workers.ObjectViewer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as the protocol has them: one line of text, their type, and a number for their parts. */
final class ValueView {
    /** How long the objects of one answer may take to say how they look, milliseconds. */
    private static final long PATIENCE = 2_000;

    private final Handles handles;
    private final ObjectViewer looks;
    private final boolean withTypes;
    private final long end = System.nanoTime() + PATIENCE * 1_000_000;

    ValueView(Handles handles, ObjectViewer looks, boolean withTypes) {
        this.handles = handles;
        this.looks = looks;
        this.withTypes = withTypes;
    }

    /** Returns a variable; its declared type stands where it holds nothing. */
    Map<String, Object> variable(String name, @Nullable Value value, String declaredType) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", name);
        map.put("value", text(value));
        if (withTypes) {
            map.put("type", value == null ? declaredType : simple(value.type().name()));
        }
        map.put("evaluateName", name);
        map.put("variablesReference", value != null && hasParts(value) ? handles.add(value) : 0);
        return map;
    }

    /** Returns a value in one line. */
    String text(@Nullable Value value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof CharValue character) {
            return "'" + character.value() + "'";
        }
        if (!(value instanceof ObjectReference object)) {
            return value.toString();
        }
        if (System.nanoTime() < end) {
            var line = looks.line(object);
            if (line.isPresent()) {
                return line.get();
            }
        }
        return simple(object.referenceType().name()) + " (its toString gave no answer in time)";
    }

    private static boolean hasParts(Value value) {
        if (value instanceof ArrayReference array) {
            return array.length() > 0;
        }
        return value instanceof ObjectReference object
                && !(value instanceof StringReference)
                && !isBox(object.referenceType().name());
    }

    static boolean isBox(String type) {
        return switch (type) {
            case "java.lang.Integer",
                    "java.lang.Long",
                    "java.lang.Double",
                    "java.lang.Float",
                    "java.lang.Boolean",
                    "java.lang.Character",
                    "java.lang.Short",
                    "java.lang.Byte" ->
                    true;
            default -> false;
        };
    }

    /** Returns the name of a type without its package, and without the class of its cell. */
    static String simple(String type) {
        if (type.contains("$$Lambda")) {
            return "lambda";
        }
        var name = CellCode.nameInCell(type);
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
