package himalia.kernel.cells;

import himalia.kernel.opened.OpenedTypes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The class files that hold what cells declared, and which of them name which. */
final class HeldClasses {
    private static final Pattern OWNER =
            Pattern.compile(Cells.PACKAGE + "[./](" + Cells.NAME + ")");

    private final Map<String, Holder> holders = new HashMap<>();

    /** The class files of one cell, and the other cells' classes that they name. */
    private record Holder(
            Map<String, byte[]> files,
            Set<String> others,
            Map<Set<String>, Map<String, byte[]>> opened) {
        /** Opened once: each task of a compiler asks for all. */
        Map<String, byte[]> opened(Set<String> types) {
            return opened.computeIfAbsent(types, closed -> OpenedTypes.in(files, closed));
        }
    }

    /** Has what another has, and nothing else. */
    void take(HeldClasses other) {
        holders.clear();
        holders.putAll(other.holders);
    }

    /** Notes the class files of one cell. */
    void keep(String owner, Map<String, byte[]> files) {
        var others = new HashSet<String>();
        files.values().forEach(file -> others.addAll(ownersIn(latin(file))));
        others.remove(owner);
        holders.put(owner, new Holder(files, others, new ConcurrentHashMap<>()));
    }

    private static String latin(byte[] file) {
        return new String(file, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static Set<String> ownersIn(String text) {
        var found = new HashSet<String>();
        var matcher = OWNER.matcher(text);
        while (matcher.find()) {
            found.add(Cells.PACKAGE + "." + matcher.group(1));
        }
        return found;
    }

    /** Returns the class files that a source may need: of the owners it names, of those that they name, and so on. */
    Map<String, byte[]> filesFor(String source) {
        var files = new LinkedHashMap<String, byte[]>();
        var seen = new HashSet<String>();
        var waiting = new ArrayDeque<>(ownersIn(source));
        while (!waiting.isEmpty()) {
            var owner = waiting.remove();
            var holder = holders.get(owner);
            if (holder != null && seen.add(owner)) {
                files.putAll(holder.files());
                waiting.addAll(holder.others());
            }
        }
        return files;
    }

    /** Returns the class file of what holds declarations; null where there is none. */
    byte @Nullable [] file(String owner) {
        var holder = holders.get(owner);
        return holder == null ? null : holder.files().get(owner);
    }

    /** Returns all class files, by the cells that they are of, as a compiler is to read them that imports these types. */
    List<Map<String, byte[]>> all(List<Entry> types) {
        var closed = new HashMap<String, Set<String>>();
        for (var type : types) {
            if (type.trait() == Entry.Trait.CLOSED) {
                closed.computeIfAbsent(type.owner(), owner -> new HashSet<>())
                        .add(type.owner() + "$" + type.name());
            }
        }
        var all = new ArrayList<Map<String, byte[]>>();
        holders.forEach(
                (owner, holder) -> {
                    var own = closed.get(owner);
                    all.add(own == null ? holder.files() : holder.opened(own));
                });
        return all;
    }
}
