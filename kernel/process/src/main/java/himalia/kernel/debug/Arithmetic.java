package himalia.kernel.debug;

import com.sun.source.tree.Tree;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Java's operators on numbers, truths and texts. */
final class Arithmetic {
    private Arithmetic() {}

    static Object binary(Tree.Kind kind, @Nullable Object left, @Nullable Object right) {
        switch (kind) {
            case EQUAL_TO:
                return same(left, right);
            case NOT_EQUAL_TO:
                return !same(left, right);
            case PLUS:
                if (left instanceof String || right instanceof String) {
                    return "" + left + right;
                }
                break;
            default:
                break;
        }
        if (left instanceof Boolean a && right instanceof Boolean b) {
            return switch (kind) {
                case AND -> a & b;
                case OR -> a | b;
                case XOR -> a ^ b;
                default -> throw cannot(kind, left, right);
            };
        }
        var a = number(left, kind);
        var b = number(right, kind);
        if (a instanceof Double || b instanceof Double) {
            return onDoubles(kind, a.doubleValue(), b.doubleValue());
        }
        var result = onLongs(kind, a.longValue(), b.longValue());
        boolean isInt = a instanceof Integer && b instanceof Integer;
        return isInt && result instanceof Long number ? (Object) number.intValue() : result;
    }

    static Object unary(Tree.Kind kind, @Nullable Object operand) {
        if (kind == Tree.Kind.LOGICAL_COMPLEMENT && operand instanceof Boolean truth) {
            return !truth;
        }
        var number = number(operand, kind);
        return switch (kind) {
            case UNARY_PLUS -> number;
            case UNARY_MINUS -> binary(Tree.Kind.MINUS, 0, number);
            case BITWISE_COMPLEMENT -> binary(Tree.Kind.XOR, number, -1);
            default ->
                    throw new DebugException("an expression here may change nothing: no ++, no --");
        };
    }

    private static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left instanceof String || right instanceof String) {
            throw new DebugException("compare texts with equals: == asks for the same object");
        }
        boolean numbers = isNumber(left) && isNumber(right);
        if (numbers) {
            var a = number(left, Tree.Kind.EQUAL_TO);
            var b = number(right, Tree.Kind.EQUAL_TO);
            return a instanceof Double || b instanceof Double
                    ? a.doubleValue() == b.doubleValue()
                    : a.longValue() == b.longValue();
        }
        return Objects.equals(left, right);
    }

    private static boolean isNumber(@Nullable Object value) {
        return value instanceof Number || value instanceof Character;
    }

    private static Object onDoubles(Tree.Kind kind, double a, double b) {
        return switch (kind) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a % b;
            case LESS_THAN -> a < b;
            case LESS_THAN_EQUAL -> a <= b;
            case GREATER_THAN -> a > b;
            case GREATER_THAN_EQUAL -> a >= b;
            default -> throw cannot(kind, a, b);
        };
    }

    private static Object onLongs(Tree.Kind kind, long a, long b) {
        if (b == 0 && (kind == Tree.Kind.DIVIDE || kind == Tree.Kind.REMAINDER)) {
            throw new DebugException("ArithmeticException: / by zero");
        }
        return switch (kind) {
            case PLUS -> a + b;
            case MINUS -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a % b;
            case LESS_THAN -> a < b;
            case LESS_THAN_EQUAL -> a <= b;
            case GREATER_THAN -> a > b;
            case GREATER_THAN_EQUAL -> a >= b;
            case AND -> a & b;
            case OR -> a | b;
            case XOR -> a ^ b;
            default -> throw cannot(kind, a, b);
        };
    }

    private static Number number(@Nullable Object value, Tree.Kind kind) {
        if (value instanceof Number number) {
            return number;
        }
        if (value instanceof Character character) {
            return (int) character;
        }
        throw new DebugException(kind + " needs numbers, got " + value);
    }

    private static DebugException cannot(Tree.Kind kind, Object left, Object right) {
        return new DebugException(kind + " cannot be done here with " + left + " and " + right);
    }
}
