package himalia.streaming;

import himalia.remote.ClusterAddress;
import java.net.SocketException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.flink.runtime.jobmanager.scheduler.NoResourceAvailableException;

/** Says of what fails between here and a cluster what to do about it. */
final class RemoteWords {
    private static final String CAUSE = "Caused by: ";

    private RemoteWords() {}

    /** Returns better words for a question that the cluster did not answer, if there are any. */
    static Optional<RuntimeException> unheard(Throwable thrown, ClusterAddress address) {
        return first(thrown, each -> unheardWords(each, address)).or(() -> ended(thrown, address));
    }

    /**
     * Returns better words for a job that ended there, if it failed of the cluster. It may as well have failed of a user's own
     * connection to anywhere.
     */
    static Optional<RuntimeException> ended(Throwable thrown, ClusterAddress address) {
        return first(thrown, each -> endedWords(each, address));
    }

    private static Optional<RuntimeException> first(
            Throwable thrown, Function<Throwable, Optional<String>> words) {
        for (var each = thrown; each != null; each = each.getCause()) {
            var said = words.apply(each);
            if (said.isPresent()) {
                // What Flink says besides is a page of its own insides.
                return said.map(IllegalStateException::new);
            }
        }
        return Optional.empty();
    }

    /** Returns words for a job that the cluster did not take: Flink sends back a text of all that happened there. */
    static RuntimeException refused(Throwable thrown, ClusterAddress address) {
        var better = unheard(thrown, address);
        if (better.isPresent()) {
            return better.get();
        }
        var lines = String.valueOf(thrown.getMessage()).lines().map(String::strip).toList();
        var last =
                lines.stream()
                        .filter(line -> line.startsWith(CAUSE))
                        .reduce((before, after) -> after)
                        .orElse(lines.isEmpty() ? "" : lines.get(0));
        return new IllegalStateException(
                "the cluster at %s does not take the job: %s"
                        .formatted(address, last.replaceFirst(CAUSE, "")));
    }

    private static Optional<String> endedWords(Throwable thrown, ClusterAddress address) {
        var said = String.valueOf(thrown.getMessage());
        if (said.contains("TaskManager") && said.contains("no longer reachable")
                || said.contains("Heartbeat of TaskManager")
                || said.contains("lost task manager")
                || said.contains("The TaskExecutor is shutting down")
                || said.contains("RemoteTransportException")
                || thrown.getClass().getSimpleName().equals("RemoteTransportException")) {
            return Optional.of(
                    "the cluster at %s lost a task manager while the job ran, and the job with it; see that one runs (its page, http://%1$s, lists them), and run the cell again"
                            .formatted(address));
        }
        if (thrown instanceof NoResourceAvailableException
                || said.contains("NoResourceAvailableException")) {
            return Optional.of(
                    "the cluster at %s has too few free slots for the job; its page, http://%1$s, says which jobs hold them, and how many task managers there are"
                            .formatted(address));
        }
        if (said.contains("UnsupportedClassVersionError")) {
            return Optional.of(
                    "the task managers of the cluster at %s run an older Java than this notebook (%s), and cannot read its classes; start the notebook with theirs, or them with this one"
                            .formatted(address, Runtime.version().feature()));
        }
        return Optional.empty();
    }

    private static Optional<String> unheardWords(Throwable thrown, ClusterAddress address) {
        var said = String.valueOf(thrown.getMessage());
        if (said.contains("FlinkJobNotFoundException")) {
            return Optional.of(
                    "the cluster at %s knows nothing of the job (any more): its job manager was started again, or the job was over for long; run the cell again"
                            .formatted(address));
        }
        if (thrown instanceof SocketException
                || said.contains("ConnectionClosedException")
                || said.contains("Connection reset")
                || said.contains("Channel became inactive")
                || thrown instanceof TimeoutException
                || said.contains("Connection refused")) {
            return Optional.of(
                    "the cluster at %s does not answer (any more): %s; see that its job manager runs, and run the cell again"
                            .formatted(address, said.lines().findFirst().orElse("")));
        }
        return Optional.empty();
    }
}
