package himalia.kernel.cells;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

    /** Earlier declarations that are compiled anew. */
    private final Recompiled earlier;

    /** Earlier declarations that do not compile any more. */
    private final Map<String, Entry> broken = new LinkedHashMap<>();

    /** What the compiler says of them, by their keys. */
    private final Map<String, String> errors = new HashMap<>();

    /** Earlier methods in whose place the cell declares others: of the same erasure, though written otherwise. */
    private final Map<String, Entry> overwritten = new LinkedHashMap<>();

    /** What the cell declares and cannot be used yet. */
    private final Map<String, Waiting> aside = new LinkedHashMap<>();

    /** What can be used but for some of its methods. */
    private final Map<String, Stub> stubs = new LinkedHashMap<>();

    private final PrivateSight sight;

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
        redeclared = new Redeclared(names, declared.values(), state.beside());
        earlier = new Recompiled(state, declared, redeclared, this::writes);
        sight = new PrivateSight(state, redeclared, earlier, this::imports);
        earlier.find(new WaitingResolver(parts, mentioned), lacking);
        SealedTypes.shutOut(declared.values(), this::writes, earlier.all().values())
                .forEach(entry -> breaks(entry, "its sealed type permits those of its own cell"));
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
            earlier.pull();
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
                .filter(old -> !earlier.has(old.key()) && !broken.containsKey(old.key()))
                .filter(old -> !old.mentions(earlier.names()) && !old.mentions(typesWritten()));
    }

    private Set<String> typesWritten() {
        return declared.values().stream()
                .filter(part -> part instanceof Part.Type && writes(part))
                .map(Part.Declaration::name)
                .collect(Collectors.toSet());
    }

    /** Returns what is compiled anew though the cell does not declare it. */
    List<Entry> anew() {
        return earlier.all().values().stream()
                .filter(
                        entry ->
                                !(declared.get(entry.key()) instanceof Part.Variable)
                                        && !aside.containsKey(entry.key()))
                .toList();
    }

    /** Returns what the cell declares. */
    Collection<Part.Declaration> declared() {
        return declared.values();
    }

    /** Returns the simple names of that. */
    Set<String> declaredNames() {
        return declared.values().stream().map(Part.Declaration::name).collect(Collectors.toSet());
    }

    /** Returns the names that mean something new after the cell. */
    Set<String> changing() {
        var all = new HashSet<>(declaredNames());
        earlier.all().values().forEach(entry -> all.add(entry.name()));
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
        if (earlier.has(entry.key())
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
        earlier.drop(entry.key());
        overwritten.put(entry.key(), entry);
    }

    /**
     * An earlier declaration does not compile any more; one that waited goes on waiting. A variable of a type that is gone
     * keeps what it holds: its class is still there, only its name means nothing.
     */
    void breaks(Entry entry, String error) {
        earlier.leavesOut(entry);
        if (entry.kind() == Entry.Kind.VARIABLE && isOfBroken(entry)) {
            return;
        }
        if (!earlier.drop(entry.key())) {
            broken.put(entry.key(), entry);
            errors.put(entry.key(), error);
        }
    }

    private boolean isOfBroken(Entry variable) {
        return Stream.concat(broken.values().stream(), aside.values().stream().map(Waiting::entry))
                .filter(entry -> entry.kind() == Entry.Kind.TYPE)
                .anyMatch(entry -> variable.words().contains(entry.name()));
    }

    /** Returns who sees what is private in types of other classes. */
    PrivateSight sight() {
        return sight;
    }

    /** Leaves an earlier declaration as it is, where it was only looked at; returns whether it was. */
    boolean leaves(Entry entry) {
        return earlier.leaves(entry);
    }

    /** Leaves what does not mention anything that changed as it is; returns whether there was such. */
    boolean leave(Map<String, Set<String>> uses) {
        return earlier.leave(uses, stubs);
    }

    /** Returns whether a method has other types than before, though its head says the same; then whoever calls it goes along. */
    boolean findCalledOtherwise(byte @Nullable [] file) {
        return earlier.findCalledOtherwise(file);
    }

    /** Returns what a declaration is called in words. */
    String shown(Entry entry) {
        return names.shown(entry, declared.keySet());
    }

    /** Some methods of a declaration cannot be used yet. */
    void stubs(String key, Stub stub) {
        stubs.merge(key, stub, Stub::and);
    }

    /** Returns whether it is compiled anew because it lacks something, and for no other reason that is known. */
    boolean isTriedAgain(Entry entry) {
        return earlier.isReturning(entry) && names.stub(entry.key()) != null;
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
                                !earlier.has(key)
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

    /** Returns what the cell changes beside what its class holds. */
    PlanNotes notes() {
        var gone = new LinkedHashMap<Entry, String>();
        broken.forEach((key, entry) -> gone.put(entry, errors.getOrDefault(key, "")));
        var partly = new LinkedHashMap<Entry, Stub>();
        var anew = anew();
        var moved = anew.stream().filter(entry -> !earlier.isReturning(entry)).toList();
        moved.stream()
                .filter(this::losesBodies)
                .forEach(entry -> stub(entry.key()).ifPresent(stub -> partly.put(entry, stub)));
        var fresh = lacking();
        fresh.keySet().removeAll(earlier.all().keySet());
        return new PlanNotes(
                new Causes(redeclared, declaredNames(), moved, broken.values(), earlier::leader),
                anew.stream().filter(this::wasThere).toList(),
                earlier::isReturning,
                this::shown,
                gone,
                overwritten.values(),
                partly,
                aside.values(),
                fresh);
    }

    private boolean wasThere(Entry entry) {
        return !earlier.isReturning(entry)
                || names.find(entry.key()).isPresent()
                || names.waiting(entry.key()).filter(Waiting::wasThere).isPresent();
    }

    /** Whether bodies of an earlier declaration do not compile any more which did. */
    private boolean losesBodies(Entry entry) {
        var stub = stubs.get(entry.key());
        return stub != null && !names.lacks(entry.key(), stub.bodies());
    }
}
