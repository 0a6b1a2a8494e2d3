package himalia.install.assembly;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.objectweb.asm.ClassReader;

/** What the classes of a set of jars name in their public and protected signatures, and what those need in turn. */
final class Signatures {
    private final Map<String, SignatureScan> byName = new HashMap<>();

    void read(InputStream content) throws IOException {
        var scan = new SignatureScan();
        new ClassReader(content)
                .accept(
                        scan,
                        ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        byName.put(scan.name(), scan);
    }

    /**
     * Returns, for each public class by its name in source, the groups it needs.
     *
     * @param owners the groups that have a package
     */
    Map<String, Set<String>> groups(Function<String, Set<String>> owners) {
        var all = new TreeMap<String, Set<String>>();
        for (var scan : byName.values()) {
            if (isPublic(scan)) {
                all.put(scan.sourceName(), groupsOf(scan, owners));
            }
        }
        return all;
    }

    private Set<String> groupsOf(SignatureScan start, Function<String, Set<String>> owners) {
        var groups = new TreeSet<String>();
        var reached = new LinkedHashSet<String>();
        reach(start, reached);
        for (var name : reached) {
            var slash = name.lastIndexOf('/');
            groups.addAll(
                    owners.apply(slash < 0 ? "" : name.substring(0, slash).replace('/', '.')));
        }
        return groups;
    }

    private void reach(SignatureScan scan, Set<String> reached) {
        for (var name : scan.named()) {
            if (reached.add(name)) {
                var next = byName.get(name);
                if (next != null) {
                    reach(next, reached);
                }
            }
        }
    }

    /** A nested class is as public as the classes around it. */
    private boolean isPublic(SignatureScan scan) {
        for (SignatureScan next = scan; next.isPublic(); ) {
            var outer = next.outer();
            if (outer == null) {
                return true;
            }
            var around = byName.get(outer);
            if (around == null) {
                return false;
            }
            next = around;
        }
        return false;
    }
}
