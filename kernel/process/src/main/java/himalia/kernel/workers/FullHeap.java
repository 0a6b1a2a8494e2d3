package himalia.kernel.workers;

import himalia.link.LinkException;
import himalia.link.LinkMessage;
import himalia.link.Messages;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks a worker whether its heap is full. */
final class FullHeap {
    private FullHeap() {}

    /** Returns how many bytes it may take, as digits, where it is: empty digits where the worker has no room to say that, and none to begin with. */
    static Optional<String> most(@Nullable WorkerProcess process) {
        if (process == null) {
            return Optional.empty();
        }
        try {
            var answer =
                    process.link().ask(LinkMessage.of(Messages.HEAP)).await(AnswerTimeouts.LONGEST);
            // One that does not answer at all is not known to be full.
            return answer != null && answer.flag("full")
                    ? Optional.of(Long.toString(answer.number("most")))
                    : Optional.empty();
        } catch (LinkException e) {
            return e.reason() == LinkException.Reason.FULL
                    ? Optional.of(process.heap().most())
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
