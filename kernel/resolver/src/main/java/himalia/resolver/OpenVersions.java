package himalia.resolver;

import eu.maveniverse.maven.mima.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.resolution.VersionRangeResult;
import org.eclipse.aether.transfer.MetadataNotFoundException;
import org.eclipse.aether.util.artifact.SubArtifact;
import org.eclipse.aether.version.Version;

/**
 * Coordinates that leave the version open: they name none, {@code LATEST} or {@code RELEASE}, or a range. One is taken,
 * and told; what is loaded already, or locked, is taken where it will do.
 *
 * @param session asks the repositories
 * @param present what is loaded: artifacts and their versions
 * @param lock what is locked
 */
record OpenVersions(
        Context context,
        RepositorySystemSession session,
        List<RemoteRepository> repositories,
        Map<String, String> present,
        LockFile lock) {
    private static final String ANY = "[0,)";

    private static final Pattern UNFINISHED =
            Pattern.compile(
                    "(?i).*(?:snapshot|alpha|beta|preview|(?:^|[.-])(?:rc|cr|m|ea|pre)[.-]?\\d*(?:$|[.-])).*");

    /** Returns the coordinate with a version; {@code notes} get which one, where it was open. */
    String closed(String coordinate, List<String> notes) throws VersionRangeResolutionException {
        boolean none = coordinate.matches("[^:\\s]+:[^:\\s]+");
        var artifact = Resolver.artifact(none ? coordinate + ":" + ANY : coordinate);
        var asked = artifact.getVersion();
        boolean newest = asked.equalsIgnoreCase("LATEST") || asked.equalsIgnoreCase("RELEASE");
        if (!none && !newest && !asked.matches("[\\[(].*")) {
            return coordinate;
        }
        var key = Resolver.key(artifact);
        var here = present.get(key);
        if (none && here != null) {
            notes.add(key + " is loaded already, in version " + here);
            return with(coordinate, true, here);
        }
        var all = versions(newest ? artifact.setVersion(ANY) : artifact);
        var locked = locked(key);
        for (var kept : here == null ? locked : List.of(here)) {
            if (!newest && all.contains(kept) || locked.contains(kept)) {
                return with(coordinate, none, kept);
            }
        }
        if (all.isEmpty() && !answered(newest ? artifact.setVersion(ANY) : artifact)) {
            // What keeps the repositories from answering is told where the artifact is fetched.
            return with(coordinate, none, newest || none ? ANY : asked);
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException(
                    "no repository has a version of "
                            + key
                            + (none || newest ? "" : " in " + asked)
                            + Versions.hint(context, repositories, artifact));
        }
        var taken = last(all, !asked.equalsIgnoreCase("LATEST"));
        notes.add(
                key
                        + ": version "
                        + taken
                        + ", the newest "
                        + (none || newest ? "release" : "in " + asked));
        return with(coordinate, none, taken);
    }

    /** Refuses another version of what is loaded that does not exist: how to put it first would be no help. */
    void refuseUnknown(Artifact asked) throws VersionRangeResolutionException {
        var key = Resolver.key(asked);
        var here = present.get(key);
        if (here == null || here.equals(asked.getVersion()) || session.isOffline()) {
            return;
        }
        var any = asked.setVersion(ANY);
        var all = versions(any);
        if (!all.isEmpty()
                && !all.contains(asked.getVersion())
                && answered(any)
                && !hasPom(asked)) {
            throw new IllegalArgumentException(
                    "no repository has version %s of %s; version %s is loaded already, and stays"
                                    .formatted(asked.getVersion(), key, here)
                            + Versions.hint(context, repositories, asked));
        }
    }

    /** A list of versions may be older than the newest of them. */
    private boolean hasPom(Artifact asked) {
        var pom = new SubArtifact(asked, "", "pom");
        try {
            var request = new ArtifactRequest(pom, repositories, "notebook");
            return context.repositorySystem().resolveArtifact(session, request).isResolved();
        } catch (ArtifactResolutionException e) {
            return false;
        }
    }

    private static String with(String coordinate, boolean none, String version) {
        return none
                ? coordinate + ":" + version
                : coordinate.substring(0, coordinate.lastIndexOf(':') + 1) + version;
    }

    private List<String> locked(String key) {
        return lock.managed().stream()
                .filter(each -> Resolver.key(each.getArtifact()).equals(key))
                .map(each -> each.getArtifact().getVersion())
                .toList();
    }

    private List<String> versions(Artifact wanted) throws VersionRangeResolutionException {
        return found(wanted).getVersions().stream().map(Version::toString).toList();
    }

    /** Whether every repository has told what it has, be it nothing. */
    private boolean answered(Artifact wanted) throws VersionRangeResolutionException {
        return found(wanted).getExceptions().stream()
                .allMatch(MetadataNotFoundException.class::isInstance);
    }

    private VersionRangeResult found(Artifact wanted) throws VersionRangeResolutionException {
        var request = new VersionRangeRequest(wanted, repositories, "notebook");
        return context.repositorySystem().resolveVersionRange(session, request);
    }

    /** Until Maven 2 many releases were numbered by their day, which no number that counts comes up to. */
    private static final Pattern DAY = Pattern.compile("(?:19\\d\\d|200[0-5])\\d{4}(?:\\..*)?");

    /** The last that is finished; the last of all, where that is wanted or none is finished. */
    private static String last(List<String> versions, boolean finished) {
        var all = new ArrayList<>(versions);
        all.removeIf(each -> DAY.matcher(each).matches());
        if (finished) {
            all.removeIf(each -> UNFINISHED.matcher(each).matches());
        }
        var among = all.isEmpty() ? versions : all;
        return among.get(among.size() - 1);
    }
}
