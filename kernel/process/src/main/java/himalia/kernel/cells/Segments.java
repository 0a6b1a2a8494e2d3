package himalia.kernel.cells;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cuts a cell where a class cannot say in which order things happen: before a name is declared a second time, and before
 * one is declared anew that the cell used as it was. So that a run which ends early leaves what it came to as it was then,
 * also before a name is declared anew that is used by what stands above something that runs.
 */
final class Segments {
    private final DeclarationRegistry names;
    private final UserImports imports;
    private final String code;
    private final List<List<Part>> segments = new ArrayList<>();
    private List<Part> current = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    /** What the names are that the current run declares; of two kinds there is none. */
    private final Map<String, Entry.Kind> kinds = new HashMap<>();

    private final Set<String> used = new HashSet<>();
    private final boolean mayEnd;

    /** What the current run declares, and what depends on what of it is otherwise than before. */
    private final Set<String> touched = new HashSet<>();

    /** The types that the cell declares anew, and what depends on them: variables of theirs are others then. */
    private final Set<String> retyped = new HashSet<>();

    /** Whether something runs behind that. */
    private boolean ran;

    /** Whether the current run runs anything. */
    private boolean runs;

    /** Whether a cut was made that only a run which ends early could tell. */
    private boolean forAnEnd;

    private Segments(DeclarationRegistry names, UserImports imports, String code, boolean mayEnd) {
        this.names = names;
        this.imports = imports;
        this.code = code;
        this.mayEnd = mayEnd;
    }

    /**
     * Cuts the parts into runs that are a class each.
     *
     * @param mayEnd whether also where only a run that ends early could tell
     */
    static Segments of(
            DeclarationRegistry names,
            UserImports imports,
            String code,
            List<Part> parts,
            boolean mayEnd) {
        var cut = new Segments(names, imports, code, mayEnd);
        parts.forEach(cut::add);
        cut.segments.add(cut.current);
        return cut;
    }

    /** Returns the runs. */
    List<List<Part>> all() {
        return segments;
    }

    /** Returns whether there are more of them because a run may end early. */
    boolean areForAnEnd() {
        return forAnEnd;
    }

    private void add(Part part) {
        if (part instanceof Part.Declaration declaration) {
            boolean changes = changes(declaration);
            boolean waited = waited(declaration);
            var affected = changes || waited ? affected(declaration) : Set.<String>of();
            boolean isUsed = !Collections.disjoint(used, affected);
            boolean must =
                    keys.contains(declaration.key()) || otherKind(declaration) || isUsed && changes;
            boolean may =
                    isUsed
                            || ran && !Collections.disjoint(touched, affected)
                            || runs && isOneOfSeveral(declaration, changes);
            if (must || mayEnd && may) {
                forAnEnd |= !must;
                segments.add(current);
                current = new ArrayList<>();
                keys.clear();
                kinds.clear();
                used.clear();
                touched.clear();
                ran = false;
                runs = false;
            }
            keys.add(declaration.key());
            kinds.put(declaration.name(), declaration.kind());
            touch(declaration, changes);
            if (changes && declaration instanceof Part.Type) {
                retyped.addAll(affected);
            }
        }
        ran |= !touched.isEmpty() && runs(part);
        runs |= runs(part);
        current.add(part);
        used.addAll(wordsRun(part));
    }

    private void touch(Part.Declaration declaration, boolean changes) {
        var name = Set.of(declaration.name());
        var moved = new HashSet<String>();
        names.waitingWith(name).forEach(entry -> moved.add(entry.name()));
        if (changes) {
            moved.addAll(name);
        }
        touched.addAll(name);
        touched.addAll(moved);
        names.dependents(moved).forEach(entry -> touched.add(entry.name()));
    }

    /** Whether there is an earlier one that waits for others, which the cell may declare above this one. */
    private boolean waited(Part.Declaration declaration) {
        var source =
                declaration instanceof Part.Type type
                        ? type.source()
                        : declaration instanceof Part.Method method ? method.source() : "";
        return names.waiting(declaration.key())
                .map(old -> !Token.sameTexts(old.entry().source(), source))
                .orElse(false);
    }

    /**
     * Whether there are other methods of its name: those who call them, kept from earlier cells, must not meet this one before
     * its line; and a class shows all that it has of a name.
     */
    private boolean isOneOfSeveral(Part.Declaration declaration, boolean changes) {
        return declaration instanceof Part.Method method
                && (changes
                        || current.stream()
                                .anyMatch(
                                        part ->
                                                part instanceof Part.Method other
                                                        && other.name().equals(method.name())));
    }

    /** Returns whether a part does something, beside declaring a name. */
    static boolean runs(Part part) {
        return part instanceof Part.Variable variable
                ? variable.from() >= 0
                : !(part instanceof Part.Declaration || part instanceof Part.Import);
    }

    /** A static import brings all that has a name: a variable and a method of one name need a class each. */
    private boolean otherKind(Part.Declaration declaration) {
        var kind = kinds.get(declaration.name());
        return kind != null && kind != declaration.kind();
    }

    /** Returns the names that mean something else with a declaration. */
    private Set<String> affected(Part.Declaration declaration) {
        var affected = new HashSet<>(Set.of(declaration.name()));
        names.dependents(affected).forEach(entry -> affected.add(entry.name()));
        names.waitingWith(affected).forEach(entry -> affected.add(entry.name()));
        boolean more = true;
        while (more) {
            more = false;
            for (var part : current) {
                if (part instanceof Part.Declaration earlier
                        && wordsIn(part).stream().anyMatch(affected::contains)) {
                    more |= affected.add(earlier.name());
                }
            }
        }
        return affected;
    }

    private boolean changes(Part.Declaration declaration) {
        if (imports.mayHide(declaration, names)) {
            return true;
        }
        var old = names.find(declaration.key());
        if (declaration instanceof Part.Variable variable) {
            return old.isPresent()
                    && !variable.type()
                            .filter(type -> Collections.disjoint(Entry.wordsOf(type), retyped))
                            .map(type -> TypeNames.same(names, type, old.get().type()))
                            .orElse(false);
        }
        if (declaration instanceof Part.Method method) {
            return !names.named(method.name()).isEmpty()
                    && old.map(entry -> !names.isAsBefore(entry, method.source())).orElse(true);
        }
        return declaration instanceof Part.Type type
                && old.isPresent()
                && !names.isAsBefore(old.get(), type.source());
    }

    /** Returns the names of what is run where the part stands. */
    private Set<String> wordsRun(Part part) {
        return part instanceof Part.Type || part instanceof Part.Method ? Set.of() : wordsIn(part);
    }

    private Set<String> wordsIn(Part part) {
        if (part instanceof Part.Statement statement) {
            return words(statement.start(), statement.end());
        }
        if (part instanceof Part.Value value) {
            return words(value.start(), value.end());
        }
        if (part instanceof Part.Dropped dropped) {
            return words(dropped.start(), dropped.end());
        }
        if (part instanceof Part.Variable variable) {
            return variable.from() < 0 ? Set.of() : words(variable.from(), variable.to());
        }
        if (part instanceof Part.Type type) {
            return Entry.wordsOf(type.source());
        }
        return part instanceof Part.Method method ? Entry.wordsOf(method.source()) : Set.of();
    }

    private Set<String> words(int from, int to) {
        return Entry.wordsOf(code.substring(from, to));
    }
}
