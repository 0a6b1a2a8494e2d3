package himalia.javac;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** What makes an object of a type: its own static methods, and its constructors. */
final class Makers {
    /** What gives one that is there already, or copies it. */
    private static final Pattern GIVES = Pattern.compile("get(?!Instance).*|current.*|copy.*");

    private final TypeElement type;
    private final Predicate<ExecutableElement> hidden;

    Makers(TypeElement type, Predicate<ExecutableElement> hidden) {
        this.type = type;
        this.hidden = hidden;
    }

    /** Returns them as they are called, without their parentheses, each once. */
    List<String> all() {
        var name = type.getSimpleName();
        var methods =
                ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                        .filter(each -> !hidden.test(each) && isMaker(each))
                        .map(each -> name + "." + each.getSimpleName());
        var made = "new " + name + (type.getTypeParameters().isEmpty() ? "" : "<>");
        return Stream.concat(methods, isMade() ? Stream.of(made) : Stream.empty())
                .distinct()
                .toList();
    }

    private boolean isMaker(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.STATIC)
                && !GIVES.matcher(method.getSimpleName()).matches()
                && Receivers.declared(method.getReturnType()).filter(type::equals).isPresent();
    }

    /** An inner class needs an object of the one around it. */
    private boolean isMade() {
        boolean isInner =
                type.getNestingKind() != NestingKind.TOP_LEVEL
                        && !type.getModifiers().contains(Modifier.STATIC);
        return type.getKind() != ElementKind.ENUM
                && !type.getModifiers().contains(Modifier.ABSTRACT)
                && !isInner
                && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                        .filter(each -> each.getAnnotation(Deprecated.class) == null)
                        .anyMatch(each -> !hidden.test(each));
    }
}
