package himalia.javac;

import com.sun.tools.javac.api.ClientCodeWrapper.DiagnosticSourceUnwrapper;
import com.sun.tools.javac.util.JCDiagnostic;
import himalia.javac.Receiver.Kind;
import himalia.javac.Receiver.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Reads out of the compiler's complaints in which type it looked for a name that is not there, or not for everyone. */
final class Receivers {
    private static final String MISSING = "compiler.err.cant.resolve.location";
    private static final String REFERENCE = "compiler.err.invalid.mref";
    private static final String PRIVATE = "compiler.err.report.access";

    private final String memoryPackage;

    /** Whoever asks stands in the package in memory, and sees what is no more than not private there alone. */
    Receivers(String memoryPackage) {
        this.memoryPackage = memoryPackage;
    }

    /** Returns the type, where the complaint is about a member and the JVM lets us look. */
    Optional<Receiver> of(Diagnostic<?> diagnostic) {
        var code = diagnostic.getCode();
        if (!code.startsWith(MISSING) && !code.equals(PRIVATE) && !code.equals(REFERENCE)) {
            return Optional.empty();
        }
        try {
            return diagnostic instanceof DiagnosticSourceUnwrapper wrapped
                    ? type(wrapped.d.getArgs()).map(this::receiver)
                    : Optional.empty();
        } catch (IllegalAccessError | NoSuchFieldError | NoSuchMethodError | RuntimeException e) {
            // Where the JVM keeps its compiler to itself, and where a class above is missing: it is
            // wanted for advice alone.
            return Optional.empty();
        }
    }

    /** The last that is told is where: a symbol, a type, or both in a complaint inside this one. */
    private static Optional<TypeElement> type(Object[] told) {
        for (int i = told.length - 1; i >= 0; i--) {
            if (told[i] instanceof JCDiagnostic inner) {
                return type(inner.getArgs());
            }
            if (told[i] instanceof TypeElement element) {
                return Optional.of(element);
            }
            if (told[i] instanceof TypeMirror mirror && declared(mirror).isPresent()) {
                return declared(mirror);
            }
        }
        return Optional.empty();
    }

    static Optional<TypeElement> declared(TypeMirror type) {
        if (type instanceof TypeVariable variable && type.getKind() == TypeKind.TYPEVAR) {
            return declared(variable.getUpperBound());
        }
        if (type instanceof IntersectionType both && type.getKind() == TypeKind.INTERSECTION) {
            return declared(both.getBounds().get(0));
        }
        return type.getKind() == TypeKind.DECLARED
                ? Optional.of((TypeElement) ((DeclaredType) type).asElement())
                : Optional.empty();
    }

    private Receiver receiver(TypeElement type) {
        Map<String, Member> members = new LinkedHashMap<>();
        var left = new ArrayList<TypeElement>(List.of(type));
        for (int i = 0; i < left.size(); i++) {
            var each = left.get(i);
            add(each, each.equals(type), members);
            var above = new ArrayList<TypeMirror>(List.of(each.getSuperclass()));
            above.addAll(each.getInterfaces());
            above.forEach(
                    mirror ->
                            declared(mirror)
                                    .filter(one -> !left.contains(one))
                                    .ifPresent(left::add));
        }
        return new Receiver(
                type.getSimpleName().toString(),
                type.getKind() == ElementKind.RECORD,
                List.copyOf(members.values()),
                new Makers(type, each -> isHidden(each, type)).all());
    }

    private void add(TypeElement type, boolean own, Map<String, Member> members) {
        for (var each : type.getEnclosedElements()) {
            var kind = kind(each.getKind());
            if (kind == null) {
                continue;
            }
            var name = each.getSimpleName().toString();
            var member = new Member(name, kind, isHidden(each, type), own);
            // What is hidden above is not even inherited; of several of a name one may be called.
            if (own || !member.hidden()) {
                members.merge(kind + name, member, (one, other) -> one.hidden() ? other : one);
            }
        }
    }

    private boolean isHidden(Element member, TypeElement type) {
        var how = member.getModifiers();
        return how.contains(Modifier.PRIVATE)
                || !how.contains(Modifier.PUBLIC)
                        && !type.getQualifiedName().toString().startsWith(memoryPackage + ".");
    }

    private static @Nullable Kind kind(ElementKind kind) {
        return switch (kind) {
            case METHOD -> Kind.METHOD;
            case FIELD -> Kind.FIELD;
            case ENUM_CONSTANT -> Kind.CONSTANT;
            case CLASS, INTERFACE, ENUM, RECORD -> Kind.TYPE;
            default -> null;
        };
    }
}
