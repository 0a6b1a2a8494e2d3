package himalia.install.assembly;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The jars of a worker: what it runs on, what cells name from the start, and the rest. */
final class WorkerJars {
    private final Set<Jar> own = new LinkedHashSet<>();
    private final Set<Jar> ofCells = new LinkedHashSet<>();
    private final Set<Jar> others = new LinkedHashSet<>();

    /** Sorts what the worker needs and what a notebook has from the start. */
    WorkerJars(Library library, List<Jar> worker, List<Jar> preloaded) throws IOException {
        own.add(library.jar("himalia-worker"));
        for (var jar : worker) {
            own.add(library.placed(jar));
        }
        for (var jar : preloaded) {
            var placed = library.placed(jar);
            if (!own.contains(placed)) {
                (placed.isOfCells() ? ofCells : others).add(placed);
            }
        }
    }

    /** Returns all, in the order of the class path: a first cell finds everything in the first few. */
    List<Jar> jars() {
        var all = new ArrayList<>(own);
        all.addAll(ofCells);
        all.addAll(others);
        return all;
    }

    /** Returns what the compiler knows from the start. */
    List<Jar> ofCells() throws IOException {
        var all = new ArrayList<Jar>();
        for (var jar : jars()) {
            if (jar.isOfCells()) {
                all.add(jar);
            }
        }
        return all;
    }

    /** Returns what the compiler opens by need. */
    List<Jar> others() {
        return List.copyOf(others);
    }

    /** Returns a jar and its roles a line; at the start of its JVM the worker reads which renderers there are. */
    List<String> lines() throws IOException {
        var lines = new ArrayList<String>();
        for (var jar : jars()) {
            lines.add(
                    jar.name()
                            + (own.contains(jar) ? " worker" : "")
                            + (jar.isOfCells() ? " cells" : "")
                            + (jar.isOfCells() && jar.namesRenderers() ? " start" : ""));
        }
        return lines;
    }

    /** Returns which magics there are, as the jars say it: one list for all. */
    String magics() throws IOException {
        var all = new JsonArray();
        for (var jar : jars()) {
            var text = jar.magics();
            if (!text.isEmpty()) {
                all.addAll(JsonParser.parseString(text).getAsJsonArray());
            }
        }
        return all.toString();
    }

    /** Returns what cells need not import, as the jars say it. */
    List<String> imports() throws IOException {
        var lines = new ArrayList<String>();
        for (var jar : jars()) {
            lines.addAll(jar.imports());
        }
        return lines;
    }
}
