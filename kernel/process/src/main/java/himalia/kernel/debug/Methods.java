package himalia.kernel.debug;

import com.sun.jdi.BooleanValue;
import com.sun.jdi.ByteValue;
import com.sun.jdi.CharValue;
import com.sun.jdi.ClassType;
import com.sun.jdi.DoubleValue;
import com.sun.jdi.FloatValue;
import com.sun.jdi.IntegerValue;
import com.sun.jdi.InterfaceType;
import com.sun.jdi.LongValue;
import com.sun.jdi.Method;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.PrimitiveValue;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.ShortValue;
import com.sun.jdi.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chooses among methods of one name the one whose parameters fit best, and fits the arguments to it. */
final class Methods {
    private static final int NEVER = Integer.MAX_VALUE;
    private static final List<String> WIDENING =
            List.of("byte", "short", "int", "long", "float", "double");
    private static final Map<String, String> BOXES =
            Map.of(
                    "int", "java.lang.Integer",
                    "long", "java.lang.Long",
                    "double", "java.lang.Double",
                    "float", "java.lang.Float",
                    "boolean", "java.lang.Boolean",
                    "char", "java.lang.Character",
                    "short", "java.lang.Short",
                    "byte", "java.lang.Byte");

    private Methods() {}

    /** Returns the best method of a type; the nearest to it where several fit alike. */
    static Optional<Method> choose(
            ReferenceType type, String name, List<@Nullable Value> arguments, boolean onlyStatic) {
        Method best = null;
        int least = NEVER;
        for (var method : candidates(type)) {
            if (!method.name().equals(name)
                    || method.isBridge()
                    || onlyStatic && !method.isStatic()) {
                continue;
            }
            int cost = cost(method, arguments);
            if (cost < least) {
                least = cost;
                best = method;
            }
        }
        return Optional.ofNullable(best);
    }

    private static List<Method> candidates(ReferenceType type) {
        // From the class itself upwards.
        var all = new ArrayList<>(type.methods());
        for (var method : type.allMethods()) {
            if (!all.contains(method)) {
                all.add(method);
            }
        }
        if (type instanceof InterfaceType || type instanceof ClassType) {
            all.addAll(type.virtualMachine().classesByName("java.lang.Object").get(0).methods());
        }
        return all;
    }

    private static int cost(Method method, List<@Nullable Value> arguments) {
        var types = method.argumentTypeNames();
        if (types.size() != arguments.size()) {
            return NEVER;
        }
        int sum = 0;
        for (int i = 0; i < types.size(); i++) {
            int one = cost(types.get(i), arguments.get(i));
            if (one == NEVER) {
                return NEVER;
            }
            sum += one;
        }
        return sum;
    }

    private static int cost(String wanted, @Nullable Value given) {
        if (given == null) {
            return BOXES.containsKey(wanted) ? NEVER : 0;
        }
        var type = given.type().name();
        if (type.equals(wanted)) {
            return 0;
        }
        if (given instanceof PrimitiveValue) {
            int from = WIDENING.indexOf(type.equals("char") ? "short" : type);
            int to = WIDENING.indexOf(wanted);
            if (to >= 0) {
                return from >= 0 && from < to ? to - from : NEVER;
            }
            return wanted.equals(BOXES.get(type)) ? 10 : isAbove(wanted, type) ? 11 : NEVER;
        }
        return given instanceof ObjectReference object && isA(object.referenceType(), wanted)
                ? 1
                : NEVER;
    }

    private static boolean isAbove(String wanted, String primitive) {
        return wanted.equals("java.lang.Object")
                || wanted.equals("java.lang.Comparable")
                || wanted.equals("java.lang.Number")
                        && !primitive.equals("boolean")
                        && !primitive.equals("char");
    }

    private static boolean isA(ReferenceType type, String wanted) {
        if (wanted.equals("java.lang.Object") || type.name().equals(wanted)) {
            return true;
        }
        if (type instanceof ClassType known) {
            if (known.allInterfaces().stream().anyMatch(each -> each.name().equals(wanted))) {
                return true;
            }
            var above = known.superclass();
            return above != null && isA(above, wanted);
        }
        return false;
    }

    /** Returns the class that boxes a primitive argument, where the parameter is an object. */
    static Optional<String> boxFor(String parameter, @Nullable Value argument) {
        return argument instanceof PrimitiveValue && !BOXES.containsKey(parameter)
                ? Optional.ofNullable(BOXES.get(argument.type().name()))
                : Optional.empty();
    }

    /** Returns a number widened to the parameter's type; anything else as it is. */
    static @Nullable Value widened(String parameter, @Nullable Value argument) {
        if (!(argument instanceof PrimitiveValue number)
                || argument instanceof BooleanValue
                || argument.type().name().equals(parameter)) {
            return argument;
        }
        var machine = argument.virtualMachine();
        return switch (parameter) {
            case "short" -> machine.mirrorOf(number.shortValue());
            case "int" -> machine.mirrorOf(number.intValue());
            case "long" -> machine.mirrorOf(number.longValue());
            case "float" -> machine.mirrorOf(number.floatValue());
            case "double" -> machine.mirrorOf(number.doubleValue());
            default -> argument;
        };
    }

    /** Returns a primitive of the debugged machine as one of ours. */
    static Object ours(PrimitiveValue value) {
        if (value instanceof BooleanValue each) {
            return each.value();
        }
        if (value instanceof CharValue each) {
            return each.value();
        }
        if (value instanceof IntegerValue
                || value instanceof ShortValue
                || value instanceof ByteValue) {
            return value.intValue();
        }
        if (value instanceof LongValue each) {
            return each.value();
        }
        if (value instanceof FloatValue each) {
            return (double) each.value();
        }
        return ((DoubleValue) value).value();
    }
}
