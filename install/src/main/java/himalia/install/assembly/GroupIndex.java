package himalia.install.assembly;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The lines of {@code groups.index}, from which the kernel knows what its compiler must be given for a name in a cell.
 *
 * <pre>
 * group tablesaw
 * jar tablesaw-core-0.44.4.jar
 * package tech.tablesaw.api
 * class himalia.sampling.Smote tablesaw
 * </pre>
 */
final class GroupIndex {
    private final GroupTable table;
    private final List<Jar> ours;
    private final List<Jar> thirdParty;

    /** {@code ours} are the jars that the compiler knows from the start, {@code thirdParty} those that it opens by need. */
    GroupIndex(GroupTable table, List<Jar> ours, List<Jar> thirdParty) {
        this.table = table;
        this.ours = ours;
        this.thirdParty = thirdParty;
    }

    List<String> lines() throws IOException {
        var jars = new LinkedHashMap<String, List<String>>();
        var packages = new LinkedHashMap<String, TreeSet<String>>();
        var owners = new HashMap<String, Set<String>>();
        for (var jar : thirdParty) {
            var names = jar.packages();
            if (names.isEmpty()) {
                continue;
            }
            var groups = table.groups(jar.artifact());
            groups.forEach(g -> jars.computeIfAbsent(g, k -> new ArrayList<>()).add(jar.name()));
            packages.computeIfAbsent(groups.get(0), k -> new TreeSet<>()).addAll(names);
            // A package may lie in jars of several groups.
            names.forEach(
                    name -> owners.computeIfAbsent(name, k -> new TreeSet<>()).add(groups.get(0)));
        }

        var lines = new ArrayList<String>();
        jars.forEach(
                (group, names) -> {
                    lines.add("group " + group);
                    names.forEach(name -> lines.add("jar " + name));
                    packages.getOrDefault(group, new TreeSet<>())
                            .forEach(name -> lines.add("package " + name));
                });
        for (var entry : needs(owners).entrySet()) {
            lines.add(
                    ("class " + entry.getKey() + " " + String.join(",", entry.getValue())).strip());
        }
        return lines;
    }

    private Map<String, Set<String>> needs(Map<String, Set<String>> owners) throws IOException {
        var signatures = new Signatures();
        for (var jar : ours) {
            jar.eachClass(signatures::read);
        }
        return signatures.groups(name -> owners.getOrDefault(name, Set.of()));
    }
}
