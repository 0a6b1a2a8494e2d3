package himalia.resolver;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * Resolves coordinates and all that they need, with the user's own settings (mirrors, proxies, servers) and local
 * repository.
 *
 * <p>Takes and gives maps of the JDK's own types, because whoever calls lives in another class loader: {@code
 * coordinates}, {@code repositories} and {@code present} (what is on the class path already) are lists of texts; the
 * answer has {@code jars}, {@code added} and {@code notes}.
 */
public final class Resolver
        implements Function<Map<String, List<String>>, Map<String, List<String>>> {
    @Override
    public Map<String, List<String>> apply(Map<String, List<String>> request) {
        var present = versions(request.getOrDefault("present", List.of()));
        try (Context context = open()) {
            var coordinates = request.getOrDefault("coordinates", List.of());
            var collect = new CollectRequest();
            var notes = new ArrayList<String>();
            for (var coordinate : coordinates) {
                var artifact = artifact(coordinate);
                noteIfOther(artifact, present, notes);
                collect.addDependency(new Dependency(artifact, "compile"));
            }
            collect.setManagedDependencies(managed(present));
            collect.setRepositories(
                    repositories(context, request.getOrDefault("repositories", List.of())));
            var resolved =
                    context.repositorySystem()
                            .resolveDependencies(
                                    context.repositorySystemSession(),
                                    new DependencyRequest(collect, null))
                            .getArtifactResults();
            return answer(resolved, present, notes);
        } catch (DependencyResolutionException e) {
            throw new IllegalArgumentException(words(e), e);
        }
    }

    private static Context open() {
        return Runtimes.INSTANCE
                .getRuntime()
                .create(ContextOverrides.create().withUserSettings(true).build());
    }

    private static Map<String, String> versions(List<String> present) {
        var versions = new LinkedHashMap<String, String>();
        for (var each : present) {
            int cut = each.lastIndexOf(':');
            versions.put(each.substring(0, cut), each.substring(cut + 1));
        }
        return versions;
    }

    /** {@code group:artifact[:packaging[:classifier]]:version}, as Maven, IJava and JJava write them. */
    private static Artifact artifact(String coordinate) {
        try {
            return new DefaultArtifact(coordinate);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + coordinate + "' is no coordinate; write group:artifact:version", e);
        }
    }

    private static void noteIfOther(
            Artifact artifact, Map<String, String> present, List<String> notes) {
        var here = present.get(key(artifact));
        if (here != null && !here.equals(artifact.getVersion())) {
            notes.add(
                    key(artifact)
                            + " is loaded already, in version "
                            + here
                            + "; version "
                            + artifact.getVersion()
                            + " was not added beside it");
        }
    }

    /** What is present wins over what a dependency asks for, as the first on a class path does. */
    private static List<Dependency> managed(Map<String, String> present) {
        var managed = new ArrayList<Dependency>();
        present.forEach(
                (key, version) ->
                        managed.add(
                                new Dependency(
                                        new DefaultArtifact(key + ":" + version), "compile")));
        return managed;
    }

    private static List<RemoteRepository> repositories(Context context, List<String> more) {
        var all = new ArrayList<RemoteRepository>();
        int count = 0;
        for (var url : more) {
            count++;
            all.add(new RemoteRepository.Builder("notebook-" + count, "default", url).build());
        }
        all.addAll(context.remoteRepositories());
        return context.repositorySystem()
                .newResolutionRepositories(context.repositorySystemSession(), all);
    }

    private static Map<String, List<String>> answer(
            List<ArtifactResult> resolved, Map<String, String> present, List<String> notes) {
        var jars = new ArrayList<String>();
        var added = new ArrayList<String>();
        for (var result : resolved) {
            var artifact = result.getArtifact();
            if (artifact == null
                    || artifact.getFile() == null
                    || present.containsKey(key(artifact))
                    || !artifact.getExtension().equals("jar")) {
                continue;
            }
            jars.add(artifact.getFile().getAbsolutePath());
            added.add(key(artifact) + ":" + artifact.getVersion());
        }
        return Map.of("jars", jars, "added", added, "notes", notes);
    }

    private static String key(Artifact artifact) {
        return artifact.getGroupId() + ":" + artifact.getArtifactId();
    }

    private static String words(DependencyResolutionException e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getMessage()
                + "; check group, artifact and version, and that a repository which has it can be reached";
    }
}
