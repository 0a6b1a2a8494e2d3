package himalia.kernel.java;

import himalia.kernel.cells.Cells;
import himalia.kernel.cells.Entry;
import himalia.kernel.cells.Waiting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.ImportSnippet;
import jdk.jshell.MethodSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/** What JShell and the compiler of whole cells tell each other about names. */
final class SharedNames {
    private final Compiler compiler;
    private final Notices notices;
    private final Map<String, Given> given = new HashMap<>();
    private final Set<String> givenImports = new LinkedHashSet<>();

    /** Methods and types that do not compile since a name they use changed; by key. */
    private final Map<String, Entry> waiting = new LinkedHashMap<>();

    SharedNames(Compiler compiler, Notices notices) {
        this.compiler = compiler;
        this.notices = notices;
    }

    /** A name of cells that JShell imports from its owners. */
    private record Given(Set<String> owners, List<Snippet> imports) {}

    /** Gives JShell the names of cells that a source mentions; none before, because each slows all that follows. */
    void give(String source, long cell) {
        for (var each : compiler.cells().imports()) {
            if (givenImports.add(each)) {
                evalImport(each, cell);
            }
        }
        for (var word : Entry.wordsOf(source)) {
            var owners =
                    compiler.cells().names().named(word).stream()
                            .map(Entry::owner)
                            .collect(Collectors.toSet());
            var before = given.get(word);
            if (before == null ? owners.isEmpty() : before.owners().equals(owners)) {
                continue;
            }
            withdraw(word);
            var imports = new ArrayList<Snippet>();
            for (var owner : owners) {
                imports.addAll(evalImport("static " + owner + "." + word, cell));
            }
            given.put(word, new Given(owners, imports));
        }
    }

    private List<Snippet> evalImport(String name, long cell) {
        var purpose = SnippetRunner.Purpose.silent(cell);
        return compiler.eval("import " + name + ";", purpose).stream()
                .filter(event -> event.status().isActive())
                .map(SnippetEvent::snippet)
                .toList();
    }

    private void withdraw(String name) {
        var before = given.remove(name);
        if (before != null) {
            before.imports().forEach(compiler::drop);
        }
    }

    /** JShell declared something: an import is noted, and a name that cells held moves to JShell with all that uses it. */
    void take(SnippetEvent event, long cell) {
        if (!event.status().isActive()) {
            return;
        }
        if (event.snippet() instanceof ImportSnippet imported) {
            var name = (imported.isStatic() ? "static " : "") + imported.fullname();
            givenImports.add(name);
            compiler.cells().imported(name);
            return;
        }
        if (event.snippet() instanceof PersistentSnippet declared && !temporary(event)) {
            bringBack(declared, cell);
            move(declared, cell);
        }
    }

    /** Declares again what waited for a name to be as it was. */
    private void bringBack(PersistentSnippet changed, long cell) {
        waiting.values().removeIf(this::declaredAnew);
        for (var entry : List.copyOf(waiting.values())) {
            if (entry.words().contains(changed.name()) && compiles(entry.source(), cell)) {
                waiting.remove(entry.key());
            }
        }
    }

    private boolean declaredAnew(Entry entry) {
        return compiler.cells().names().named(entry.name()).stream()
                        .anyMatch(other -> other.key().equals(entry.key()))
                || compiler.session().named(entry.name()).stream()
                        .anyMatch(snippet -> declares(snippet, entry));
    }

    /** Whether JShell knows it, and waits for what it names to be as it was. */
    private boolean unresolved(Entry entry) {
        return compiler.session().named(entry.name()).stream()
                .filter(snippet -> declares(snippet, entry))
                .map(snippet -> compiler.jshell().status(snippet))
                .anyMatch(status -> status == Snippet.Status.RECOVERABLE_DEFINED);
    }

    private boolean compiles(String source, long cell) {
        return compiler.declareInShell(source, cell).stream()
                .noneMatch(event -> event.status() == Snippet.Status.REJECTED);
    }

    private void move(PersistentSnippet declared, long cell) {
        var name = declared.name();
        var names = compiler.cells().names();
        if (names.named(name).isEmpty()) {
            return;
        }
        var moving = new LinkedHashSet<>(names.named(name));
        moving.addAll(names.dependents(Set.of(name)));
        names.forget(moving);
        moving.forEach(entry -> withdraw(entry.name()));
        moving.forEach(entry -> declare(entry, declared, cell));
        moving.stream()
                .filter(this::unresolved)
                .forEach(entry -> notices.tell(cell, Waiting.gone(entry, name)));
    }

    private static boolean temporary(SnippetEvent event) {
        return event.snippet().subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
    }

    /** Declares in JShell what a cell declared, but for what JShell itself has declared anew just now. */
    private void declare(Entry entry, PersistentSnippet cause, long cell) {
        if (declares(cause, entry)) {
            return;
        }
        var variable = entry.kind() == Entry.Kind.VARIABLE;
        var source =
                variable
                        ? Cells.asWritten(entry.type()) + " " + entry.name() + ";"
                        : entry.source();
        if (!compiles(source, cell)) {
            notices.tell(cell, Waiting.gone(entry, cause.name()));
            if (!variable) {
                waiting.put(entry.key(), entry);
            }
        } else if (variable) {
            notices.tell(cell, Notices.reset(entry.name(), cause.name()));
        }
    }

    private static boolean declares(Snippet snippet, Entry entry) {
        return snippet instanceof PersistentSnippet named
                && named.name().equals(entry.name())
                && switch (entry.kind()) {
                    case VARIABLE -> snippet instanceof VarSnippet;
                    case METHOD ->
                            snippet instanceof MethodSnippet method
                                    && sameParameters(method, entry);
                    case TYPE -> snippet.kind() == Snippet.Kind.TYPE_DECL;
                };
    }

    private static boolean sameParameters(MethodSnippet method, Entry entry) {
        return method.parameterTypes().replace(" ", "").equals(entry.parameters().replace(" ", ""));
    }
}
