package himalia.kernel.cells;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Which types hold something that a new class of them does not: static fields, and what constants of enums hold. */
final class StaticState {
    private static final Set<String> LIKE_CONSTANTS =
            Set.of(
                    "boolean",
                    "byte",
                    "short",
                    "char",
                    "int",
                    "long",
                    "float",
                    "double",
                    "String",
                    "Boolean",
                    "Byte",
                    "Short",
                    "Character",
                    "Integer",
                    "Long",
                    "Float",
                    "Double");

    private StaticState() {}

    /** Returns whether a type, or one inside of it, has such a field; one that is final and a number or a text is none. */
    static boolean isIn(ClassTree type) {
        return type.getMembers().stream()
                .anyMatch(
                        member ->
                                member instanceof VariableTree field && holds(type, field)
                                        || member instanceof ClassTree inner && isIn(inner));
    }

    private static boolean holds(ClassTree type, VariableTree field) {
        var flags = field.getModifiers().getFlags();
        boolean isInterface =
                type.getKind() == Tree.Kind.INTERFACE
                        || type.getKind() == Tree.Kind.ANNOTATION_TYPE;
        boolean isFinal = isInterface || flags.contains(Modifier.FINAL);
        boolean lasts =
                isInterface || type.getKind() == Tree.Kind.ENUM || flags.contains(Modifier.STATIC);
        return lasts
                && !isConstantOf(type, field)
                && !(isFinal && LIKE_CONSTANTS.contains(String.valueOf(field.getType())));
    }

    /** The constants of an enum are fields of its own type. */
    private static boolean isConstantOf(ClassTree type, VariableTree field) {
        return type.getKind() == Tree.Kind.ENUM
                && type.getSimpleName().contentEquals(String.valueOf(field.getType()));
    }
}
