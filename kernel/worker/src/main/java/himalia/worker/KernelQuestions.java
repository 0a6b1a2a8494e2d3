package himalia.worker;

import himalia.link.Link;
import himalia.link.LinkException;
import himalia.link.question.Question;
import java.util.Optional;

/** Asks the kernel on behalf of code of the user's that does not know of it: it goes on, whatever the answer. */
final class KernelQuestions {
    private final Link link;

    KernelQuestions(Link link) {
        this.link = link;
    }

    /** Returns the answer, empty where there is none in time; an interrupt meanwhile is the caller's to find. */
    Optional<Object> ask(Question question, long milliseconds) {
        var message = question.message(CellScope.current());
        // Who asks may have been interrupted before, and is to find that so afterwards.
        boolean interrupted = Thread.interrupted();
        try {
            var reply = link.ask(message).await(milliseconds);
            return reply == null
                    ? Optional.empty()
                    : Optional.ofNullable(reply.fields().get("value"));
        } catch (LinkException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            interrupted = true;
            return Optional.empty();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
