package himalia.kernel.cells;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The earlier declarations that are compiled anew with a cell: what depends on what it declares, and what waited for that. */
final class Recompiled {
    private final CompilerState state;
    private final DeclarationRegistry names;
    private final Map<String, Part.Declaration> declared;

    /** What is otherwise after the cell; as more is found out of what depends on it, more is in its sets. */
    private final Redeclared redeclared;

    private final Predicate<Part.Declaration> writes;

    /** What is looked at because it names something that may have been an import, and what of it is left as it is. */
    private final Set<String> lookedAt = new HashSet<>();

    private final Set<String> left = new HashSet<>();

    private final Map<String, Entry> anew = new LinkedHashMap<>();

    /** Those of them that waited for what the cell declares. */
    private final Set<String> returning = new HashSet<>();

    /** Types that go where a declaration of their cell goes, because it sees what is private in them: its keys by theirs. */
    private final Map<String, Set<String>> together = new LinkedHashMap<>();

    /**
     * Nothing yet.
     *
     * @param declared what the cell declares, by keys
     * @param redeclared what of that is otherwise than before
     * @param writes whether the class of the cell holds a declaration of the cell
     */
    Recompiled(
            CompilerState state,
            Map<String, Part.Declaration> declared,
            Redeclared redeclared,
            Predicate<Part.Declaration> writes) {
        this.state = state;
        this.names = state.names();
        this.declared = declared;
        this.redeclared = redeclared;
        this.writes = writes;
    }

    /**
     * Finds all of them.
     *
     * @param found finds what waited for what the cell declares
     * @param lacking what is known to lack something after it too
     */
    void find(WaitingResolver found, Set<String> lacking) {
        pull();
        found.findsToo(names());
        var back =
                names.back(found).stream()
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

    /** Returns them, by keys. */
    Map<String, Entry> all() {
        return anew;
    }

    boolean has(String key) {
        return anew.containsKey(key);
    }

    /** Returns whether it waited for what the cell declares. */
    boolean isReturning(Entry entry) {
        return returning.contains(entry.key());
    }

    /** Leaves out what does not compile with the cell. */
    void leavesOut(Entry entry) {
        anew.remove(entry.key());
        left.add(entry.key());
    }

    /** Takes one out; returns whether it had waited. */
    boolean drop(String key) {
        anew.remove(key);
        return returning.remove(key);
    }

    /** Finds what depends on what is otherwise. */
    void pull() {
        names.dependents(redeclared.changed(), redeclared.redone()).forEach(this::pull);
        boolean more = true;
        while (more) {
            more = false;
            for (var name : Set.copyOf(names())) {
                for (var entry : names.named(name)) {
                    if (!anew.containsKey(entry.key()) && leavesWith(entry, anew.keySet())) {
                        pull(entry);
                        more |= anew.containsKey(entry.key());
                    }
                }
            }
        }
    }

    /** Has a type go where another declaration goes, and what depends on it; returns whether it did not yet. */
    boolean goesWith(Entry type, Entry entry) {
        together.computeIfAbsent(type.key(), key -> new HashSet<>()).add(entry.key());
        pull(type);
        names.dependents(Set.of(type.name())).forEach(this::pull);
        return anew.containsKey(type.key());
    }

    /** Returns the declaration that a type only goes along with. */
    Optional<Entry> leader(Entry type) {
        return together.getOrDefault(type.key(), Set.of()).stream()
                .flatMap(key -> Optional.ofNullable(anew.get(key)).stream())
                .findFirst();
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
        redeclared.alike().stream()
                .filter(key -> !redeclared.same().contains(key))
                .forEach(key -> methods.add(Entry.nameIn(key)));
        methods.removeIf(name -> Descriptors.areAsBefore(names, name, file));
        redeclared.redone().removeAll(methods);
        boolean found = redeclared.alike().removeIf(key -> methods.contains(Entry.nameIn(key)));
        if (redeclared.changed().addAll(methods)) {
            found = true;
            pull();
        }
        return found;
    }

    /** Returns the names that mean something else, and those of what is compiled anew. */
    Set<String> names() {
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
                                .anyMatch(part -> part instanceof Part.Method && writes.test(part))
                        || names.named(entry.name()).stream()
                                .filter(other -> other.kind() == Entry.Kind.METHOD)
                                .filter(other -> !other.key().equals(entry.key()))
                                .anyMatch(other -> moving.contains(other.key())));
    }

    /** Leaves an earlier declaration as it is, where it was only looked at; returns whether it was. */
    boolean leaves(Entry entry) {
        return lookedAt.contains(entry.key())
                && anew.remove(entry.key()) != null
                && left.add(entry.key());
    }

    /**
     * Leaves what does not mention anything that changed as it is; returns whether there was such.
     *
     * @param uses what the members of the class mention of it, by keys
     * @param stubs what can be used but for some of its methods
     */
    boolean leave(Map<String, Set<String>> uses, Map<String, Stub> stubs) {
        var needed = new HashSet<>(returning);
        // What goes with itself goes for the cell's own lines.
        together.forEach(
                (type, others) -> {
                    if (others.contains(type)) {
                        needed.add(type);
                    }
                });
        // What throws words in the place of a body mentions nothing there any more.
        stubs.forEach(
                (key, stub) -> {
                    if (anew.containsKey(key) && !names.lacks(key, stub.bodies())) {
                        needed.add(key);
                    }
                });
        return anew.keySet().retainAll(withTypesTheySee(uses, needed));
    }

    private Set<String> withTypesTheySee(Map<String, Set<String>> uses, Set<String> some) {
        var needed =
                new Needed(anew, uses, this::isCalledOtherwise, this::leavesWith, this::head)
                        .from(some);
        var more = new HashSet<>(some);
        together.forEach(
                (type, others) -> {
                    if (!Collections.disjoint(needed, others)) {
                        more.add(type);
                    }
                });
        return more.equals(some) ? needed : withTypesTheySee(uses, more);
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
}
