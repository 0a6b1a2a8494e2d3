package himalia.kernel.cells;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a cell's class holds: what the cell declares, and what is compiled anew with it, because it may name what the cell
 * declares differently, or waited for it.
 */
final class CellPlan {
    private final DeclarationRegistry names;
    private final List<Part> parts;
    private final Map<String, Part.Declaration> declared = new LinkedHashMap<>();

    /** What is otherwise after the cell; as more is found out of what depends on it, more is in its sets. */
    private final Redeclared redeclared;

    /** What is looked at because it names something that may have been an import, and what of it is left as it is. */
    private final Set<String> lookedAt = new HashSet<>();

    private final Set<String> left = new HashSet<>();

    /** Earlier declarations that are compiled anew. */
    private final Map<String, Entry> anew = new LinkedHashMap<>();

    /** Those of them that waited for what the cell declares. */
    private final Set<String> returning = new HashSet<>();

    /** Earlier declarations that do not compile any more. */
    private final Map<String, Entry> broken = new LinkedHashMap<>();

    /** Earlier methods in whose place the cell declares others: of the same erasure, though written otherwise. */
    private final Map<String, Entry> overwritten = new LinkedHashMap<>();

    /** What the cell declares and cannot be used yet. */
    private final Map<String, Waiting> aside = new LinkedHashMap<>();

    /** What can be used but for some of its methods. */
    private final Map<String, Stub> stubs = new LinkedHashMap<>();

    private final VariableTypes types;

    /** {@code mentioned} are the names in the text of the cell, {@code lacking} what is known to lack something after it too. */
    CellPlan(CompilerState state, List<Part> parts, Set<String> mentioned, Set<String> lacking) {
        this.names = state.names();
        this.types = new VariableTypes(names);
        this.parts = parts;
        for (var part : parts) {
            if (part instanceof Part.Declaration each) {
                declared.put(each.key(), each);
            }
        }
        redeclared = new Redeclared(names, declared.values());
        var back =
                names.back(new WaitingResolver(parts, mentioned)).stream()
                        .filter(entry -> !declared.containsKey(entry.key()))
                        .filter(entry -> !lacking.contains(entry.key()))
                        .toList();
        for (var entry : back) {
            if (entry.kind() != Entry.Kind.METHOD) {
                // Variables may be of a class of that name that is gone.
                redeclared.changed().add(entry.name());
            } else if (names.find(entry.key()).isPresent()) {
                redeclared.redone().add(entry.name());
            }
        }
        pull();
        back.forEach(entry -> anew.put(entry.key(), entry));
        back.forEach(entry -> returning.add(entry.key()));
        var sure = Set.copyOf(anew.keySet());
        if (redeclared.changed().addAll(state.imports().hiddenBy(declared.values(), names))) {
            pull();
            anew.keySet().stream().filter(key -> !sure.contains(key)).forEach(lookedAt::add);
        }
    }

    private void pull() {
        names.dependents(redeclared.changed(), redeclared.redone()).forEach(this::pull);
        boolean more = true;
        while (more) {
            more = false;
            for (var name : Set.copyOf(namesAnew())) {
                for (var entry : names.named(name)) {
                    if (!anew.containsKey(entry.key()) && leavesWith(entry, anew.keySet())) {
                        pull(entry);
                        more |= anew.containsKey(entry.key());
                    }
                }
            }
        }
    }

    private void pull(Entry entry) {
        var part = declared.get(entry.key());
        boolean isEarlier = part == null || redeclared.same().contains(entry.key());
        if (isEarlier && !left.contains(entry.key())) {
            anew.put(entry.key(), entry);
        }
    }

    /** Returns whether a method has other types than before, though its head says the same; then whoever calls it goes along. */
    boolean findCalledOtherwise(byte @Nullable [] file) {
        var methods = new HashSet<>(redeclared.redone());
        anew.values().stream()
                .filter(entry -> entry.kind() == Entry.Kind.METHOD)
                .forEach(entry -> methods.add(entry.name()));
        methods.removeAll(redeclared.changed());
        redeclared.alike().forEach(key -> methods.add(Entry.nameIn(key)));
        methods.removeIf(name -> Descriptors.areAsBefore(names, name, file));
        redeclared.redone().removeAll(methods);
        boolean found = redeclared.alike().removeIf(key -> methods.contains(Entry.nameIn(key)));
        if (redeclared.changed().addAll(methods)) {
            found = true;
            pull();
        }
        return found;
    }

    private Set<String> namesAnew() {
        var all = new HashSet<>(redeclared.changed());
        all.addAll(redeclared.redone());
        anew.values().forEach(entry -> all.add(entry.name()));
        return all;
    }

    /** Methods of one name go together: those that a class holds hide those that it imports. */
    private boolean leavesWith(Entry entry, Set<String> moving) {
        return entry.kind() == Entry.Kind.METHOD
                && (declared.values().stream()
                                .filter(part -> part.name().equals(entry.name()))
                                .filter(part -> !part.key().equals(entry.key()))
                                .anyMatch(part -> part instanceof Part.Method && writes(part))
                        || names.named(entry.name()).stream()
                                .filter(other -> other.kind() == Entry.Kind.METHOD)
                                .filter(other -> !other.key().equals(entry.key()))
                                .anyMatch(other -> moving.contains(other.key())));
    }

    /** Says which types the variables have; a variable of another type than before is another one. */
    void types(Map<String, String> inferred) {
        types.found(inferred);
        int before = redeclared.changed().size();
        for (var part : parts) {
            if (part instanceof Part.Variable variable) {
                var old = names.find(variable.key());
                if (old.isPresent() && !types.isAs(variable, old.get())) {
                    redeclared.changed().add(variable.name());
                }
            }
        }
        if (redeclared.changed().size() > before) {
            pull();
        }
    }

    /** Returns which types the variables have. */
    VariableTypes types() {
        return types;
    }

    List<Part> parts() {
        return parts;
    }

    /** Returns whether the class holds what a method or type of the cell declares: not where an earlier one says the same. */
    boolean writes(Part.Declaration part) {
        return !redeclared.same().contains(part.key()) && !aside.containsKey(part.key());
    }

    /** Returns the variable of the same name and type, whose place a new value takes. */
    Optional<Entry> reused(Part.Variable variable) {
        return names.find(variable.key())
                .filter(old -> types.isAs(variable, old))
                .filter(old -> !anew.containsKey(old.key()) && !broken.containsKey(old.key()))
                .filter(old -> !old.mentions(namesAnew()) && !old.mentions(typesWritten()));
    }

    private Set<String> typesWritten() {
        return declared.values().stream()
                .filter(part -> part instanceof Part.Type && writes(part))
                .map(Part.Declaration::name)
                .collect(Collectors.toSet());
    }

    /** Returns what is compiled anew though the cell does not declare it. */
    List<Entry> anew() {
        return anew.values().stream()
                .filter(
                        entry ->
                                !(declared.get(entry.key()) instanceof Part.Variable)
                                        && !aside.containsKey(entry.key()))
                .toList();
    }

    /** Returns the simple names that the cell declares. */
    Set<String> declaredNames() {
        return declared.values().stream().map(Part.Declaration::name).collect(Collectors.toSet());
    }

    /** Returns the names that mean something new after the cell. */
    Set<String> changing() {
        var all = new HashSet<>(declaredNames());
        anew.values().forEach(entry -> all.add(entry.name()));
        return all;
    }

    /** Returns what the cell declares anew, as it was, or as it was before it did not compile any more. */
    List<Entry> replaced() {
        return declared.keySet().stream()
                .filter(key -> !redeclared.same().contains(key))
                .flatMap(
                        key ->
                                names
                                        .find(key)
                                        .or(() -> names.waiting(key).map(Waiting::entry))
                                        .stream())
                .toList();
    }

    /** Returns whether a name means what it did, in the class that holds it. */
    boolean imports(Entry entry) {
        if (anew.containsKey(entry.key())
                || broken.containsKey(entry.key())
                || overwritten.containsKey(entry.key())
                || aside.containsKey(entry.key())) {
            return false;
        }
        var part = declared.get(entry.key());
        return part == null
                || redeclared.same().contains(entry.key())
                || part instanceof Part.Variable variable && reused(variable).isPresent();
    }

    /** Returns whether a source that is only read for types imports it: all but what the cell itself declares. */
    boolean importsForTypes(Entry entry) {
        return !broken.containsKey(entry.key())
                && (!declared.containsKey(entry.key()) || redeclared.same().contains(entry.key()));
    }

    /** The cell declares another in the place of an earlier method. */
    void overwrites(Entry entry) {
        anew.remove(entry.key());
        returning.remove(entry.key());
        overwritten.put(entry.key(), entry);
    }

    /**
     * An earlier declaration does not compile any more; one that waited goes on waiting. A variable of a type that is gone
     * keeps what it holds: its class is still there, only its name means nothing.
     */
    void breaks(Entry entry) {
        anew.remove(entry.key());
        if (entry.kind() == Entry.Kind.VARIABLE && isOfBroken(entry)) {
            return;
        }
        if (!returning.remove(entry.key())) {
            broken.put(entry.key(), entry);
        }
    }

    private boolean isOfBroken(Entry variable) {
        return Stream.concat(broken.values().stream(), aside.values().stream().map(Waiting::entry))
                .filter(entry -> entry.kind() == Entry.Kind.TYPE)
                .anyMatch(entry -> variable.words().contains(entry.name()));
    }

    /** Leaves an earlier declaration as it is, where it was only looked at; returns whether it was. */
    boolean leaves(Entry entry) {
        return lookedAt.contains(entry.key())
                && anew.remove(entry.key()) != null
                && left.add(entry.key());
    }

    /** Some methods of a declaration cannot be used yet. */
    void stubs(String key, Stub stub) {
        stubs.merge(key, stub, Stub::and);
    }

    /** Returns whether it is compiled anew because it lacks something, and for no other reason that is known. */
    boolean isTriedAgain(Entry entry) {
        return returning.contains(entry.key()) && names.stub(entry.key()) != null;
    }

    /** Returns what of a declaration cannot be used yet. */
    Optional<Stub> stub(String key) {
        return Optional.ofNullable(stubs.get(key));
    }

    /** Returns what will be known to lack something, by keys. */
    Map<String, Stub> lacking() {
        var all = new LinkedHashMap<>(stubs);
        all.keySet()
                .removeIf(
                        key ->
                                !anew.containsKey(key)
                                        && (!declared.containsKey(key) || aside.containsKey(key)));
        return all;
    }

    /** Returns the names that the cell declares and cannot be used yet. */
    Set<String> waitingNames() {
        return aside.values().stream()
                .map(waiting -> waiting.entry().name())
                .collect(Collectors.toSet());
    }

    /** What the cell declares cannot be used yet. */
    void waits(Waiting waiting) {
        aside.put(waiting.entry().key(), waiting);
        redeclared.same().remove(waiting.entry().key());
    }

    /**
     * Leaves what does not mention anything that changed as it is; returns whether there was such.
     *
     * @param uses what the members of the class mention of it, by keys
     */
    boolean leave(Map<String, Set<String>> uses) {
        var needed = new HashSet<>(returning);
        // What throws words in the place of a body mentions nothing there any more.
        stubs.forEach(
                (key, stub) -> {
                    if (anew.containsKey(key) && !names.lacks(key, stub.bodies())) {
                        needed.add(key);
                    }
                });
        return anew.keySet()
                .retainAll(
                        new Needed(
                                        anew,
                                        uses,
                                        this::isCalledOtherwise,
                                        this::leavesWith,
                                        this::head)
                                .from(needed));
    }

    /** Returns whether a method is not called as it was. */
    private boolean isCalledOtherwise(String key) {
        return redeclared.changed().contains(Entry.nameIn(key))
                && !redeclared.alike().contains(key);
    }

    /** Returns the names that the head of a method mentions. */
    private Set<String> head(String key) {
        var part = declared.get(key);
        if (part instanceof Part.Method method && !anew.containsKey(key)) {
            return Entry.wordsOf(method.source().substring(0, method.body()));
        }
        return Optional.ofNullable(anew.get(key)).map(Entry::headWords).orElse(Set.of());
    }

    /** Returns what the cell changes beside what its class holds. */
    PlanNotes notes() {
        var moved = anew().stream().filter(entry -> !returning.contains(entry.key())).toList();
        var lost = new ArrayList<>(broken.values());
        moved.stream().filter(entry -> stubs.containsKey(entry.key())).forEach(lost::add);
        var fresh = lacking();
        fresh.keySet().removeAll(anew.keySet());
        var meant = new LinkedHashSet<>(redeclared.changed());
        meant.addAll(redeclared.redone());
        anew().forEach(entry -> meant.add(entry.name()));
        broken.values().forEach(entry -> meant.add(entry.name()));
        meant.addAll(declaredNames());
        return new PlanNotes(
                meant, moved, broken.values(), overwritten.values(), lost, aside.values(), fresh);
    }
}
