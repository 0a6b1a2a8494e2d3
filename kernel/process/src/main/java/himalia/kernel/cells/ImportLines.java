package himalia.kernel.cells;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the class of a cell imports: the user's imports, names of earlier cells, and what needs no import in a cell. */
final class ImportLines {
    /** A name with those of two packages before it, as {@code java.util.List}. */
    private static final Pattern OF_PACKAGE =
            Pattern.compile("\\p{Ll}\\w*(?:\\.\\p{Ll}\\w*)+\\.\\p{Lu}.*");

    private final CompilerState state;
    private final CellPlan plan;
    private final String code;
    private final List<String> given = new ArrayList<>();

    /** {@code earlier} are the imports of the cell that stand in other classes of it. */
    ImportLines(CompilerState state, CellPlan plan, String code, List<String> earlier) {
        this.state = state;
        this.plan = plan;
        this.code = code;
        given.addAll(earlier);
        for (var part : plan.parts()) {
            if (part instanceof Part.Import each) {
                given.add(each.name());
            }
        }
    }

    /** Returns the text after {@code import} of each line. */
    List<String> lines() {
        return lines(plan::imports);
    }

    /** Returns the same for a source from which only types are read. */
    List<String> forTypes() {
        return lines(plan::importsForTypes);
    }

    private List<String> lines(Predicate<Entry> imported) {
        var text = new StringBuilder(code);
        for (var entry : plan.anew()) {
            text.append('\n').append(entry.source()).append('\n').append(entry.type());
        }
        var words = SourceNames.of(text.toString());
        var mentioned = Entry.firstOf(words);
        var lines = new LinkedHashSet<>(state.imports().neededFor(mentioned, given));
        // A type that the cell declares again came later than an import of its name.
        lines.removeIf(line -> !given.contains(line) && isDeclaredHere(UserImports.simple(line)));
        var known = new HashSet<String>();
        lines.forEach(line -> known.add(UserImports.simple(line)));
        for (var word : mentioned) {
            // The user's own, though it waits: nothing of ours may be taken for it.
            state.names()
                    .waitingFor(word)
                    .filter(waiting -> hides(waiting.entry().kind()))
                    .ifPresent(waiting -> known.add(word));
            // An import that is still there came later than the type, as one of this cell does.
            boolean hidden =
                    (state.imports().names().contains(word) || isImportedHere(word))
                            && !isDeclaredHere(word);
            for (var entry : state.names().named(word)) {
                if (isPackageBeside(entry, words)) {
                    continue;
                }
                if (hides(entry.kind())) {
                    known.add(word);
                }
                if (imported.test(entry) && !(hidden && entry.kind() == Entry.Kind.TYPE)) {
                    lines.add("static " + entry.owner() + "." + word);
                }
            }
        }
        for (var declared : plan.declared()) {
            if (hides(declared.kind())) {
                known.add(declared.name());
            }
        }
        known.addAll(declaredBelow());
        lines.addAll(state.around().imports(words, known));
        return List.copyOf(lines);
    }

    /** Returns the types below a magic that the methods and types here may mean; what runs here would not find them. */
    private Set<String> declaredBelow() {
        var below = new HashSet<>(state.beside());
        below.removeAll(plan.declaredNames());
        if (!below.isEmpty()) {
            below.removeAll(Entry.wordsOf(withoutBodies()));
        }
        return below;
    }

    /** Returns the cell without its methods and types. */
    private String withoutBodies() {
        var rest = code;
        for (var part : plan.parts()) {
            if (part instanceof Part.Type type) {
                rest = rest.replace(type.source(), "");
            } else if (part instanceof Part.Method method) {
                rest = rest.replace(method.source(), "");
            }
        }
        return rest;
    }

    private boolean isDeclaredHere(String word) {
        return plan.declared().stream()
                .anyMatch(each -> each instanceof Part.Type && each.name().equals(word));
    }

    private boolean isImportedHere(String word) {
        return given.stream().anyMatch(name -> UserImports.simple(name).equals(word));
    }

    /** Whether a name is nowhere that of a type, but of a package: where it stands, what the type does not name follows, and a class. */
    private static boolean isPackageBeside(Entry type, List<SourceNames.Word> words) {
        if (type.kind() != Entry.Kind.TYPE
                || type.words().contains("extends")
                || type.words().contains("implements")) {
            return false;
        }
        for (var word : words) {
            var names = word.text().split("\\.");
            if (names[0].equals(type.name())
                    && !word.afterDot()
                    && (!OF_PACKAGE.matcher(word.text()).matches()
                            || type.words().contains(names[1]))) {
                return false;
            }
        }
        return true;
    }

    /** A variable hides neither a method nor a type of its name: where it stands says which is meant. */
    private static boolean hides(Entry.Kind kind) {
        return kind != Entry.Kind.VARIABLE;
    }
}
