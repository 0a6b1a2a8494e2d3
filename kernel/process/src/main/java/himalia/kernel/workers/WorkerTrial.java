package himalia.kernel.workers;

import himalia.link.LinkHandler;
import himalia.link.LinkMessage;
import himalia.link.LinkReply;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;

/** Starts a worker for a moment, to know whether one starts so before another is given up for it. */
public final class WorkerTrial {
    /** How much of what a JVM says is told; asked for its help, it says pages. */
    private static final int LINES = 10;

    /** What is started for a moment is asked for nothing and asks for nothing. */
    private static final LinkHandler NOBODY =
            new LinkHandler() {
                @Override
                public void notice(LinkMessage message) {}

                @Override
                public void request(LinkMessage message, LinkReply reply) {}

                @Override
                public void closed(String reason) {}
            };

    private WorkerTrial() {}

    /**
     * Refuses settings with which none starts.
     *
     * @param before those of the worker that runs: where none starts with them any more either, as when both want one port,
     *     the trial tells nothing
     * @throws IllegalArgumentException with the JVM's own words
     */
    public static void check(WorkerSettings before, WorkerSettings next) {
        var refusal = refusal(next);
        if (refusal.isPresent() && refusal(before).isEmpty()) {
            throw new IllegalArgumentException(
                    "no JVM starts so, and the one that runs stays; it says: " + refusal.get());
        }
    }

    /** Returns why none starts. */
    private static Optional<String> refusal(WorkerSettings settings) {
        var said = new StringBuffer();
        try (var started =
                WorkerProcess.start(settings, NOBODY, (name, text) -> said.append(text))) {
            return Optional.empty();
        } catch (IOException e) {
            var words = said.toString().strip();
            return Optional.of(
                    words.isEmpty()
                            ? String.valueOf(e.getMessage())
                            : words.lines().limit(LINES).collect(Collectors.joining("\n")));
        }
    }
}
