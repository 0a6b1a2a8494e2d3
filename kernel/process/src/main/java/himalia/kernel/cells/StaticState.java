package himalia.kernel.cells;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Which types hold something that a new class of them does not: in static fields, and in what constants of enums hold. */
final class StaticState {
    /** Types of the JDK whose objects stay as they were made, without their packages. */
    private static final Pattern LASTING =
            Pattern.compile(
                    "(?:boolean|byte|short|char|int|long|float|double|String|Boolean|Byte|Short|Character|Integer|Long|Float|Double"
                            + "|BigDecimal|BigInteger|Pattern|Local(?:Date|Time|DateTime)|Instant|Duration|Period|Path|URI|UUID|Locale|Charset"
                            + "|Class|Comparator|Runnable|Callable|DateTimeFormatter|\\w*(?:Function|Operator|Predicate|Supplier|Consumer))(?:<.*>)?",
                    Pattern.DOTALL);

    /** Methods that give another thing each time, and a cell's own, of which nobody knows. */
    private static final Pattern OTHERWISE =
            Pattern.compile(
                    "\\w+|(?s:.*)\\.(?:now|nanoTime|currentTimeMillis|identityHashCode|(?:random|next|read|get)\\w*)");

    private StaticState() {}

    /** Returns whether a type, or one inside of it or of a method, does: not where a field is final and its object stays as it was made. */
    static boolean isIn(Tree declared) {
        return new Any() {
            @Override
            public Boolean visitClass(ClassTree type, Void none) {
                return type.getMembers().stream()
                                .anyMatch(
                                        member ->
                                                member instanceof VariableTree field
                                                        && holds(type, field))
                        || Boolean.TRUE.equals(super.visitClass(type, none));
            }
        }.in(declared);
    }

    private static boolean holds(ClassTree type, VariableTree field) {
        if (isConstantOf(type, field)) {
            return field.getInitializer() instanceof NewClassTree made
                    && made.getClassBody() != null
                    && made.getClassBody().getMembers().stream()
                            .anyMatch(member -> member instanceof VariableTree own && changes(own));
        }
        var flags = field.getModifiers().getFlags();
        if (isInterface(type)) {
            return !isSet(field);
        }
        boolean lasts = type.getKind() == Tree.Kind.ENUM || flags.contains(Modifier.STATIC);
        return lasts && changes(field);
    }

    private static boolean changes(VariableTree field) {
        return !field.getModifiers().getFlags().contains(Modifier.FINAL) || !isSet(field);
    }

    /** Returns whether a field that is final is the same in a new class. */
    private static boolean isSet(VariableTree field) {
        var type = String.valueOf(field.getType()).replaceAll("^(?:\\w+\\.)+", "");
        return LASTING.matcher(type).matches() && !calls(field.getInitializer());
    }

    /** What a method gives may be another thing the next time, as a time is. */
    private static boolean calls(@Nullable Tree initializer) {
        return new Any() {
            @Override
            public Boolean visitMethodInvocation(MethodInvocationTree call, Void none) {
                var called = call.getMethodSelect().toString();
                return OTHERWISE.matcher(called).matches()
                        || Boolean.TRUE.equals(super.visitMethodInvocation(call, none));
            }
        }.in(initializer);
    }

    /** Looks for one tree of some kind. */
    private abstract static class Any extends TreeScanner<Boolean, Void> {
        boolean in(@Nullable Tree tree) {
            return Boolean.TRUE.equals(scan(tree, null));
        }

        @Override
        public Boolean reduce(Boolean one, Boolean other) {
            return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
        }
    }

    private static boolean isInterface(ClassTree type) {
        return type.getKind() == Tree.Kind.INTERFACE || type.getKind() == Tree.Kind.ANNOTATION_TYPE;
    }

    /** The constants of an enum are final fields of its own type. */
    private static boolean isConstantOf(ClassTree type, VariableTree field) {
        return type.getKind() == Tree.Kind.ENUM
                && field.getModifiers().getFlags().contains(Modifier.FINAL)
                && field.getModifiers().getFlags().contains(Modifier.STATIC)
                && type.getSimpleName().contentEquals(String.valueOf(field.getType()));
    }
}
