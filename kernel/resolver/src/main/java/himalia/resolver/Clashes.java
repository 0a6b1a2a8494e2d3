package himalia.resolver;

import java.util.List;
import java.util.Map;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.util.graph.manager.DependencyManagerUtils;

/** Finds where another version was wanted than the one that is loaded already. */
final class Clashes {
    private Clashes() {}

    /** Notes a version that the user asked for and does not get. */
    static void noteIfOther(Artifact artifact, Map<String, String> present, List<String> notes) {
        var here = present.get(Resolver.key(artifact));
        if (here != null && !here.equals(artifact.getVersion())) {
            notes.add(
                    Resolver.key(artifact)
                            + " is loaded already, in version "
                            + here
                            + "; version "
                            + artifact.getVersion()
                            + " was not added beside it. "
                            + first(Resolver.key(artifact), artifact.getVersion()));
        }
    }

    private static String first(String key, String version) {
        return "For a new process in which yours comes first, without the variables: %maven --first "
                + key
                + ":"
                + version;
    }

    /** Notes the versions that what is added would have needed. */
    static void note(DependencyNode node, Map<String, String> present, List<String> notes) {
        var parent = node.getArtifact();
        if (parent != null && present.containsKey(Resolver.key(parent))) {
            // What is there already was tried with what is there beside it.
            return;
        }
        for (var child : node.getChildren()) {
            var wanted = DependencyManagerUtils.getPremanagedVersion(child);
            var key = Resolver.key(child.getArtifact());
            var here = present.get(key);
            if (wanted != null && here != null && !wanted.equals(here)) {
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
            note(child, present, notes);
        }
    }
}
