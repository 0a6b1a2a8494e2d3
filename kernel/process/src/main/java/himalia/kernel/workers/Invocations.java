package himalia.kernel.workers;

import himalia.kernel.java.SnippetRunner.Purpose;
import himalia.link.LinkMessage;
import himalia.link.Messages;
import java.util.Map;

/** What a worker is told when it is to run a snippet. */
final class Invocations {
    private Invocations() {}

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
