package himalia.resolver;

import eu.maveniverse.maven.mima.context.Context;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;

/** Says which versions there are, where one was asked for that nobody has. */
final class Versions {
    private static final int MOST = 5;

    private Versions() {}

    static String hint(Context context, List<RemoteRepository> repositories, Artifact wanted) {
        var request = new VersionRangeRequest(wanted.setVersion("[0,)"), repositories, "notebook");
        try {
            var found = new ArrayList<String>();
            context.repositorySystem()
                    .resolveVersionRange(context.repositorySystemSession(), request)
                    .getVersions()
                    .forEach(each -> found.add(each.toString()));
            return words(wanted, found);
        } catch (VersionRangeResolutionException e) {
            return "";
        }
    }

    private static String words(Artifact wanted, List<String> found) {
        if (found.isEmpty()) {
            return ". They know no version of it at all: check group and artifact";
        }
        if (found.contains(wanted.getVersion())) {
            // The version is there, and this file of it is not.
            return "";
        }
        Collections.reverse(found);
        var first = wanted.getVersion().split("[.-]", 2)[0];
        var near = found.stream().filter(each -> each.split("[.-]", 2)[0].equals(first)).toList();
        var shown = new ArrayList<>(found.subList(0, Math.min(MOST, found.size())));
        near.stream().filter(each -> !shown.contains(each)).limit(MOST).forEach(shown::add);
        int others = found.size() - shown.size();
        return ". There are versions "
                + String.join(", ", shown)
                + (others > 0 ? " and " + others + " more" : "");
    }
}
