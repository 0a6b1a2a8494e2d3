package himalia.remote;

import himalia.display.bundle.Display;
import himalia.remote.Uses.Member;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a job's code can come to, from the functions that it is made of: methods of cells, their types, and their variables. Of a
 * cell itself only the methods that are called count, since the rest of it is about the notebook; of a type all of it.
 */
final class Reach {
    private final Map<String, CellClass> cells = new LinkedHashMap<>();
    private final Map<String, Set<String>> methods = new HashMap<>();
    private final Set<Member> read = new LinkedHashSet<>();
    private final Set<Member> set = new LinkedHashSet<>();
    private final Set<String> others = new LinkedHashSet<>();
    private final Deque<Uses> waiting = new ArrayDeque<>();

    /** Adds a class by the name that class files have. */
    void type(String name) {
        if (!CellClass.isOfCell(name)) {
            others.add(name);
        } else if (!cells.containsKey(name)) {
            file(name).ifPresent(file -> cell(name, new CellClass(file)));
        }
        drain();
    }

    private void cell(String name, CellClass type) {
        cells.put(name, type);
        methods.put(name, new LinkedHashSet<>());
        if (!CellClass.isHolder(name)) {
            waiting.add(type.own());
            type.methods().forEach((key, uses) -> method(name, key, uses));
        }
    }

    private void method(String owner, String key, Uses uses) {
        if (Objects.requireNonNull(methods.get(owner)).add(key)) {
            waiting.add(uses);
            read.addAll(uses.read());
            if (!key.startsWith(CellClass.INITIALISER)) {
                set.addAll(uses.set());
            }
        }
    }

    /** Adds a method of a cell, or the type that it is of. */
    void method(Member called) {
        type(called.owner());
        var type = cells.get(called.owner());
        if (type != null && CellClass.isHolder(called.owner())) {
            var uses = type.method(called.name(), called.descriptor());
            if (uses != null) {
                method(called.owner(), CellClass.key(called.name(), called.descriptor()), uses);
            }
        }
        drain();
    }

    private void drain() {
        while (!waiting.isEmpty()) {
            var uses = waiting.remove();
            uses.classes().forEach(this::type);
            uses.methods().stream()
                    .filter(each -> CellClass.isHolder(each.owner()))
                    .forEach(this::method);
        }
    }

    /** The class as the compiler wrote it: of a notebook's, what was woven into it is the notebook's. */
    private static Optional<byte[]> file(String name) {
        var written = Display.classFile(name.replace('/', '.'));
        if (written.isPresent()) {
            return written;
        }
        try (var in = Reach.class.getClassLoader().getResourceAsStream(name + ".class")) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read class " + name, e);
        }
    }

    /** The classes of cells, by name. */
    Map<String, CellClass> cells() {
        return cells;
    }

    /** The methods of a class that are reached. */
    Set<String> methods(String name) {
        return methods.getOrDefault(name, Set.of());
    }

    /** The variables of cells that are read. */
    Set<Member> read() {
        return variables(read);
    }

    /** The variables of cells that are set. */
    Set<Member> set() {
        return variables(set);
    }

    private Set<Member> variables(Set<Member> all) {
        var some = new LinkedHashSet<Member>();
        for (var each : all) {
            var type = cells.get(each.owner());
            if (type != null
                    && (CellClass.isHolder(each.owner()) || type.isVariable(each.name()))) {
                some.add(each);
            }
        }
        return some;
    }

    /** All other classes that are named. */
    Set<String> others() {
        return others;
    }
}
