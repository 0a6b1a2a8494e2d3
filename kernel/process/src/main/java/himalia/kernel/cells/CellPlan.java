package himalia.kernel.cells;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a cell's class holds: what the cell declares, and what must be compiled anew because it names what the cell
 * declares differently.
 */
final class CellPlan {
    private final Names names;
    private final List<Part> parts;
    private final Map<String, Part.Declaration> declared = new LinkedHashMap<>();
    private final Set<String> changed = new HashSet<>();
    private final Set<String> same = new HashSet<>();
    private final Map<String, Entry> pulled = new LinkedHashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private boolean possible = true;

    CellPlan(Names names, List<Part> parts) {
        this.names = names;
        this.parts = parts;
        for (var part : parts) {
            if (part instanceof Part.Declaration each && declared.put(each.key(), each) != null) {
                possible = false;
            }
        }
        declared.values().forEach(this::judge);
        pull();
        // What stays as it is must not depend on what changes.
        same.removeAll(pulled.keySet());
    }

    /** Returns whether a class can hold it: not where a cell declares a name twice. */
    boolean possible() {
        return possible;
    }

    private void judge(Part.Declaration part) {
        var old = names.find(part.key());
        if (part instanceof Part.Type type) {
            judge(old, type.name(), type.source());
        } else if (part instanceof Part.Method method) {
            judge(old, method.name(), method.source());
            boolean overload =
                    names.named(method.name()).stream()
                            .anyMatch(entry -> entry.kind() == Entry.Kind.METHOD);
            if (old.isEmpty() && overload) {
                changed.add(method.name());
            }
        }
    }

    private void judge(Optional<Entry> old, String name, String source) {
        if (old.isPresent() && old.get().source().equals(source)) {
            same.add(old.get().key());
        } else if (old.isPresent()) {
            changed.add(name);
        }
    }

    private void pull() {
        pulled.clear();
        names.dependents(changed).forEach(entry -> pulled.put(entry.key(), entry));
        for (var name : changed) {
            for (var entry : names.named(name)) {
                if (entry.kind() == Entry.Kind.METHOD) {
                    pulled.put(entry.key(), entry);
                }
            }
        }
    }

    /** Says which types the variables have; a variable of another type than before is another one. */
    void types(Map<String, String> inferred) {
        types.putAll(inferred);
        int before = changed.size();
        for (var part : parts) {
            if (part instanceof Part.Variable variable) {
                var old = names.find(variable.key());
                if (old.isPresent() && !old.get().type().equals(type(variable))) {
                    changed.add(variable.name());
                }
            }
        }
        if (changed.size() > before) {
            pull();
            possible &= same.stream().noneMatch(pulled::containsKey);
        }
    }

    String type(Part.Variable variable) {
        return variable.type().orElseGet(() -> types.getOrDefault(variable.name(), ""));
    }

    List<Part> parts() {
        return parts;
    }

    /** Returns whether a declaration says what an earlier one said, so that the earlier one stays. */
    boolean stays(Part.Declaration part) {
        return same.contains(part.key());
    }

    /** Returns the variable of the same name and type, whose place a new value takes. */
    Optional<Entry> reused(Part.Variable variable) {
        return names.find(variable.key())
                .filter(old -> old.type().equals(type(variable)))
                .filter(old -> !pulled.containsKey(old.key()));
    }

    /** Returns what is compiled anew though the cell does not declare it. */
    List<Entry> pulled() {
        var all = new ArrayList<Entry>();
        for (var entry : pulled.values()) {
            if (!declared.containsKey(entry.key())) {
                all.add(entry);
            }
        }
        return all;
    }

    /** Returns the simple names that the cell declares. */
    Set<String> declaredNames() {
        var simple = new HashSet<String>();
        declared.values().forEach(part -> simple.add(part.name()));
        return simple;
    }

    /** Returns the names that mean something new after the cell. */
    Set<String> changing() {
        var all = declaredNames();
        pulled.values().forEach(entry -> all.add(entry.name()));
        return all;
    }

    /** Returns the variables that start anew though the cell does not declare them. */
    List<CompiledCell.Reset> resets() {
        var resets = new ArrayList<CompiledCell.Reset>();
        for (var entry : pulled()) {
            if (entry.kind() == Entry.Kind.VARIABLE) {
                resets.add(new CompiledCell.Reset(entry.name(), causeOf(entry)));
            }
        }
        return resets;
    }

    /** A variable goes with its type, and that may change because of what it uses itself. */
    private String causeOf(Entry variable) {
        var words = variable.words();
        return changed.stream()
                .filter(words::contains)
                .findFirst()
                .or(
                        () ->
                                pulled.values().stream()
                                        .map(Entry::name)
                                        .filter(words::contains)
                                        .findFirst())
                .orElse(variable.type());
    }

    /** Returns what the cell declares anew, as it was. */
    List<Entry> replaced() {
        var all = new ArrayList<Entry>();
        for (var key : declared.keySet()) {
            names.find(key).filter(old -> !same.contains(key)).ifPresent(all::add);
        }
        return all;
    }

    /** Returns whether a name is held by the cell's own class. */
    boolean holds(Entry entry) {
        if (pulled.containsKey(entry.key())) {
            return true;
        }
        var part = declared.get(entry.key());
        if (part instanceof Part.Variable variable) {
            return reused(variable).isEmpty();
        }
        return part != null && !same.contains(entry.key());
    }
}
