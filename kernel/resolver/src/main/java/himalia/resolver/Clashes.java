package himalia.resolver;

import java.util.List;
import java.util.Map;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.util.graph.manager.DependencyManagerUtils;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.eclipse.aether.version.VersionScheme;

/** Finds where another version was wanted than the one that is loaded already. */
final class Clashes {
    private static final VersionScheme SCHEME = new GenericVersionScheme();

    private final Map<String, String> present;
    private final boolean all;

    /** Finds them among what is {@code present}; {@code all}, or those that may do harm. */
    Clashes(Map<String, String> present, boolean all) {
        this.present = present;
        this.all = all;
    }

    /** Notes a version that the user asked for and does not get; returns whether it is so. */
    static boolean noteIfOther(Artifact artifact, Map<String, String> present, List<String> notes) {
        var here = present.get(Resolver.key(artifact));
        boolean other = here != null && !here.equals(artifact.getVersion());
        if (other) {
            notes.add(
                    Resolver.key(artifact)
                            + " is loaded already, in version "
                            + here
                            + "; version "
                            + artifact.getVersion()
                            + " was not added beside it. "
                            + first(Resolver.key(artifact), artifact.getVersion()));
        }
        return other;
    }

    /** A newer one of the same first number has what an older one had. */
    private boolean mayHarm(String wanted, String here) {
        if (wanted.equals(here)) {
            return false;
        }
        try {
            boolean older = SCHEME.parseVersion(here).compareTo(SCHEME.parseVersion(wanted)) < 0;
            return all || older || !major(wanted).equals(major(here));
        } catch (InvalidVersionSpecificationException e) {
            return true;
        }
    }

    /** Behind a 0 the second number is the one that says what was broken. */
    private static List<String> major(String version) {
        var numbers = List.of(version.split("[.-]"));
        return numbers.subList(0, Math.min(numbers.get(0).equals("0") ? 2 : 1, numbers.size()));
    }

    private static String first(String key, String version) {
        return "For a new process in which yours comes first, without the variables: %maven --first "
                + key
                + ":"
                + version;
    }

    /** Notes the versions that what is added would have needed. */
    void note(DependencyNode node, List<String> notes) {
        var parent = node.getArtifact();
        if (parent != null && present.containsKey(Resolver.key(parent))) {
            // What is there already was tried with what is there beside it.
            return;
        }
        for (var child : node.getChildren()) {
            var wanted = DependencyManagerUtils.getPremanagedVersion(child);
            var key = Resolver.key(child.getArtifact());
            var here = present.get(key);
            if (wanted != null && here != null && mayHarm(wanted, here)) {
                var note =
                        (parent == null ? "something here" : Resolver.key(parent))
                                + " is made for "
                                + key
                                + " "
                                + wanted
                                + "; version "
                                + here
                                + " is loaded already and stays. "
                                + first(key, wanted);
                if (!notes.contains(note)) {
                    notes.add(note);
                }
            }
            note(child, notes);
        }
    }
}
