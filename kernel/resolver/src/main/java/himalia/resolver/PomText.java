package himalia.resolver;

import eu.maveniverse.maven.mima.context.Context;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.util.repository.SimpleArtifactDescriptorPolicy;

/**
 * A project file, or a part of one, whose dependencies are wanted. Maven's own reader reads it, so parents, properties
 * and imported lists of versions count: it is given out as an artifact of a workspace.
 *
 * @param text a {@code <project>}, or what may stand inside one
 * @param scopes the scopes whose dependencies are taken
 */
record PomText(String text, List<String> scopes) {
    /** Elements whose own names and versions are not the project's. */
    private static final List<String> NESTED =
            List.of(
                    "parent",
                    "dependencies",
                    "dependencyManagement",
                    "repositories",
                    "build",
                    "profiles");

    private static final Artifact NAME = new DefaultArtifact("himalia.notebook:pom:pom:1");

    /** Adds what it needs; returns what to say where that is nothing. */
    Optional<String> addTo(
            CollectRequest collect, Context context, DefaultRepositorySystemSession session)
            throws ArtifactDescriptorException {
        try {
            var file = Files.createTempFile("himalia-", ".pom");
            try {
                Files.writeString(file, whole());
                return read(file, collect, context, session);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a temporary file", e);
        }
    }

    private Optional<String> read(
            Path file,
            CollectRequest collect,
            Context context,
            DefaultRepositorySystemSession session)
            throws ArtifactDescriptorException {
        var request = new ArtifactDescriptorRequest(NAME, collect.getRepositories(), "notebook");
        // Read by a session that forgives nothing: a slip here is the user's own.
        var strict = new DefaultRepositorySystemSession(session);
        strict.setWorkspaceReader(new OneFile(file.toFile()));
        strict.setArtifactDescriptorPolicy(new SimpleArtifactDescriptorPolicy(false, false));
        var read = context.repositorySystem().readArtifactDescriptor(strict, request);
        var others = new TreeSet<String>();
        boolean any = false;
        for (var dependency : read.getDependencies()) {
            var scope = dependency.getScope().isEmpty() ? "compile" : dependency.getScope();
            if (scopes.isEmpty() || scopes.contains(scope)) {
                collect.addDependency(dependency.setScope("compile"));
                any = true;
            } else {
                others.add(scope);
            }
        }
        read.getManagedDependencies().forEach(collect::addManagedDependency);
        var repositories =
                context.repositorySystem()
                        .newResolutionRepositories(session, read.getRepositories());
        repositories.forEach(collect::addRepository);
        return any ? Optional.empty() : Optional.of(nothing(others));
    }

    private String nothing(Set<String> others) {
        var scopesAsked = String.join(" and ", scopes);
        return others.isEmpty()
                ? "the pom names no dependencies"
                : "the pom names no dependencies of the scopes %s, but of %s: write %s behind the magic to take them"
                        .formatted(
                                scopesAsked,
                                String.join(" and ", others),
                                String.join(" ", others));
    }

    /** The text as a project: loose dependencies and repositories are collected, names and versions filled in. */
    private String whole() {
        var inside = text.strip().replaceFirst("^<\\?xml[^>]*>\\s*", "");
        var project = inside.replaceFirst("(?s)^<project\\b[^>]*>(.*)</project>\\s*$", "$1");
        if (project.equals(inside)) {
            project =
                    collected(
                            collected(project, "dependencies", "dependency"),
                            "repositories",
                            "repository");
        }
        var outside = project;
        for (var nested : NESTED) {
            outside = outside.replaceAll("(?s)<" + nested + ">.*</" + nested + ">", "");
        }
        var head = new StringBuilder("<project><modelVersion>4.0.0</modelVersion>");
        for (var needed : List.of("groupId", "artifactId", "version")) {
            if (!outside.contains("<" + needed + ">")) {
                var value = needed.equals("version") ? "1" : "himalia.notebook";
                head.append("<%s>%s</%s>".formatted(needed, value, needed));
            }
        }
        project = project.replaceFirst("<modelVersion>[^<]*</modelVersion>", "");
        return head + project + "</project>";
    }

    /** Puts all elements {@code one}, loose or not, into one element {@code all}. */
    private static String collected(String project, String all, String one) {
        var element = Pattern.compile("(?s)<" + one + ">.*?</" + one + ">");
        var found = element.matcher(project).results().map(MatchResult::group).toList();
        var rest = element.matcher(project).replaceAll("").replaceAll("</?" + all + ">", "");
        return found.isEmpty()
                ? project
                : rest + "<" + all + ">" + String.join("", found) + "</" + all + ">";
    }

    /** A workspace with one file in it. */
    private record OneFile(File file) implements WorkspaceReader {
        @Override
        public WorkspaceRepository getRepository() {
            return new WorkspaceRepository("notebook", file);
        }

        @Override
        public @org.jspecify.annotations.Nullable File findArtifact(Artifact artifact) {
            return artifact.getArtifactId().equals(NAME.getArtifactId())
                            && artifact.getGroupId().equals(NAME.getGroupId())
                    ? file
                    : null;
        }

        @Override
        public List<String> findVersions(Artifact artifact) {
            return List.of();
        }
    }
}
