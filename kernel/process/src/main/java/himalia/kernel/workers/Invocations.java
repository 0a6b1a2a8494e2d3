package himalia.kernel.workers;

import himalia.kernel.java.SnippetRunner.Purpose;
import himalia.link.LinkException;
import himalia.link.LinkMessage;
import himalia.link.Messages;
import himalia.link.PendingReply;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a worker is told when it is to run a snippet. */
final class Invocations {
    private Invocations() {}

    /** Waits for the answer; a refusal is one too. */
    static LinkMessage answer(WorkerProcess process, PendingReply reply)
            throws IOException, InterruptedException {
        try {
            return Patience.whileCellRuns(process, reply);
        } catch (LinkException e) {
            return switch (e.reason()) {
                case GONE -> throw e;
                case FULL -> failed("memory", "java.lang.OutOfMemoryError", "Java heap space");
                case REFUSED ->
                        failed("exception", "himalia.Refused", String.valueOf(e.getMessage()));
            };
        }
    }

    /** What is answered in the place of a worker that is gone. */
    static LinkMessage lost() {
        return failed("lost", "himalia.WorkerLost", "the worker is gone");
    }

    private static LinkMessage failed(String kind, String name, String words) {
        var thrown = Map.of("class", name, "message", words, "frames", List.of());
        return new LinkMessage("failed", Map.of("kind", kind, "chain", List.of(thrown)));
    }

    /** What a worker is told when a cell has ended. */
    static LinkMessage end(long cell, String how, @Nullable String lane) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("cell", cell);
        fields.put("how", how);
        fields.put("lane", lane);
        return new LinkMessage(Messages.CELL_END, fields);
    }

    static LinkMessage message(
            String className, String method, Purpose purpose, String lane, long mark) {
        return new LinkMessage(
                Messages.INVOKE,
                Map.of(
                        "cell",
                        purpose.cell(),
                        "lane",
                        lane,
                        "class",
                        className,
                        "method",
                        method,
                        "show",
                        purpose.show(),
                        "mark",
                        mark,
                        "count",
                        (long) purpose.count()));
    }
}
