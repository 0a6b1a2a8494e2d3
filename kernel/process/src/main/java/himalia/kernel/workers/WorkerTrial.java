package himalia.kernel.workers;

import himalia.link.LinkHandler;
import himalia.link.LinkMessage;
import himalia.link.LinkReply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Starts a worker for a moment, to know whether one starts so before another is given up for it. */
public final class WorkerTrial {
    /** How much of what a JVM says is told; asked for its help, it says pages. */
    private static final int LINES = 10;

    /** What a JVM says that starts all the same, and the frames of a trace, which are those of its Java. */
    private static final Pattern ASIDE =
            Pattern.compile(
                    "\\bwarning: |^(\\[[^]]*])*\\[(warning|info|debug|trace) *]|^\\s+(at |\\.\\.\\.)");

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
     *     only what the new ones are told beyond that counts
     * @throws IllegalArgumentException with the JVM's own words
     */
    public static void check(WorkerSettings before, WorkerSettings next) {
        var refusal = refusal(next);
        if (refusal.isEmpty()) {
            return;
        }
        var usual = refusal(before);
        if (usual.isEmpty() || !faults(usual.get()).containsAll(faults(refusal.get()))) {
            throw new IllegalArgumentException(
                    "no JVM starts so, and the one that runs stays; it says: "
                            + refusal.get().lines().limit(LINES).collect(Collectors.joining("\n")));
        }
    }

    /** Returns why none starts. */
    private static Optional<String> refusal(WorkerSettings settings) {
        var said = new StringBuffer();
        try (var started =
                WorkerProcess.start(
                        untouched(settings), NOBODY, (name, text) -> said.append(text))) {
            started.end();
            return Optional.empty();
        } catch (IOException e) {
            var words = said.toString().strip();
            return Optional.of(words.isEmpty() ? String.valueOf(e.getMessage()) : words);
        }
    }

    /**
     * The same, with a heap that takes up no memory before it is used: beside the worker that runs there may be no room for
     * a second one. How large it may become is still read, and whether the sizes fit each other.
     */
    private static WorkerSettings untouched(WorkerSettings settings) {
        var options = new ArrayList<>(settings.options());
        options.add("-XX:-AlwaysPreTouch");
        return settings.on(settings.java(), options);
    }

    /** Returns the lines that tell why; times, process ids and places in a source differ from one start to the next. */
    private static Set<String> faults(String words) {
        return words.lines()
                .filter(line -> !ASIDE.matcher(line).find())
                .map(line -> line.replaceAll("\\d+", "0").strip())
                .collect(Collectors.toSet());
    }
}
