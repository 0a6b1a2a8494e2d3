package himalia.kernel.session;

import himalia.kernel.protocol.Message;
import himalia.kernel.protocol.content.InputReply;
import himalia.kernel.protocol.content.InputRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks the person in front of the notebook; each shell may have a question open, and an answer to one that is open no
 * more is not taken.
 */
final class InputRequests {
    private final Map<String, Question> open = new LinkedHashMap<>();

    /** What became of a question. */
    private static final class Question {
        private @Nullable String answer;
        private boolean withdrawn;
    }

    /**
     * Asks, and waits for the answer.
     *
     * @throws InterruptedException where the cell was interrupted meanwhile
     */
    synchronized String ask(Request request, String prompt, boolean password)
            throws InterruptedException {
        var question = new Question();
        var id =
                request.publisher().ask(request.message(), new InputRequest(prompt, password)).id();
        open.put(id, question);
        try {
            while (question.answer == null && !question.withdrawn) {
                wait();
            }
        } finally {
            open.remove(id);
        }
        var answer = question.answer;
        if (answer == null) {
            throw new InterruptedException("the question was withdrawn");
        }
        return answer;
    }

    /** Takes an answer: to the question it names, or, where it names none, to the one that has been open longest. */
    synchronized void answer(Message message) {
        var parent = message.parentId();
        var question =
                parent.isEmpty() && !open.isEmpty()
                        ? open.values().iterator().next()
                        : open.get(parent);
        if (question != null) {
            question.answer = InputReply.from(message.content()).value();
            notifyAll();
        }
    }

    /** Withdraws the open questions. */
    synchronized void withdraw() {
        open.values().forEach(question -> question.withdrawn = true);
        notifyAll();
    }
}
