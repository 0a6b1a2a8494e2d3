package himalia.kernel.debug;

import com.sun.jdi.ArrayReference;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.PrimitiveValue;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StringReference;
import com.sun.jdi.Value;
import com.sun.jdi.VirtualMachine;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import himalia.kernel.debug.Frames.Frame;
import himalia.kernel.java.Interpreter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates simple expressions in a stopped frame: variables, fields, elements of arrays, calls of methods, literals and
 * operators. What makes something new (new, lambdas, assignments, casts) is refused in words.
 *
 * <p>A value is one of the debugged machine, or one of ours: a number, a truth, a character or a text.
 */
final class Evaluator {
    private static final List<String> PACKAGES = List.of("java.lang.", "java.util.", "");

    private final VirtualMachine machine;
    private final Interpreter interpreter;
    private final Scopes scopes;
    private final Calls calls;
    private final @Nullable Stop stop;
    private final @Nullable Frame frame;

    Evaluator(
            VirtualMachine machine,
            Interpreter interpreter,
            Scopes scopes,
            Calls calls,
            @Nullable Stop stop,
            @Nullable Frame frame) {
        this.machine = machine;
        this.interpreter = interpreter;
        this.scopes = scopes;
        this.calls = calls;
        this.stop = stop;
        this.frame = frame;
    }

    /**
     * Returns what an expression holds.
     *
     * @throws DebugException in words, where it cannot be had
     */
    @Nullable Value evaluate(String expression) throws IOException {
        return value(of(ExpressionParser.parse(expression)));
    }

    /** Returns whether a condition is true. */
    boolean isTrue(String condition) throws IOException {
        var result = ours(of(ExpressionParser.parse(condition)));
        if (result instanceof Boolean truth) {
            return truth;
        }
        throw new DebugException("the condition '" + condition + "' is no truth but " + result);
    }

    private @Nullable Object of(Tree tree) throws IOException {
        if (tree instanceof LiteralTree literal) {
            return literal.getValue();
        }
        if (tree instanceof ParenthesizedTree inner) {
            return of(inner.getExpression());
        }
        if (tree instanceof IdentifierTree name) {
            var found = scopes.find(name.getName().toString(), frame);
            if (found.isEmpty()) {
                throw new DebugException("no variable '" + name.getName() + "' here");
            }
            return found.get().value();
        }
        if (tree instanceof MemberSelectTree select) {
            return field(select);
        }
        if (tree instanceof ArrayAccessTree access) {
            return element(access);
        }
        if (tree instanceof MethodInvocationTree call) {
            return call(call);
        }
        if (tree instanceof UnaryTree unary) {
            return Arithmetic.unary(tree.getKind(), ours(of(unary.getExpression())));
        }
        if (tree instanceof ConditionalExpressionTree choice) {
            return Boolean.TRUE.equals(ours(of(choice.getCondition())))
                    ? of(choice.getTrueExpression())
                    : of(choice.getFalseExpression());
        }
        if (tree instanceof BinaryTree binary) {
            return binary(binary);
        }
        throw new DebugException(
                "'"
                        + tree
                        + "' cannot be evaluated here; variables, fields, elements, method calls and operators can");
    }

    private @Nullable Object binary(BinaryTree tree) throws IOException {
        var left = ours(of(tree.getLeftOperand()));
        var kind = tree.getKind();
        if (kind == Tree.Kind.CONDITIONAL_AND || kind == Tree.Kind.CONDITIONAL_OR) {
            boolean decided =
                    left instanceof Boolean truth && truth == (kind == Tree.Kind.CONDITIONAL_OR);
            return decided ? left : ours(of(tree.getRightOperand()));
        }
        return Arithmetic.binary(kind, left, ours(of(tree.getRightOperand())));
    }

    private @Nullable Object field(MemberSelectTree select) throws IOException {
        var name = select.getIdentifier().toString();
        var type = typeOf(select.getExpression());
        if (type.isPresent()) {
            var field = type.get().fieldByName(name);
            if (field == null || !field.isStatic()) {
                throw new DebugException("no static field '" + name + "' in " + type.get().name());
            }
            return type.get().getValue(field);
        }
        var owner = object(of(select.getExpression()), "." + name);
        if (owner instanceof ArrayReference array && name.equals("length")) {
            return array.length();
        }
        var field = owner.referenceType().fieldByName(name);
        if (field == null) {
            throw new DebugException(
                    "no field '" + name + "' in " + ValueView.simple(owner.referenceType().name()));
        }
        return owner.getValue(field);
    }

    private @Nullable Object element(ArrayAccessTree access) throws IOException {
        if (!(of(access.getExpression()) instanceof ArrayReference array)) {
            throw new DebugException("'" + access.getExpression() + "' is no array");
        }
        if (!(ours(of(access.getIndex())) instanceof Integer index)
                || index < 0
                || index >= array.length()) {
            throw new DebugException(
                    "'" + access.getIndex() + "' is no index of an array of " + array.length());
        }
        return array.getValue(index);
    }

    private @Nullable Object call(MethodInvocationTree tree) throws IOException {
        var arguments = new ArrayList<@Nullable Value>();
        for (var argument : tree.getArguments()) {
            arguments.add(value(of(argument)));
        }
        if (tree.getMethodSelect() instanceof MemberSelectTree select) {
            var name = select.getIdentifier().toString();
            var type = typeOf(select.getExpression());
            if (type.isPresent()) {
                return call(type.get(), null, name, arguments);
            }
            var owner = object(value(of(select.getExpression())), "." + name + "()");
            return call(owner.referenceType(), owner, name, arguments);
        }
        var name = tree.getMethodSelect().toString();
        if (frame != null) {
            var self = frame.now().thisObject();
            var type = frame.now().location().declaringType();
            if (Methods.choose(type, name, arguments, self == null).isPresent()) {
                return call(type, self, name, arguments);
            }
        }
        for (var className : interpreter.classesOfMethod(name)) {
            for (var type : machine.classesByName(className)) {
                if (Methods.choose(type, name, arguments, true).isPresent()) {
                    return call(type, null, name, arguments);
                }
            }
        }
        throw new DebugException("no method '" + name + "' for these arguments here");
    }

    private @Nullable Value call(
            ReferenceType type,
            @Nullable ObjectReference owner,
            String name,
            List<@Nullable Value> arguments) {
        var standing = stop;
        if (standing == null) {
            throw new DebugException("methods can be called only while the program is stopped");
        }
        var method =
                Methods.choose(type, name, arguments, owner == null)
                        .orElseThrow(
                                () ->
                                        new DebugException(
                                                "no method '"
                                                        + name
                                                        + "' for these arguments in "
                                                        + ValueView.simple(type.name())));
        var fitted = new ArrayList<@Nullable Value>();
        for (int i = 0; i < arguments.size(); i++) {
            fitted.add(fitted(standing, method.argumentTypeNames().get(i), arguments.get(i)));
        }
        var target = method.isStatic() ? method.declaringType() : type;
        return calls.call(standing, target, method.isStatic() ? null : owner, method, fitted);
    }

    private @Nullable Value fitted(Stop standing, String parameter, @Nullable Value argument) {
        var box = Methods.boxFor(parameter, argument);
        if (box.isEmpty()) {
            return Methods.widened(parameter, argument);
        }
        var type = machine.classesByName(box.get()).get(0);
        var valueOf = Methods.choose(type, "valueOf", List.of(argument), true).orElseThrow();
        return calls.call(standing, type, null, valueOf, List.of(argument));
    }

    /** A name that is no variable may be a class: {@code Math}, {@code java.util.List}, one of the notebook. */
    private Optional<ReferenceType> typeOf(ExpressionTree tree) throws IOException {
        var name = tree.toString();
        boolean variable =
                !(tree instanceof IdentifierTree) && !(tree instanceof MemberSelectTree)
                        || scopes.find(name.split("\\.", 2)[0], frame).isPresent();
        if (variable) {
            return Optional.empty();
        }
        for (var before : PACKAGES) {
            var found = machine.classesByName(before + name);
            if (!found.isEmpty()) {
                return Optional.of(found.get(0));
            }
        }
        var inner = "$" + name.replace('.', '$');
        return machine.allClasses().stream()
                .filter(type -> CellCode.isOfUser(type.name()) && type.name().endsWith(inner))
                .reduce((first, second) -> second);
    }

    private static ObjectReference object(@Nullable Object value, String wanted) {
        if (value instanceof ObjectReference object) {
            return object;
        }
        throw new DebugException(
                value == null
                        ? "NullPointerException: null has no " + wanted
                        : "a primitive value has no " + wanted);
    }

    private static @Nullable Object ours(@Nullable Object value) {
        if (value instanceof PrimitiveValue primitive) {
            return Methods.ours(primitive);
        }
        return value instanceof StringReference text ? text.value() : value;
    }

    private @Nullable Value value(@Nullable Object value) {
        if (value == null || value instanceof Value) {
            return (Value) value;
        }
        if (value instanceof Integer number) {
            return machine.mirrorOf(number);
        }
        if (value instanceof Long number) {
            return machine.mirrorOf(number);
        }
        if (value instanceof Double number) {
            return machine.mirrorOf(number);
        }
        if (value instanceof Float number) {
            return machine.mirrorOf(number);
        }
        if (value instanceof Boolean truth) {
            return machine.mirrorOf(truth);
        }
        if (value instanceof Character character) {
            return machine.mirrorOf(character);
        }
        return machine.mirrorOf(value.toString());
    }
}
