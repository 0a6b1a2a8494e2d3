package himalia.javac;

import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileObject;

/** Collects the errors; what the compiler merely warns of is nobody's business in a cell. */
final class Problems implements DiagnosticListener<JavaFileObject> {
    private final List<Diagnostic<? extends JavaFileObject>> errors = new ArrayList<>();
    private final List<Problem> told = new ArrayList<>();
    private final Receivers receivers;
    private final Candidates candidates;

    /** Those of sources in a package in memory. */
    Problems(String memoryPackage) {
        receivers = new Receivers(memoryPackage);
        candidates = new Candidates(memoryPackage);
    }

    @Override
    public void report(Diagnostic<? extends JavaFileObject> diagnostic) {
        if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
            errors.add(diagnostic);
        }
    }

    List<Problem> errors() {
        // Put into words once: one attempt at a cell asks several times.
        for (int i = told.size(); i < errors.size(); i++) {
            told.add(problem(errors.get(i)));
        }
        return List.copyOf(told);
    }

    /** Returns whether there is no error at all; nothing is put into words. */
    boolean isEmpty() {
        return errors.isEmpty();
    }

    /** Returns whether an error begins at {@code from} or behind it, and before {@code to}; nothing is put into words. */
    boolean anyIn(long from, long to) {
        return errors.stream()
                .anyMatch(
                        error -> error.getStartPosition() >= from && error.getStartPosition() < to);
    }

    private Problem problem(Diagnostic<? extends JavaFileObject> diagnostic) {
        return new Problem(
                diagnostic.getCode(),
                candidates.message(diagnostic),
                diagnostic.getStartPosition(),
                diagnostic.getEndPosition(),
                receivers.of(diagnostic));
    }
}
