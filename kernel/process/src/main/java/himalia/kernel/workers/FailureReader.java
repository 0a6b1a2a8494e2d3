package himalia.kernel.workers;

import himalia.kernel.java.SnippetRunner.Failure;
import himalia.kernel.java.SnippetRunner.Thrown;
import himalia.link.LinkMessage;
import himalia.link.StackFrames;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads failures as they arrive over the link. */
final class FailureReader {
    private FailureReader() {}

    /**
     * Reads a failure.
     *
     * @param begun whether anything of the cell has run; where nothing has and the worker is lost, it can run in another
     */
    static Failure read(LinkMessage message, boolean begun) {
        var chain = new ArrayList<Thrown>();
        for (var each : message.list("chain")) {
            if (each instanceof Map<?, ?> map) {
                chain.add(thrown(map));
            }
        }
        var kind = message.text("kind");
        return new Failure(
                kind.equals(Failure.LOST) && !begun ? Failure.UNRUN : kind,
                chain,
                note(message),
                message.list("broken").stream().map(String::valueOf).toList());
    }

    private static String note(LinkMessage message) {
        return message.text("thread") + message.text("most");
    }

    private static Thrown thrown(Map<?, ?> map) {
        return new Thrown(
                String.valueOf(map.get("class")),
                text(map.get("message")),
                text(map.get("own")),
                StackFrames.read(map.get("frames")),
                Boolean.TRUE.equals(map.get("suppressed")));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
