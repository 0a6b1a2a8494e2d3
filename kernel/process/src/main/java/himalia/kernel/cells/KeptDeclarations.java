package himalia.kernel.cells;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a cell declares, kept before it runs; where its run ends early, what it never came to is as it was before. */
public final class KeptDeclarations {
    private final DeclarationRegistry names;
    private final UserImports imports;
    private final List<String> importsBefore;
    private final CompiledCell cell;
    private final Map<String, Before> before = new LinkedHashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Set<String> back = new HashSet<>();
    private int reached = Integer.MAX_VALUE;

    /** What had a key before. */
    private record Before(
            @Nullable Entry entry, @Nullable Waiting waiting, @Nullable Stub lacking) {}

    private KeptDeclarations(DeclarationRegistry names, UserImports imports, CompiledCell cell) {
        this.names = names;
        this.imports = imports;
        this.importsBefore = imports.all();
        this.cell = cell;
    }

    static KeptDeclarations keep(
            DeclarationRegistry names, UserImports imports, CompiledCell cell) {
        var kept = new KeptDeclarations(names, imports, cell);
        kept.keep();
        return kept;
    }

    private void keep() {
        var changes = cell.changes();
        changes.gone().forEach(entry -> note(entry.key()));
        changes.waiting().forEach(waiting -> note(waiting.entry().key()));
        changes.entries().forEach(entry -> note(entry.key()));
        for (int i = 0; i < cell.steps().size(); i++) {
            var key = cell.steps().get(i).key();
            if (!key.isEmpty()) {
                places.putIfAbsent(key, i);
            }
        }
        keepImports();
        if (!changes.entries().isEmpty()) {
            names.classes().keep(cell.className(), cell.files());
        }
        changes.gone().forEach(entry -> names.forget(entry.key()));
        changes.waiting().forEach(names::await);
        changes.entries().forEach(names::put);
        changes.lacking().forEach(names::lacks);
    }

    private void keepImports() {
        typesAnew().forEach(key -> imports.forget(Entry.nameIn(key)));
        cell.changes().imports().forEach(each -> imports.add(each.name()));
    }

    /** Imports below what was reached, and those that a type hid which is not kept, are as they were. */
    private void takeBackImports(Set<String> kept) {
        for (var each : cell.changes().imports()) {
            if (each.part() > reached) {
                imports.takeBack(UserImports.simple(each.name()), importsBefore);
            }
        }
        for (var key : typesAnew()) {
            boolean isAsBefore = !before.containsKey(key) && places.getOrDefault(key, 0) <= reached;
            if (!isAsBefore && !kept.contains(key)) {
                imports.takeBack(Entry.nameIn(key), importsBefore);
            }
        }
    }

    /** Returns the types that hide what was imported before: those that are new, and those that the cell's lines declare. */
    private Set<String> typesAnew() {
        var keys = new HashSet<String>();
        for (var entry : cell.changes().entries()) {
            var was = before.get(entry.key());
            if (entry.kind() == Entry.Kind.TYPE && (was == null || was.entry() == null)) {
                keys.add(entry.key());
            }
        }
        places.keySet().stream().filter(Entry::isType).forEach(keys::add);
        return keys;
    }

    private void note(String key) {
        before.put(
                key,
                new Before(
                        names.find(key).orElse(null),
                        names.waiting(key).orElse(null),
                        names.stub(key)));
    }

    /** Methods of a name that another class has now. */
    public record Moved(String from, String name) {}

    /** Returns the methods that the cell's class has in the place of others. */
    public List<Moved> moved() {
        return moved(before.keySet());
    }

    private List<Moved> moved(Collection<String> keys) {
        return keys.stream()
                .flatMap(key -> Optional.ofNullable(before.get(key)).stream())
                .flatMap(was -> Optional.ofNullable(was.entry()).stream())
                .filter(this::isElsewhere)
                .map(entry -> new Moved(entry.owner(), entry.name()))
                .distinct()
                .toList();
    }

    /** Whether the cell's class has methods of its name in its place. */
    private boolean isElsewhere(Entry old) {
        return old.kind() == Entry.Kind.METHOD
                && !old.owner().equals(cell.className())
                && cell.changes().entries().stream()
                        .anyMatch(
                                entry ->
                                        entry.kind() == Entry.Kind.METHOD
                                                && entry.name().equals(old.name()));
    }

    /** Takes back what the run, ended in {@code part}, never came to; returns the methods that are back. */
    public List<Moved> endedAt(int part) {
        reached = part;
        var kept = new HashSet<String>();
        var lacking = new ArrayList<Waiting>();
        var variables = new LinkedHashMap<String, String>();
        for (var entry : cell.changes().entries()) {
            if (entry.kind() == Entry.Kind.VARIABLE
                    && places.getOrDefault(entry.key(), 0) > reached) {
                variables.put(entry.key(), "variable " + entry.name());
            }
        }
        for (var entry : cell.changes().entries()) {
            var place = places.get(entry.key());
            if (cameTo(entry.key()) || place == null && follows(entry)) {
                var reach = MentionClosure.of(entry.key(), cell.changes().uses());
                var missing = new LinkedHashMap<>(variables);
                missing.keySet().retainAll(reach);
                if (missing.isEmpty()) {
                    kept.addAll(reach);
                } else {
                    // Nothing has used it: that would have been above a variable that it needs.
                    lacking.add(Waiting.lacking(entry, String.join(", ", missing.values())));
                }
            }
        }
        keepOverloads(kept);
        keepBroken(kept);
        for (var waiting : cell.changes().waiting()) {
            if (cameTo(waiting.entry().key())) {
                kept.add(waiting.entry().key());
            }
        }
        before.forEach(
                (key, was) -> {
                    if (!kept.contains(key) && restore(key, was)) {
                        back.add(key);
                    }
                });
        lacking.forEach(names::await);
        takeBackImports(kept);
        return moved(back);
    }

    /** Returns the names that the lines of the cell declare. */
    public Set<String> names() {
        return places.keySet().stream().map(Entry::nameIn).collect(Collectors.toSet());
    }

    /** Returns whether the run came to where the cell declares this. */
    public boolean cameTo(String key) {
        var place = places.get(key);
        return place != null && place <= reached;
    }

    /** Returns whether the run ended above what would have made this declaration another one. */
    public boolean isAsBefore(String key) {
        return back.contains(key);
    }

    /** What does not compile any more says in its words alone what broke it: what the run came to, or what that broke. */
    private void keepBroken(Set<String> kept) {
        var names = new HashSet<String>();
        kept.forEach(key -> names.add(Entry.nameIn(key)));
        places.forEach(
                (key, place) -> {
                    if (place <= reached) {
                        names.add(Entry.nameIn(key));
                    }
                });
        var broken = new ArrayList<>(cell.changes().gone());
        cell.changes().entries().stream()
                .filter(entry -> cell.changes().lacking().containsKey(entry.key()))
                .filter(entry -> !places.containsKey(entry.key()))
                .forEach(broken::add);
        boolean more = true;
        while (more) {
            more = false;
            for (var entry : broken) {
                if (entry.mentions(names)) {
                    more |= kept.add(entry.key());
                    more |= names.add(entry.name());
                }
            }
        }
    }

    /** Methods of one name stay in one class: a name brings all that the class has of it. */
    private void keepOverloads(Set<String> kept) {
        var names = new HashSet<String>();
        for (var entry : cell.changes().entries()) {
            if (entry.kind() == Entry.Kind.METHOD && kept.contains(entry.key())) {
                names.add(entry.name());
            }
        }
        for (var entry : cell.changes().entries()) {
            if (entry.kind() == Entry.Kind.METHOD && names.contains(entry.name())) {
                kept.add(entry.key());
            }
        }
    }

    /** Whether what was compiled anew is so for something that the run did come to. */
    private boolean follows(Entry anew) {
        return MentionClosure.of(anew.key(), cell.changes().uses(), places.keySet()).stream()
                .anyMatch(this::cameTo);
    }

    /** Returns whether it is as it was. */
    private boolean restore(String key, Before was) {
        var now = names.find(key);
        if (now.isPresent()
                && !now.get().owner().equals(cell.className())
                && !now.get().equals(was.entry())) {
            // A cell beside this one has declared it meanwhile.
            return false;
        }
        names.forget(key);
        Optional.ofNullable(was.entry()).ifPresent(names::put);
        Optional.ofNullable(was.waiting()).ifPresent(names::await);
        Optional.ofNullable(was.lacking()).ifPresent(stub -> names.lacks(key, stub));
        return true;
    }
}
