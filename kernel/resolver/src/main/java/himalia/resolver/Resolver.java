package himalia.resolver;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
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
 * already), {@code pom} (one text of a project file) with {@code scopes}, {@code locked} (the lines of a lock file),
 * {@code settings} (a file), {@code offline}, {@code exact} (no {@link Families}), and {@code sources} (coordinates whose
 * documentation is wanted). The answer:
 * {@code jars}, {@code added}, {@code notes}, {@code lock}, {@code sources} (a coordinate and a file each).
 *
 * <p>The second argument is told what {@link Transfers} says while something is fetched, and says whether to go on.
 */
public final class Resolver
        implements BiFunction<
                Map<String, List<String>>,
                Predicate<Map<String, Object>>,
                Map<String, List<String>>> {
    @Override
    public Map<String, List<String>> apply(
            Map<String, List<String>> request, Predicate<Map<String, Object>> watcher) {
        var settings = MavenSettings.read(request.getOrDefault("settings", List.of()));
        var transfers = new Transfers(watcher);
        boolean offline = settings.offline() || request.containsKey("offline");
        try (Context context = open(settings, offline, transfers)) {
            var repositories =
                    repositories(context, request.getOrDefault("repositories", List.of()));
            try {
                return resolve(request, context, repositories, transfers);
            } catch (RepositoryException e) {
                var trouble = new ResolutionErrors(context, settings, transfers, e);
                var hint =
                        trouble.missing()
                                .map(each -> Versions.hint(context, repositories, each))
                                .orElse("");
                throw new IllegalArgumentException(trouble.words() + hint, e);
            }
        }
    }

    private static Map<String, List<String>> resolve(
            Map<String, List<String>> request,
            Context context,
            List<RemoteRepository> repositories,
            Transfers transfers)
            throws RepositoryException {
        var present = versions(request.getOrDefault("present", List.of()));
        var lock = LockFile.of(request.getOrDefault("locked", List.of()));
        var session = new DefaultRepositorySystemSession(context.repositorySystemSession());
        session.setConfigProperty(DependencyManagerUtils.CONFIG_PROP_VERBOSE, true);
        var collect = new CollectRequest();
        var notes = new ArrayList<String>();
        collect.setRepositories(repositories);
        var managed = managed(present);
        managed.addAll(lock.managed());
        collect.setManagedDependencies(managed);
        for (var pom : request.getOrDefault("pom", List.of())) {
            new PomText(pom, request.getOrDefault("scopes", List.of()))
                    .addTo(collect, context, session)
                    .ifPresent(notes::add);
        }
        var open = new OpenVersions(context, session, repositories, present, lock);
        var closed = new HashMap<String, String>();
        for (var coordinate : request.getOrDefault("coordinates", List.of())) {
            closed.put(coordinate, open.closed(coordinate, notes));
            collect.addDependency(
                    new Dependency(
                            artifact(closed.getOrDefault(coordinate, coordinate)), "compile"));
        }
        var families = new Families(context, session, present, lock);
        if (!request.containsKey("exact")) {
            families.fit(collect);
            notes.addAll(families.notes());
        }
        for (var each : collect.getDependencies()) {
            open.refuseUnknown(each.getArtifact());
        }
        // What another version of is loaded is not added, nor what that one would need.
        var fitting = new ArrayList<>(collect.getDependencies());
        fitting.removeIf(each -> Clashes.noteIfOther(each.getArtifact(), present, notes));
        collect.setDependencies(fitting);
        // What is here already need not come a second time.
        var wanted =
                new DependencyRequest(
                        collect,
                        (node, parents) ->
                                node.getArtifact() == null
                                        || !present.containsKey(key(node.getArtifact())));
        var result = context.repositorySystem().resolveDependencies(session, wanted);
        Soundness.check(result.getArtifactResults(), transfers);
        new Clashes(present, request.containsKey("verbose")).note(result.getRoot(), notes);
        var answer = new HashMap<>(answer(result.getArtifactResults(), present, notes, lock));
        var documents =
                request.getOrDefault("sources", List.of()).stream()
                        .map(each -> families.taken(closed.getOrDefault(each, each)))
                        .map(each -> loaded(each, present))
                        .toList();
        answer.putAll(new Sources(context, repositories).fetch(documents, transfers));
        return answer;
    }

    /** Documented is what is loaded, also where another version was asked for. */
    private static String loaded(String coordinate, Map<String, String> present) {
        var here = present.get(key(artifact(coordinate)));
        return here == null
                ? coordinate
                : coordinate.substring(0, coordinate.lastIndexOf(':') + 1) + here;
    }

    private static Context open(MavenSettings settings, boolean offline, Transfers transfers) {
        var overrides =
                ContextOverrides.create()
                        .withUserSettings(true)
                        .withEffectiveSettings(settings.effective())
                        .withUserSettingsXmlOverride(settings.file())
                        .configProperties(MavenSettings.patience())
                        .offline(offline)
                        .transferListener(transfers);
        MavenSettings.security().ifPresent(overrides::withUserSettingsSecurityXmlOverride);
        return Runtimes.INSTANCE.getRuntime().create(overrides.build());
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
    static Artifact artifact(String coordinate) {
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
}
