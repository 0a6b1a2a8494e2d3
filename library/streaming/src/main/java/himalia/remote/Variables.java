package himalia.remote;

import himalia.remote.Uses.Member;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables of the notebook that a job reads: their values travel with it, as they are when it begins. */
final class Variables {
    private static final String HERE = "run it here, on Flink.local()";

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, Set<String>> names = new HashMap<>();

    private Variables() {}

    /**
     * Writes the values of all variables that are read; what they are made of is added to what travels, which may read more.
     *
     * @throws IllegalArgumentException if one is set, or holds what cannot be written, naming it
     */
    static Variables of(Reach reach, Roots roots) {
        var variables = new Variables();
        int before = -1;
        while (before != reach.read().size()) {
            before = reach.read().size();
            variables.write(reach, roots);
        }
        for (var each : reach.set()) {
            throw new IllegalArgumentException(
                    "the job sets the variable '%s', and what it sets on another machine does not come back; have the stream give values instead, or %s"
                            .formatted(each.name(), HERE));
        }
        return variables;
    }

    private void write(Reach reach, Roots roots) {
        var values = new LinkedHashMap<String, HashMap<String, @Nullable Object>>();
        for (var each : reach.read()) {
            var value = value(each);
            check(each.name(), value, roots);
            values.computeIfAbsent(each.owner(), owner -> new HashMap<>()).put(each.name(), value);
        }
        values.forEach(
                (owner, all) -> {
                    files.put(CellVariables.place(owner), bytes(all));
                    names.put(owner, new HashSet<>(all.keySet()));
                });
    }

    private static @Nullable Object value(Member variable) {
        try {
            var owner =
                    Class.forName(
                            variable.owner().replace('/', '.'),
                            true,
                            Variables.class.getClassLoader());
            var field = owner.getDeclaredField(variable.name());
            field.setAccessible(true);
            return field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no variable " + variable, e);
        }
    }

    private static void check(String name, @Nullable Object value, Roots roots) {
        try {
            roots.add(value);
        } catch (NotSerializableException e) {
            var type = String.valueOf(e.getMessage());
            throw new IllegalArgumentException(
                    "the job reads the variable '%s', and its value cannot be sent to another machine: %s is not Serializable; %s, take what the job needs of it into a variable of a simple type before, or %s"
                            .formatted(name, simple(type), way(type), HERE),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the value of the variable '%s' cannot be sent to another machine"
                            .formatted(name),
                    e);
        }
    }

    private static boolean isLambda(String name) {
        return name.contains("$$Lambda");
    }

    private static String simple(String name) {
        return isLambda(name) ? "a lambda" : name.replaceFirst("^.*[.$]", "");
    }

    private static String way(String name) {
        if (name.equals("tech.tablesaw.api.Table")) {
            return "Lookup.of(table, Row.class, Row::key) sends a table's rows along";
        }
        if (isLambda(name)) {
            return "cast it as in (Function<A, B> & java.io.Serializable) x -> …, or make a method of it";
        }
        return name.startsWith("REPL.")
                ? "declare it with 'implements java.io.Serializable'"
                : "make it of the job's own, in the function that needs it";
    }

    private static byte[] bytes(HashMap<String, @Nullable Object> values) {
        var out = new ByteArrayOutputStream();
        try (var written = new Written(out)) {
            written.writeObject(values);
        } catch (IOException e) {
            throw new UncheckedIOException("it was written just now", e);
        }
        return out.toByteArray();
    }

    /** What the jar holds besides classes: the values of each class's variables. */
    Map<String, byte[]> files() {
        return files;
    }

    /** The variables of a class. */
    Set<String> names(String owner) {
        return names.getOrDefault(owner, Set.of());
    }
}
