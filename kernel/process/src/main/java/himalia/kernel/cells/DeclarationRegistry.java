package himalia.kernel.cells;

import himalia.javac.Stretch;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the cells so far declared, and the classes that hold it. */
public final class DeclarationRegistry {
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Set<Entry>> byName = new HashMap<>();
    private final HeldClasses classes = new HeldClasses();
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();

    /** What can be used but for some of its methods, by keys. */
    private final Map<String, Stub> lacking = new LinkedHashMap<>();

    /** The keys of types that the JVM lets nobody use, because their initialisers failed. */
    private final Set<String> spoiled = new HashSet<>();

    /** Returns what is called so: a variable, a type, the methods of one name. */
    public Set<Entry> named(String name) {
        return byName.getOrDefault(name, Set.of());
    }

    /** Returns what a declaration is called in words: a method by its parameters, too, where {@code more} or others have its name. */
    String shown(Entry entry, Set<String> more) {
        var alike = Stream.concat(named(entry.name()).stream().map(Entry::key), more.stream());
        return Entry.isMethod(entry.key())
                        && alike.filter(key -> !key.equals(entry.key()))
                                .filter(Entry::isMethod)
                                .anyMatch(key -> Entry.nameIn(key).equals(entry.name()))
                ? entry.name() + "(" + entry.parameters() + ")"
                : entry.name();
    }

    /** Returns the variable among them. */
    public Optional<Entry> variable(String name) {
        return named(name).stream().filter(each -> each.kind() == Entry.Kind.VARIABLE).findFirst();
    }

    /** Returns every name. */
    public Set<String> all() {
        return byName.keySet();
    }

    /** Returns the variables in the order in which they were declared. */
    public List<Entry> variables() {
        return entries.values().stream().filter(e -> e.kind() == Entry.Kind.VARIABLE).toList();
    }

    /** Returns the classes, records, enums and interfaces. */
    public List<Entry> types() {
        return entries.values().stream().filter(e -> e.kind() == Entry.Kind.TYPE).toList();
    }

    Optional<Entry> find(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** Returns the declaration of that name that waits for others. */
    public Optional<Waiting> waitingFor(String name) {
        return waiting.values().stream()
                .filter(each -> each.entry().name().equals(name))
                .findFirst();
    }

    Optional<Waiting> waiting(String key) {
        return Optional.ofNullable(waiting.get(key));
    }

    /** Returns what may have now what it waits for, and what waits for that, and so on. */
    Set<Entry> back(WaitingResolver found) {
        // What lacks something is there, and a new class would lose its objects: only for that.
        return closure(unfinished((entry, stub) -> Entry.wordsOf(stub.until())), found);
    }

    /** Returns what waits, or lacks something, and mentions one of the names, or something that does, and so on. */
    Set<Entry> waitingWith(Set<String> names) {
        return closure(
                unfinished((entry, stub) -> entry.words()),
                (entry, own) -> own.stream().anyMatch(names::contains));
    }

    /** Returns what waits with the words it mentions, and what lacks something with those that {@code ofLacking} gives. */
    private Map<Entry, Set<String>> unfinished(BiFunction<Entry, Stub, Set<String>> ofLacking) {
        var words = new LinkedHashMap<Entry, Set<String>>();
        waiting.values().forEach(each -> words.put(each.entry(), each.entry().words()));
        lacking.forEach(
                (key, stub) ->
                        find(key).ifPresent(each -> words.put(each, ofLacking.apply(each, stub))));
        return words;
    }

    private static Set<Entry> closure(
            Map<Entry, Set<String>> words, BiPredicate<Entry, Set<String>> first) {
        var found = new LinkedHashSet<Entry>();
        var known = new HashSet<String>();
        boolean more = true;
        while (more) {
            more = false;
            for (var each : words.entrySet()) {
                var entry = each.getKey();
                var own = each.getValue();
                boolean now = first.test(entry, own) || own.stream().anyMatch(known::contains);
                if (now && found.add(entry)) {
                    known.add(entry.name());
                    more = true;
                }
            }
        }
        return found;
    }

    /** Notes that some methods of what has a key cannot be used. */
    void lacks(String key, Stub stub) {
        lacking.put(key, stub);
    }

    /** Returns which methods of what has a key cannot be used; null where all can. */
    @Nullable Stub stub(String key) {
        return lacking.get(key);
    }

    /** Returns whether it lacks these bodies already. */
    boolean lacks(String key, List<Stretch> bodies) {
        var stub = stub(key);
        return stub != null && stub.bodies().equals(bodies);
    }

    /** Returns what a declaration waits for in words, the whole of it or some of its methods. */
    public Optional<String> until(String key) {
        var whole = waiting.get(key);
        return whole == null
                ? Optional.ofNullable(lacking.get(key)).map(Stub::until)
                : Optional.of(whole.until());
    }

    /**
     * Returns words on a declaration that waits without what is declared by now, methods by the types that they are called with; where all are, it
     * does not fit them.
     */
    public String asOfNow(String text) {
        int list = text.indexOf(Waiting.LACKS) + Waiting.LACKS.length();
        if (list < Waiting.LACKS.length()) {
            return text;
        }
        var left =
                Waiting.NEXT
                        .splitAsStream(text.substring(list))
                        .filter(each -> !isDeclared(each.split(" ", 2)))
                        .collect(Collectors.joining(", "));
        return left.isEmpty() ? Waiting.unfit(text) : text.substring(0, list) + left;
    }

    private boolean isDeclared(String[] missing) {
        return switch (missing[0]) {
            // A class that lacks a member is a variable to the compiler.
            case "variable" -> !named(missing[1]).isEmpty();
            case "method" -> entries.containsKey(Entry.Kind.METHOD + " " + missing[1]);
            default -> find(Entry.key(Entry.Kind.TYPE, missing[1], "")).isPresent();
        };
    }

    /** Notes that the initialiser of a class failed, or of one inside of it: who declares it again has another. */
    public void spoil(String className) {
        var owner = Cells.owner(className);
        if (!owner.equals(className)) {
            var name = className.substring(owner.length() + 1).replaceAll("\\$.*", "");
            find(Entry.key(Entry.Kind.TYPE, name, ""))
                    .filter(entry -> entry.owner().equals(owner))
                    .ifPresent(entry -> spoiled.add(entry.key()));
        }
    }

    /** Returns whether a declaration with that text leaves an earlier one as it is. */
    boolean isAsBefore(Entry old, String source) {
        return Token.sameTexts(old.source(), source) && !spoiled.contains(old.key());
    }

    /** Has a declaration wait; what was declared under its key is no more. */
    public void await(Waiting next) {
        remove(next.entry().key());
        waiting.put(next.entry().key(), next);
    }

    /** Forgets what has a key, and what waits to have it. */
    void forget(String key) {
        remove(key);
        waiting.remove(key);
    }

    /** Returns all that is known, to come back to. */
    DeclarationRegistry copy() {
        var copy = new DeclarationRegistry();
        copy.take(this);
        return copy;
    }

    /** Knows what another knows, and nothing else. */
    void take(DeclarationRegistry other) {
        entries.clear();
        byName.clear();
        waiting.clear();
        lacking.clear();
        spoiled.clear();
        spoiled.addAll(other.spoiled);
        lacking.putAll(other.lacking);
        entries.putAll(other.entries);
        other.byName.forEach((name, all) -> byName.put(name, new LinkedHashSet<>(all)));
        classes.take(other.classes);
        waiting.putAll(other.waiting);
    }

    void put(Entry entry) {
        remove(entry.key());
        waiting.remove(entry.key());
        entries.put(entry.key(), entry);
        byName.computeIfAbsent(entry.name(), name -> new LinkedHashSet<>()).add(entry);
    }

    private void remove(String key) {
        lacking.remove(key);
        spoiled.remove(key);
        var old = entries.remove(key);
        if (old != null) {
            byName.computeIfPresent(
                    old.name(),
                    (name, same) -> {
                        same.remove(old);
                        return same.isEmpty() ? null : same;
                    });
        }
    }

    /** Forgets a name, or all that is called so. */
    public void forget(Collection<Entry> gone) {
        List.copyOf(gone).forEach(entry -> remove(entry.key()));
    }

    /** Returns whether the text of a method or type mentions a name, whatever it means by it. */
    boolean anyMentions(String name) {
        return entries.values().stream().anyMatch(entry -> entry.words().contains(name));
    }

    /** Returns the methods and types whose text mentions one of the names, or one that does, and so on; and the variables of such types. */
    public Set<Entry> dependents(Set<String> changed) {
        return dependents(changed, Set.of());
    }

    /**
     * Returns the same, but for types that only call methods which are called as before, and say something else.
     *
     * @param redone the names of such methods; who calls them is one of them
     */
    Set<Entry> dependents(Set<String> changed, Set<String> redone) {
        var named = new HashSet<>(changed);
        var called = new HashSet<>(redone);
        var found = new LinkedHashSet<Entry>();
        boolean more = !named.isEmpty() || !called.isEmpty();
        while (more) {
            more = false;
            for (var entry : entries.values()) {
                if (entry.mentions(named)) {
                    found.add(entry);
                    more |= named.add(entry.name());
                } else if (entry.kind() == Entry.Kind.METHOD && entry.mentions(called)) {
                    found.add(entry);
                    more |= called.add(entry.name());
                }
            }
        }
        return found;
    }

    /** Returns the class files of what is declared. */
    HeldClasses classes() {
        return classes;
    }

    /** Returns all class files, for a compiler that does not say which it needs. */
    public List<Map<String, byte[]>> files() {
        return classes.all(types());
    }
}
