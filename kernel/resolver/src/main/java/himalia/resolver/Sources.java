package himalia.resolver;

import eu.maveniverse.maven.mima.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** Fetches the sources of artifacts, or the pages made from them where there are no sources. */
final class Sources {
    private final Context context;
    private final List<RemoteRepository> repositories;

    Sources(Context context, List<RemoteRepository> repositories) {
        this.context = context;
        this.repositories = repositories;
    }

    Map<String, List<String>> fetch(List<String> coordinates, Transfers transfers)
            throws RepositoryException {
        var found = new ArrayList<String>();
        for (var coordinate : coordinates) {
            var artifact = Resolver.artifact(coordinate);
            found.add(coordinate + " " + file(artifact, transfers));
        }
        return Map.of("sources", found);
    }

    private String file(Artifact artifact, Transfers transfers) throws RepositoryException {
        try {
            return file(artifact, "sources", transfers);
        } catch (ArtifactResolutionException noSources) {
            try {
                return file(artifact, "javadoc", transfers);
            } catch (ArtifactResolutionException neither) {
                throw noSources;
            }
        }
    }

    private String file(Artifact of, String classifier, Transfers transfers)
            throws ArtifactResolutionException {
        var artifact =
                new DefaultArtifact(
                        of.getGroupId(), of.getArtifactId(), classifier, "jar", of.getVersion());
        var result =
                context.repositorySystem()
                        .resolveArtifact(
                                context.repositorySystemSession(),
                                new ArtifactRequest(artifact, repositories, "notebook"));
        Soundness.check(List.of(result), transfers);
        return result.getArtifact().getFile().getAbsolutePath();
    }
}
