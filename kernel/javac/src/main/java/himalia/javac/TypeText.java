package himalia.javac;

import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.NoType;
import javax.lang.model.type.NullType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/** Writes a type as a declaration may name it; anonymous, captured and intersection types have no such name. */
final class TypeText extends SimpleTypeVisitor14<Boolean, StringBuilder> {
    private TypeText() {
        super(false);
    }

    static Optional<String> of(TypeMirror type) {
        var text = new StringBuilder();
        return type.accept(new TypeText(), text) ? Optional.of(text.toString()) : Optional.empty();
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
    public Boolean visitDeclared(DeclaredType type, StringBuilder text) {
        var element = (TypeElement) type.asElement();
        boolean local =
                element.getNestingKind() == NestingKind.LOCAL
                        || element.getNestingKind() == NestingKind.ANONYMOUS;
        if (local || element.getKind() == ElementKind.OTHER) {
            return false;
        }
        boolean inner =
                type.getEnclosingType() instanceof DeclaredType outer
                        && !outer.getTypeArguments().isEmpty();
        if (inner) {
            return false;
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
