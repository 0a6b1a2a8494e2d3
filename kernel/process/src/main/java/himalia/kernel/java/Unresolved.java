package himalia.kernel.java;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet.Status;

/** Declarations that name what is not declared yet: known to JShell, and of no use until it is. */
final class Unresolved {
    private final JShell jshell;

    Unresolved(JShell jshell) {
        this.jshell = jshell;
    }

    /** Says what a declaration waits for. */
    String text(DeclarationSnippet snippet) {
        var missing = jshell.unresolvedDependencies(snippet).collect(Collectors.joining(", "));
        return snippet.name() + " cannot be used until this is declared: " + missing;
    }

    /** Says which declaration was used too early: the one that the trace names, else all that wait. */
    String called(JShellException thrown) {
        var names =
                Arrays.stream(thrown.getStackTrace())
                        .map(StackTraceElement::getMethodName)
                        .collect(Collectors.toSet());
        var waiting =
                jshell.snippets()
                        .filter(snippet -> jshell.status(snippet) == Status.RECOVERABLE_DEFINED)
                        .filter(DeclarationSnippet.class::isInstance)
                        .map(DeclarationSnippet.class::cast)
                        .toList();
        return texts(
                waiting.stream().anyMatch(s -> names.contains(s.name())) ? names : Set.of(),
                waiting);
    }

    private String texts(Set<String> wanted, List<DeclarationSnippet> waiting) {
        return waiting.stream()
                .filter(snippet -> wanted.isEmpty() || wanted.contains(snippet.name()))
                .map(this::text)
                .collect(Collectors.joining("\n"));
    }
}
