package himalia.kernel.workers;

import himalia.kernel.java.SnippetRunner.Move;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a worker was taught since the start, so that the next one can be taught the same. */
final class WorkerState {
    private final Map<String, byte[]> classes = new LinkedHashMap<>();
    private final Set<String> jars = new LinkedHashSet<>();

    /** Where methods are that a class had: by class and name. */
    private final Map<String, Move> moves = new LinkedHashMap<>();

    synchronized void add(Map<String, byte[]> files) {
        classes.putAll(files);
    }

    synchronized Map<String, byte[]> classes() {
        return new LinkedHashMap<>(classes);
    }

    synchronized void add(Move move) {
        moves.put(move.from() + "." + move.name(), move);
    }

    synchronized List<Move> moves() {
        return List.copyOf(moves.values());
    }

    /** Returns the bytes of a class as they were last; null where there is none. */
    synchronized byte @org.jspecify.annotations.Nullable [] bytes(String name) {
        return classes.get(name);
    }

    /** Returns the bytes of a class and of those inside it. */
    synchronized List<byte[]> inside(String outerClass) {
        return classes.entrySet().stream()
                .filter(each -> (each.getKey() + "$").startsWith(outerClass + "$"))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Forgets what a worker was told and did not take. */
    synchronized void forget(Set<String> names) {
        classes.keySet().removeAll(names);
    }

    synchronized List<String> jars() {
        return List.copyOf(jars);
    }

    /** Notes files of the class path, and returns those that are new. */
    synchronized List<String> addJars(List<String> files) {
        var fresh = new ArrayList<String>();
        for (var file : files) {
            if (jars.add(file)) {
                fresh.add(file);
            }
        }
        return fresh;
    }

    synchronized void forget(boolean keepClasses, boolean keepJars) {
        if (!keepClasses) {
            classes.clear();
            moves.clear();
        }
        if (!keepJars) {
            jars.clear();
        }
    }
}
