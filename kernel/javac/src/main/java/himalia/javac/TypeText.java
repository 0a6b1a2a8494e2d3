package himalia.javac;

import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.NoType;
import javax.lang.model.type.NullType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/**
 * Writes a type as a declaration may name it. Anonymous and captured types have no such name; of an intersection the
 * bound is written that says most, which is as much of it as a declaration can say.
 */
final class TypeText extends SimpleTypeVisitor14<Boolean, StringBuilder> {
    /** What nearly every class is too, and what says little of it. */
    private static final Set<String> MARKS =
            Set.of(
                    "java.lang.Object",
                    "java.lang.Record",
                    "java.lang.Enum",
                    "java.lang.Cloneable",
                    "java.lang.Comparable",
                    "java.io.Serializable");

    private final boolean upwards;
    private boolean whole = true;

    private TypeText(boolean upwards) {
        super(false);
        this.upwards = upwards;
    }

    static Optional<String> of(TypeMirror type) {
        var text = new StringBuilder();
        return type.accept(new TypeText(false), text)
                ? Optional.of(text.toString())
                : Optional.empty();
    }

    /** Writes it, of a class without a name what it extends or implements. */
    static Optional<String> upwardsOf(TypeMirror type) {
        var text = new StringBuilder();
        return type.accept(new TypeText(true), text)
                ? Optional.of(text.toString())
                : Optional.empty();
    }

    /** Returns whether the text says all of a type: not where it is, or is made of, an intersection. */
    static boolean isWhole(TypeMirror type) {
        var writer = new TypeText(true);
        type.accept(writer, new StringBuilder());
        return writer.whole;
    }

    @Override
    public Boolean visitPrimitive(PrimitiveType type, StringBuilder text) {
        text.append(type.getKind().toString().toLowerCase(java.util.Locale.ROOT));
        return true;
    }

    @Override
    public Boolean visitNoType(NoType type, StringBuilder text) {
        text.append("void");
        return type.getKind() == javax.lang.model.type.TypeKind.VOID;
    }

    @Override
    public Boolean visitNull(NullType type, StringBuilder text) {
        text.append("java.lang.Object");
        return true;
    }

    @Override
    public Boolean visitArray(ArrayType type, StringBuilder text) {
        boolean written = type.getComponentType().accept(this, text);
        text.append("[]");
        return written;
    }

    @Override
    public Boolean visitWildcard(WildcardType type, StringBuilder text) {
        text.append('?');
        if (type.getExtendsBound() != null) {
            return type.getExtendsBound().accept(this, text.append(" extends "));
        }
        return type.getSuperBound() == null
                || type.getSuperBound().accept(this, text.append(" super "));
    }

    @Override
    public Boolean visitIntersection(IntersectionType type, StringBuilder text) {
        whole = false;
        return bestOf(type).accept(this, text);
    }

    /** Returns the bound that says most: one that is not of Java's own, else one that is no mark alone, else the first. */
    private static TypeMirror bestOf(IntersectionType type) {
        TypeMirror best = null;
        for (TypeMirror bound : type.getBounds()) {
            var name = nameOf(bound);
            if (!name.startsWith("java.")) {
                return bound;
            }
            if (best == null && !isMark(name)) {
                best = bound;
            }
        }
        return best == null ? type.getBounds().get(0) : best;
    }

    private static boolean isMark(String name) {
        return MARKS.contains(name) || name.startsWith("java.lang.constant.");
    }

    private static String nameOf(TypeMirror type) {
        return type instanceof DeclaredType declared
                        && declared.asElement() instanceof TypeElement element
                ? element.getQualifiedName().toString()
                : "java.lang.Object";
    }

    @Override
    public Boolean visitDeclared(DeclaredType type, StringBuilder text) {
        var element = (TypeElement) type.asElement();
        boolean local =
                element.getNestingKind() == NestingKind.LOCAL
                        || element.getNestingKind() == NestingKind.ANONYMOUS;
        if (local && upwards) {
            whole = false;
            var above = element.getInterfaces();
            return (above.isEmpty() ? element.getSuperclass() : above.get(0)).accept(this, text);
        }
        if (local || element.getKind() == ElementKind.OTHER) {
            return false;
        }
        if (type.getEnclosingType() instanceof DeclaredType outer
                && !outer.getTypeArguments().isEmpty()) {
            if (!outer.accept(this, text)) {
                return false;
            }
            text.append('.').append(element.getSimpleName());
            return arguments(type, text);
        }
        text.append(element.getQualifiedName());
        return arguments(type, text);
    }

    private boolean arguments(DeclaredType type, StringBuilder text) {
        var separator = "<";
        for (var argument : type.getTypeArguments()) {
            text.append(separator);
            if (!argument.accept(this, text)) {
                return false;
            }
            separator = ", ";
        }
        if (!type.getTypeArguments().isEmpty()) {
            text.append('>');
        }
        return true;
    }
}
