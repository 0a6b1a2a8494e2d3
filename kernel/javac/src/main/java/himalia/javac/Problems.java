package himalia.javac;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileObject;

/** Collects the errors; what the compiler merely warns of is nobody's business in a cell. */
final class Problems implements DiagnosticListener<JavaFileObject> {
    private final List<Diagnostic<? extends JavaFileObject>> errors = new ArrayList<>();

    @Override
    public void report(Diagnostic<? extends JavaFileObject> diagnostic) {
        if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
            errors.add(diagnostic);
        }
    }

    List<Problem> errors() {
        return errors.stream().map(Problems::problem).toList();
    }

    private static Problem problem(Diagnostic<? extends JavaFileObject> diagnostic) {
        return new Problem(
                diagnostic.getCode(),
                diagnostic.getMessage(Locale.ENGLISH),
                diagnostic.getStartPosition(),
                diagnostic.getEndPosition());
    }
}
