package himalia.resolver;

import eu.maveniverse.maven.mima.context.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.util.graph.manager.DependencyManagerUtils;
import org.eclipse.aether.util.graph.transformer.ConflictResolver;

/**
 * Artifacts that are released together, under one version. Where one of them is loaded in another version than is asked
 * for, the others are taken in the loaded one: half a family of each version runs nowhere.
 *
 * <p>An artifact is of the family of a loaded one where their groups are related and it needs that one, itself or through
 * others, all of its own version; or where it is of the same group and does not exist in the version that was asked for.
 */
final class Families {
    /** A family taken in another version may need another family. */
    private static final int ROUNDS = 5;

    /** Groups of one project have so many words in common, as {@code com.fasterxml.jackson}; of one forge, fewer. */
    private static final int WORDS = 3;

    private final Context context;
    private final DefaultRepositorySystemSession session;
    private final Map<String, String> present;
    private final LockFile lock;
    private final Map<String, Fitting> fitting = new LinkedHashMap<>();
    private final Map<String, Boolean> there = new HashMap<>();

    Families(
            Context context,
            RepositorySystemSession session,
            Map<String, String> present,
            LockFile lock) {
        this.context = context;
        // Of two that need the same, both are looked at.
        this.session = new DefaultRepositorySystemSession(session);
        this.session.setConfigProperty(ConflictResolver.CONFIG_PROP_VERBOSE, true);
        this.present = present;
        this.lock = lock;
    }

    /** An artifact, and which version of it fits a loaded one. */
    private record Fitting(Artifact asked, String version, String loaded) {
        String words() {
            return "%s %s → %s, the version of %s that is loaded here (--exact takes %s)"
                    .formatted(
                            Resolver.key(asked),
                            asked.getVersion(),
                            version,
                            loaded,
                            asked.getVersion());
        }
    }

    /** Exchanges versions in a request for those that fit, as far as the repositories have them. */
    void fit(CollectRequest collect) throws DependencyCollectionException {
        for (int round = 0; round < ROUNDS; round++) {
            var root = context.repositorySystem().collectDependencies(session, collect).getRoot();
            var found = new LinkedHashMap<String, Fitting>();
            for (var child : root.getChildren()) {
                search(child, found, new LinkedHashSet<>());
                if (!found.containsKey(Resolver.key(child.getArtifact()))) {
                    ofItsGroup(child.getArtifact(), collect).ifPresent(one -> put(found, one));
                }
            }
            found.keySet().removeAll(fitting.keySet());
            found.values().removeIf(one -> !exists(one.asked(), one.version(), collect));
            if (found.isEmpty()) {
                return;
            }
            fitting.putAll(found);
            exchange(collect);
        }
    }

    /** Returns a line for each version that was exchanged. */
    List<String> notes() {
        return fitting.values().stream().map(Fitting::words).toList();
    }

    /** Returns a coordinate with the version that is taken of it. */
    String taken(String coordinate) {
        var artifact = Resolver.artifact(coordinate);
        var fit = fitting.get(Resolver.key(artifact));
        return fit == null
                ? coordinate
                : coordinate.substring(0, coordinate.lastIndexOf(':') + 1) + fit.version();
    }

    private void search(DependencyNode node, Map<String, Fitting> found, Set<DependencyNode> path) {
        var artifact = node.getArtifact();
        if (present.containsKey(Resolver.key(artifact)) || !path.add(node)) {
            return;
        }
        loadedSister(node, new LinkedHashSet<>())
                .filter(sister -> related(artifact.getGroupId(), group(sister)))
                .filter(sister -> allows(artifact, version(sister)))
                .ifPresent(sister -> put(found, new Fitting(artifact, version(sister), sister)));
        node.getChildren().forEach(child -> search(child, found, path));
        path.remove(node);
    }

    private static String group(String key) {
        return key.substring(0, key.indexOf(':'));
    }

    private static boolean related(String group, String other) {
        var one = group.split("\\.");
        var two = other.split("\\.");
        int least = Math.min(WORDS, Math.min(one.length, two.length));
        return Arrays.equals(one, 0, least, two, 0, least);
    }

    private String version(String key) {
        return present.getOrDefault(key, "");
    }

    private static void put(Map<String, Fitting> found, Fitting one) {
        found.putIfAbsent(Resolver.key(one.asked()), one);
    }

    /** Returns what is loaded in another version and was released together with a node. */
    private Optional<String> loadedSister(DependencyNode node, Set<DependencyNode> path) {
        if (!path.add(node)) {
            return Optional.empty();
        }
        var version = node.getArtifact().getVersion();
        for (var child : node.getChildren()) {
            var key = Resolver.key(child.getArtifact());
            var here = present.get(key);
            var managed = DependencyManagerUtils.getPremanagedVersion(child);
            var wanted = managed == null ? child.getArtifact().getVersion() : managed;
            if (wanted.equals(version)) {
                if (here != null && !here.equals(wanted)) {
                    return Optional.of(key);
                }
                var sister = here == null ? loadedSister(child, path) : Optional.<String>empty();
                if (sister.isPresent()) {
                    return sister;
                }
            }
        }
        return Optional.empty();
    }

    /** An artifact that does not exist, and does in the one version in which its group is loaded. */
    private Optional<Fitting> ofItsGroup(Artifact asked, CollectRequest collect) {
        var loaded =
                present.keySet().stream()
                        .filter(key -> key.startsWith(asked.getGroupId() + ":"))
                        .toList();
        var versions = loaded.stream().map(this::version).distinct().toList();
        if (versions.size() != 1
                || present.containsKey(Resolver.key(asked))
                || !allows(asked, versions.get(0))
                || exists(asked, asked.getVersion(), collect)) {
            return Optional.empty();
        }
        return Optional.of(new Fitting(asked, versions.get(0), loaded.get(0)));
    }

    /** Whether a lock file, where there is one, knows an artifact in a version. */
    private boolean allows(Artifact artifact, String version) {
        return lock.wanted().isEmpty()
                || lock.managed().stream()
                        .map(Dependency::getArtifact)
                        .anyMatch(
                                each ->
                                        Resolver.key(each).equals(Resolver.key(artifact))
                                                && each.getVersion().equals(version));
    }

    private boolean exists(Artifact artifact, String version, CollectRequest collect) {
        var wanted = artifact.setVersion(version);
        return there.computeIfAbsent(
                wanted.toString(),
                key -> {
                    try {
                        var request =
                                new ArtifactRequest(wanted, collect.getRepositories(), "notebook");
                        return context.repositorySystem()
                                .resolveArtifact(session, request)
                                .isResolved();
                    } catch (ArtifactResolutionException e) {
                        return false;
                    }
                });
    }

    private void exchange(CollectRequest collect) {
        var dependencies = new ArrayList<Dependency>();
        for (var dependency : collect.getDependencies()) {
            var fit = fitting.get(Resolver.key(dependency.getArtifact()));
            dependencies.add(
                    fit == null
                            ? dependency
                            : dependency.setArtifact(
                                    dependency.getArtifact().setVersion(fit.version())));
        }
        collect.setDependencies(dependencies);
        var managed = new ArrayList<Dependency>();
        for (var fit : fitting.values()) {
            managed.add(new Dependency(fit.asked().setVersion(fit.version()), "compile"));
        }
        // The first of a name counts.
        for (var dependency : collect.getManagedDependencies()) {
            if (!fitting.containsKey(Resolver.key(dependency.getArtifact()))) {
                managed.add(dependency);
            }
        }
        collect.setManagedDependencies(managed);
    }
}
