package himalia.resolver;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.util.graph.manager.DependencyManagerUtils;

/**
 * Resolves coordinates and all that they need, with the user's own settings (mirrors, proxies, servers) and local
 * repository.
 *
 * <p>Takes and gives maps of the JDK's own types, because whoever calls lives in another class loader. The request:
 * {@code coordinates}, {@code repositories} (a URL each, or an id and a URL), {@code present} (what is on the class path
 * already), {@code pom} (one text of a project file) with {@code scopes}, and {@code locked} (the lines of a lock file).
 * The answer: {@code jars}, {@code added}, {@code notes}, {@code lock}.
 */
public final class Resolver
        implements Function<Map<String, List<String>>, Map<String, List<String>>> {
    @Override
    public Map<String, List<String>> apply(Map<String, List<String>> request) {
        var present = versions(request.getOrDefault("present", List.of()));
        var lock = LockFile.of(request.getOrDefault("locked", List.of()));
        try (Context context = open()) {
            var session = new DefaultRepositorySystemSession(context.repositorySystemSession());
            session.setConfigProperty(DependencyManagerUtils.CONFIG_PROP_VERBOSE, true);
            var collect = new CollectRequest();
            var notes = new ArrayList<String>();
            var repositories = request.getOrDefault("repositories", List.of());
            collect.setRepositories(repositories(context, repositories));
            var managed = managed(present);
            managed.addAll(lock.managed());
            collect.setManagedDependencies(managed);
            for (var pom : request.getOrDefault("pom", List.of())) {
                new PomText(pom, request.getOrDefault("scopes", List.of()))
                        .addTo(collect, context, session);
            }
            for (var coordinate : request.getOrDefault("coordinates", List.of())) {
                collect.addDependency(new Dependency(artifact(coordinate), "compile"));
            }
            for (var dependency : collect.getDependencies()) {
                Clashes.noteIfOther(dependency.getArtifact(), present, notes);
            }
            var result =
                    context.repositorySystem()
                            .resolveDependencies(session, new DependencyRequest(collect, null));
            Clashes.note(result.getRoot(), present, notes);
            return answer(result.getArtifactResults(), present, notes, lock);
        } catch (RepositoryException e) {
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

    /** The repositories that were named, by their ids where credentials belong to these, then those of the settings. */
    private static List<RemoteRepository> repositories(Context context, List<String> more) {
        var all = new ArrayList<RemoteRepository>();
        int count = 0;
        for (var line : more) {
            count++;
            int space = line.indexOf(' ');
            var id = space < 0 ? "notebook-" + count : line.substring(0, space);
            var url = line.substring(space + 1).strip();
            all.add(new RemoteRepository.Builder(id, "default", url).build());
        }
        all.addAll(context.remoteRepositories());
        return context.repositorySystem()
                .newResolutionRepositories(context.repositorySystemSession(), all);
    }

    private static Map<String, List<String>> answer(
            List<ArtifactResult> resolved,
            Map<String, String> present,
            List<String> notes,
            LockFile lock) {
        var fresh = new ArrayList<Artifact>();
        for (var result : resolved) {
            var artifact = result.getArtifact();
            if (artifact != null
                    && artifact.getFile() != null
                    && !present.containsKey(key(artifact))
                    && artifact.getExtension().equals("jar")) {
                fresh.add(artifact);
            }
        }
        lock.check(fresh);
        return Map.of(
                "jars",
                fresh.stream().map(one -> one.getFile().getAbsolutePath()).toList(),
                "added",
                fresh.stream().map(one -> key(one) + ":" + one.getVersion()).toList(),
                "notes",
                notes,
                "lock",
                LockFile.lines(fresh));
    }

    /** Returns what says that two artifacts are the same but for their version. */
    static String key(Artifact artifact) {
        var classifier = artifact.getClassifier();
        return artifact.getGroupId()
                + ":"
                + artifact.getArtifactId()
                + (classifier.isEmpty() ? "" : ":jar:" + classifier);
    }

    private static String words(RepositoryException e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getMessage()
                + "; check group, artifact and version, and that a repository which has it can be reached";
    }
}
