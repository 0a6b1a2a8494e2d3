package himalia.javac;

import com.sun.tools.javac.api.ClientCodeWrapper.DiagnosticSourceUnwrapper;
import com.sun.tools.javac.util.JCDiagnostic;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Leaves out of a complaint that no method fits those which nobody may name there: the compiler lists them all. */
final class Candidates {
    private static final String NONE_FITS = "compiler.err.cant.apply.symbols";

    /** Where one begins in the words. */
    private static final Pattern START =
            Pattern.compile("(?m)^(?=\\h+(?:method|constructor) .* is not applicable$)");

    private static final Set<Modifier> WIDER = Set.of(Modifier.PUBLIC, Modifier.PROTECTED);

    private final String memoryPackage;

    /** Whoever calls stands in the package in memory, and sees what is no more than not private there alone. */
    Candidates(String memoryPackage) {
        this.memoryPackage = memoryPackage;
    }

    /** Returns the words of a complaint. */
    String message(Diagnostic<? extends JavaFileObject> diagnostic) {
        var message = diagnostic.getMessage(Locale.ENGLISH);
        if (!diagnostic.getCode().equals(NONE_FITS)) {
            return message;
        }
        try {
            return diagnostic instanceof DiagnosticSourceUnwrapper wrapped
                    ? without(wrapped.d.getSubdiagnostics(), message, diagnostic.getSource())
                    : message;
        } catch (IllegalAccessError | NoSuchFieldError | NoSuchMethodError | RuntimeException e) {
            // Where the JVM keeps its compiler to itself.
            return message;
        }
    }

    private String without(List<JCDiagnostic> candidates, String message, JavaFileObject source) {
        var parts = START.split(message);
        if (parts.length != candidates.size() + 1) {
            return message;
        }
        var words = new StringBuilder(parts[0]);
        for (int i = 0; i < candidates.size(); i++) {
            // What fits and may not be named is why.
            boolean fits = parts[i + 1].contains(" access in ");
            if (fits
                    || !method(candidates.get(i))
                            .filter(each -> isHidden(each, source))
                            .isPresent()) {
                words.append(parts[i + 1]);
            }
        }
        return words.toString();
    }

    private static Optional<ExecutableElement> method(JCDiagnostic candidate) {
        return Arrays.stream(candidate.getArgs())
                .filter(ExecutableElement.class::isInstance)
                .map(ExecutableElement.class::cast)
                .findFirst();
    }

    private boolean isHidden(ExecutableElement method, JavaFileObject source) {
        var how = method.getModifiers();
        Element outermost = method;
        for (var around = method.getEnclosingElement();
                around != null && around.getKind() != ElementKind.PACKAGE;
                around = around.getEnclosingElement()) {
            outermost = around;
        }
        if (how.contains(Modifier.PRIVATE)) {
            var name = outermost.getSimpleName().toString();
            return !source.toUri().getPath().endsWith("/" + name + ".java");
        }
        return how.stream().noneMatch(WIDER::contains)
                && !String.valueOf(outermost.getEnclosingElement()).equals(memoryPackage);
    }
}
