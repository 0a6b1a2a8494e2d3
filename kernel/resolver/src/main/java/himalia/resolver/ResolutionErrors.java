package himalia.resolver;

import eu.maveniverse.maven.mima.context.Context;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.eclipse.aether.transfer.MetadataNotFoundException;
import org.eclipse.aether.transfer.MetadataTransferException;
import org.eclipse.aether.transfer.RepositoryOfflineException;
import org.jspecify.annotations.Nullable;

/** Says why something could not be had, which repository it was, and what to do: the resolver's own words say it to Maven's authors. */
final class ResolutionErrors {
    private static final Pattern STATUS = Pattern.compile("status code: (\\d{3})");

    private final Context context;
    private final MavenSettings settings;
    private final Transfers transfers;
    private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Throwable> causes = new ArrayList<>();

    ResolutionErrors(
            Context context, MavenSettings settings, Transfers transfers, Throwable failure) {
        this.context = context;
        this.transfers = transfers;
        this.settings = settings;
        collect(failure);
    }

    private void collect(@Nullable Throwable failure) {
        if (failure == null || !seen.add(failure)) {
            return;
        }
        causes.add(failure);
        if (failure instanceof ArtifactResolutionException resolution) {
            resolution.getResults().stream()
                    .map(ArtifactResult::getExceptions)
                    .forEach(each -> each.forEach(this::collect));
        }
        if (failure instanceof ArtifactDescriptorException descriptor
                && descriptor.getResult() != null) {
            descriptor.getResult().getExceptions().forEach(this::collect);
        }
        if (failure instanceof VersionRangeResolutionException range && range.getResult() != null) {
            range.getResult().getExceptions().forEach(this::collect);
        }
        collect(failure.getCause());
    }

    /** Returns one line for the user. */
    String words() {
        var artifact = artifact();
        var reasons = new LinkedHashSet<String>();
        var without = new LinkedHashSet<String>();
        boolean unreachable = false;
        for (var each : causes) {
            var repository = repository(each);
            if (repository != null && sameArtifact(each, artifact)) {
                var reason = reason(each, repository);
                unreachable |= reason.unreachable();
                (reason.missing() ? without : reasons).add(reason.text());
            }
        }
        if (reasons.isEmpty()) {
            reasons.addAll(without);
        }
        if (reasons.isEmpty() && artifact.isPresent() && offline()) {
            reasons.add(offlineWords());
        }
        if (reasons.isEmpty()) {
            return message(causes.get(causes.size() - 1))
                    + "; check group, artifact and version, and that a repository which has it can be reached";
        }
        var text =
                new StringBuilder(
                        artifact.map(ResolutionErrors::name).orElse("what was asked for"));
        text.append(" could not be had: ").append(String.join("; ", reasons));
        if (unreachable) {
            text.append(". What was fetched before can be had without it: %maven --offline");
        }
        return text.toString();
    }

    /** Returns the artifact that failed, where nothing worse happened than that nobody has it. */
    Optional<Artifact> missing() {
        boolean worse =
                causes.stream()
                        .anyMatch(
                                each ->
                                        repository(each) != null
                                                && !(each instanceof ArtifactNotFoundException)
                                                && !(each instanceof MetadataNotFoundException));
        boolean missing =
                causes.stream().anyMatch(each -> each instanceof ArtifactNotFoundException);
        return worse || !missing || offline() ? Optional.empty() : artifact();
    }

    private boolean offline() {
        return context.repositorySystemSession().isOffline();
    }

    private Optional<Artifact> artifact() {
        return causes.stream()
                .filter(ArtifactTransferException.class::isInstance)
                .map(each -> ((ArtifactTransferException) each).getArtifact())
                .findFirst()
                .or(this::versionOf);
    }

    /** The artifact whose version was to be chosen. */
    private Optional<Artifact> versionOf() {
        return causes.stream()
                .filter(VersionRangeResolutionException.class::isInstance)
                .map(each -> ((VersionRangeResolutionException) each).getResult())
                .filter(Objects::nonNull)
                .map(result -> result.getRequest().getArtifact())
                .findFirst();
    }

    private static boolean sameArtifact(Throwable cause, Optional<Artifact> artifact) {
        return !(cause instanceof ArtifactTransferException transfer)
                || artifact.isEmpty()
                || transfer.getArtifact().equals(artifact.get());
    }

    private static @Nullable RemoteRepository repository(Throwable failure) {
        if (failure instanceof ArtifactTransferException transfer) {
            return transfer.getRepository();
        }
        return failure instanceof MetadataTransferException transfer
                ? transfer.getRepository()
                : null;
    }

    /** What one repository did. */
    private record Reason(String text, boolean unreachable, boolean missing) {
        Reason(String text, boolean unreachable) {
            this(text, unreachable, false);
        }
    }

    private Reason reason(Throwable failure, RemoteRepository repository) {
        var who = "repository '" + repository.getId() + "' (" + repository.getUrl() + ")";
        var cut = transfers.hungUp();
        if (cut.isPresent()) {
            return new Reason(
                    cut.get() instanceof Transfers.TooLong
                            ? who + " sent " + cut.get().getMessage()
                            : "interrupted",
                    false);
        }
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            var found = reason(cause, repository, who);
            if (found != null) {
                return found;
            }
        }
        if (failure instanceof ArtifactNotFoundException
                || failure instanceof MetadataNotFoundException) {
            return new Reason(who + " does not have it", false, true);
        }
        var deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return new Reason(who + " failed: " + message(deepest), false);
    }

    private @Nullable Reason reason(Throwable cause, RemoteRepository repository, String who) {
        var through =
                repository.getProxy() == null
                        ? ""
                        : " through the proxy "
                                + repository.getProxy().getHost()
                                + ":"
                                + repository.getProxy().getPort();
        if (cause instanceof RepositoryOfflineException) {
            return new Reason(offlineWords(), false);
        }
        if (cause instanceof Transfers.WrongChecksum) {
            return new Reason(who + " sent " + cause.getMessage(), false);
        }
        if (cause instanceof UnknownHostException) {
            return new Reason(
                    who + " cannot be reached" + through + ": its host has no address", true);
        }
        // HttpClient's own class is one of these too.
        if (cause instanceof SocketTimeoutException
                || cause.getClass().getSimpleName().equals("ConnectTimeoutException")) {
            return new Reason(who + " does not answer" + through + ", or stopped to", true);
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return new Reason(who + " cannot be reached" + through + ": no server there", true);
        }
        if (cause.getClass().getSimpleName().endsWith("ConnectionClosedException")) {
            return new Reason(who + " broke off in the middle; try again", false);
        }
        var status = STATUS.matcher(String.valueOf(cause.getMessage()));
        return status.find() && !status.group(1).equals("404")
                ? new Reason(status(Integer.parseInt(status.group(1)), repository, who), false)
                : null;
    }

    private String status(int status, RemoteRepository repository, String who) {
        var id = repository.getId();
        if (status == 407 && repository.getProxy() != null) {
            var proxy = repository.getProxy();
            return "the proxy "
                    + proxy.getHost()
                    + ":"
                    + proxy.getPort()
                    + " refuses the user name or password that its <proxy> in "
                    + settings.file()
                    + " has";
        }
        if (status == 401 && settings.locked(context).contains(id)) {
            return who
                    + " refuses: the password of <server> '"
                    + id
                    + "' in "
                    + settings.file()
                    + " is encrypted, and "
                    + context.mavenUserHome().settingsSecurityXml()
                    + " does not open it";
        }
        if (status == 401 && settings.knows(id)) {
            return who
                    + " refuses the user name or password of <server> '"
                    + id
                    + "' in "
                    + settings.file();
        }
        if (status == 401) {
            return who
                    + " wants a user name and a password: write a <server> with the <id> "
                    + id
                    + " into "
                    + settings.file();
        }
        return who + (status == 403 ? " forbids it" : " answers") + " (status " + status + ")";
    }

    private String offlineWords() {
        return "Maven is offline"
                + (settings.offline() ? ", as " + settings.file() + " says" : "")
                + ", and "
                + context.mavenUserHome().localRepository()
                + " does not have it";
    }

    private static String name(Artifact artifact) {
        var kind =
                artifact.getExtension().equals("jar")
                        ? ""
                        : " (its " + artifact.getExtension() + ")";
        return Resolver.key(artifact) + ":" + artifact.getVersion() + kind;
    }

    private static String message(Throwable failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
