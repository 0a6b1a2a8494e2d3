package himalia.kernel.java;

import himalia.kernel.cells.Cells;
import himalia.kernel.cells.Entry;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.jspecify.annotations.Nullable;

/** What JShell and the compiler of whole cells tell each other about names. */
final class SharedNames {
    private final Compiler compiler;
    private final Notices notices;
    private final Map<String, Given> given = new HashMap<>();
    private final Set<String> givenImports = new LinkedHashSet<>();

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
        var name = event.snippet() instanceof PersistentSnippet each ? each.name() : "";
        var names = compiler.cells().names();
        if (names.named(name).isEmpty() || temporary(event)) {
            return;
        }
        var moving = new LinkedHashSet<>(names.named(name));
        moving.addAll(names.dependents(Set.of(name)));
        names.forget(moving);
        moving.forEach(entry -> withdraw(entry.name()));
        moving.forEach(entry -> declare(entry, event.snippet(), cell));
    }

    private static boolean temporary(SnippetEvent event) {
        return event.snippet().subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
    }

    /** Declares in JShell what a cell declared, but for what JShell itself has declared anew just now. */
    private void declare(Entry entry, Snippet cause, long cell) {
        var source = sourceOf(entry, cause);
        if (source == null) {
            return;
        }
        var events = compiler.declareInShell(source, cell);
        var why = cause instanceof PersistentSnippet changed ? changed.name() : "a name it uses";
        if (events.stream().anyMatch(event -> event.status() == Snippet.Status.REJECTED)) {
            notices.tell(
                    cell,
                    entry.name()
                            + " is gone: it does not compile any more, because "
                            + why
                            + " changed");
        } else if (entry.kind() == Entry.Kind.VARIABLE) {
            notices.tell(cell, Notices.reset(entry.name(), why));
        }
    }

    private static @Nullable String sourceOf(Entry entry, Snippet cause) {
        return switch (entry.kind()) {
            case VARIABLE ->
                    cause instanceof VarSnippet variable && variable.name().equals(entry.name())
                            ? null
                            : shown(entry.type()) + " " + entry.name() + ";";
            case METHOD ->
                    cause instanceof MethodSnippet method
                                    && method.name().equals(entry.name())
                                    && sameParameters(method, entry)
                            ? null
                            : entry.source();
            case TYPE ->
                    cause instanceof PersistentSnippet type
                                    && type.name().equals(entry.name())
                                    && cause.kind() == Snippet.Kind.TYPE_DECL
                            ? null
                            : entry.source();
        };
    }

    private static boolean sameParameters(MethodSnippet method, Entry entry) {
        return method.parameterTypes().replace(" ", "").equals(entry.parameters().replace(" ", ""));
    }

    /** A type as the user would write it: a class of a cell by its simple name. */
    static String shown(String type) {
        return type.replaceAll(Cells.PACKAGE + "\\." + Cells.NAME + "\\.", "");
    }
}
